import { useState } from 'react'
import {
  Button,
  Columns,
  Disclosure,
  Knot,
  Mark,
  NewCount,
  Page,
  Person,
  Progress,
  Row,
  SaveState,
  SearchField,
  Section,
  Stack,
  TextArea,
  TextLink,
  Thread,
  ThreadDay,
  ToggleChips,
  Warning,
} from '../index.ts'
import { Frame } from './Frame.tsx'

export function Workday() {
  const [search, setSearch] = useState('')
  return (
    <Frame
      current="#"
      search={
        <SearchField
          label="Søg"
          isLabelHidden
          placeholder="Søg efter borger eller ord"
          value={search}
          onChange={setSearch}
        />
      }
    >
      <Page title="Min vagt" lead="12 nye siden i går 23.04, 2 er vigtige" actions={<Button>Overtag vagten</Button>}>
        <Columns left={<People />} right={<Margin />}>
          <Stack gap={5}>
            <Compose />
            <Day />
          </Stack>
        </Columns>
      </Page>
    </Frame>
  )
}

function Compose() {
  const [note, setNote] = useState('')
  return (
    <Stack gap={2}>
      <TextArea label="Hvad skete der?" value={note} onChange={setNote} lines={4} maxLength={4000} />
      <Row apart>
        <SaveState state={{ kind: 'onDevice', at: '2026-11-23T14:02:10+01:00' }} />
        <Button kind="primary">Gem hos Jens B.</Button>
      </Row>
    </Stack>
  )
}

const filters = [
  { id: 'all', label: 'alle' },
  { id: 'important', label: 'vigtige', count: 2 },
  { id: 'goal', label: 'delmål' },
  { id: 'night', label: 'nat' },
] as const

function Day() {
  const [filter, setFilter] = useState<(typeof filters)[number]['id'][]>(['all'])
  return (
    <Stack gap={3}>
      <ToggleChips label="Vis" choices={filters} value={filter} onChange={setFilter} />
      <NewCount count={3} onShow={() => {}} />
      <Thread label="Siden sidst">
        <ThreadDay day="2026-11-23" note="uge 48" />
        <Knot kind="important" isNew title={<TextLink href="#jens">Jens B.</TextLink>} label="07.40 · nattevagt Omar">
          Faldt ved sengen, ingen skade. Læge ringet op, ser til ham i morgen. Han var vågen og klar hele tiden og ville
          selv op igen.
        </Knot>
        <Knot isNew title={<TextLink href="#jens">Jens B.</TextLink>} label="09.15 · Mette">
          Spiste morgenmad med de andre og tog selv initiativ til at dække bord.
        </Knot>
        <Knot
          title={<TextLink href="#birthe">Birthe L.</TextLink>}
          label="10.00 · Mette"
          actions={<Button kind="plain">Læs hele notatet</Button>}
        >
          Samtale om specialpædagogisk døgnrehabiliteringstilbudsvisitation. Birthe vil gerne have sin søster med.
        </Knot>
        <Knot
          kind="open"
          title="2 opgaver til kl. 20"
          label="medicin og madplan"
          actions={<Button>Se opgaverne</Button>}
        />
        <ThreadDay day="2026-11-22" />
        <Knot kind="past" title="Weekendplan" label="afsluttet · 18.30" />
        <Knot title={<TextLink href="#jens">Jens B.</TextLink>} label="21.10 · Omar">
          Ro på stuen. Så fodbold med Kim.
        </Knot>
      </Thread>
    </Stack>
  )
}

function People() {
  return (
    <Section title="Borgere" note="9 bor her">
      <Stack gap={4}>
        <Person name="Jens B." href="#jens" second="værelse 4">
          <Warning since="2026-03-03">Faldrisiko</Warning>
        </Person>
        <Person name="Birthe L." second="værelse 7">
          <Warning>Penicillinallergi</Warning>
        </Person>
        <Person name="Muhammed Ali-Rasmussen" second="værelse 2" />
      </Stack>
    </Section>
  )
}

function Margin() {
  return (
    <>
      <Section title="I dag">
        <Stack gap={3}>
          <Progress label="Set igennem" done={5} of={9} />
          <Mark tone="attention">Mangler: medicin kl. 20</Mark>
          <Mark tone="ok">Madplan lagt</Mark>
        </Stack>
      </Section>
      <Section title="Kladder">
        <Disclosure title="1 kladde fra i går">Birthe L.: ringede til …</Disclosure>
      </Section>
    </>
  )
}
