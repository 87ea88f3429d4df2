import { useState } from 'react'
import {
  Button,
  Checkbox,
  ComboBox,
  DateField,
  DatePicker,
  Dialog,
  FileField,
  IconButton,
  LanguageSwitch,
  LinkButton,
  Menu,
  Page,
  RadioRow,
  Row,
  Section,
  Select,
  Stack,
  TabLinks,
  Tabs,
  TextArea,
  TextField,
  ThemeSwitch,
  TimeField,
  ToggleChips,
} from '../index.ts'
import { Frame } from './Frame.tsx'

const reasons = [
  { id: 'home', label: 'Flyttet hjem' },
  { id: 'other', label: 'Flyttet til andet tilbud' },
  { id: 'long', label: 'Specialpædagogisk døgnrehabiliteringstilbudsvisitation' },
  { id: 'no', label: 'Kan ikke vælges', isDisabled: true },
] as const

const people = [
  { id: '1', label: 'Jens B.', second: 'Åstedet, værelse 4', photo: 'initials' },
  { id: '2', label: 'Birthe L.', second: 'Åstedet, værelse 7', photo: 'initials' },
  { id: '3', label: 'Muhammed Ali-Rasmussen', second: 'Solvang, værelse 12', photo: 'initials' },
] as const

export function Forms() {
  return (
    <Frame current="#forms">
      <Page title="Formularer" lead="Felter, knapper og valg i alle tilstande.">
        <Stack gap={6}>
          <Words />
          <Picks />
          <Times />
          <Buttons />
          <Other />
        </Stack>
      </Page>
    </Frame>
  )
}

function Words() {
  const [name, setName] = useState('Jens')
  const [note, setNote] = useState('Linje et\nLinje to\nLinje tre: her vokser feltet med det, der bliver skrevet.')
  return (
    <Section title="Skriv">
      <Stack gap={5}>
        <TextField label="Foretrukket navn" help="Det, borgeren selv vil kaldes." value={name} onChange={setName} />
        <TextField
          label="Telefon"
          value="12 34"
          onChange={() => {}}
          fault="Nummeret har 4 cifre. Skriv alle 8."
          type="tel"
        />
        <TextField label="Kaldes også" isOptional isDisabled value="Kan ikke rettes" onChange={() => {}} />
        <TextArea label="Hvad skete der?" value={note} onChange={setNote} maxLength={120} />
      </Stack>
    </Section>
  )
}

function Picks() {
  const [reason, setReason] = useState<(typeof reasons)[number]['id'] | null>(null)
  const [person, setPerson] = useState<string | null>(null)
  const [kind, setKind] = useState<'a' | 'b' | null>('a')
  const [seen, setSeen] = useState(true)
  const [chips, setChips] = useState<('x' | 'y')[]>(['x', 'y'])
  const kinds = [
    { id: 'a', label: 'Almindeligt' },
    { id: 'b', label: 'Vigtigt' },
  ] as const
  return (
    <Section title="Vælg">
      <Stack gap={5}>
        <ComboBox
          label="Skriv om"
          options={people}
          value={person}
          onChange={setPerson}
          placeholder="Navn eller værelse"
        />
        <Select
          label="Grund"
          choices={reasons}
          value={reason}
          onChange={setReason}
          fault={reason ? undefined : 'Vælg, hvorfor opholdet slutter.'}
        />
        <RadioRow label="Notatet er" choices={kinds} value={kind} onChange={setKind} />
        <Checkbox label="Jeg har læst overleveringen" value={seen} onChange={setSeen} />
        <Checkbox
          label="Borgeren er hørt"
          help="Servicelovens § 81."
          value={false}
          onChange={() => {}}
          fault="Sæt kryds, eller skriv hvorfor ikke."
        />
        <ToggleChips
          label="Enheder"
          isMultiple
          choices={[
            { id: 'x', label: 'Åstedet' },
            { id: 'y', label: 'Solvang' },
          ]}
          value={chips}
          onChange={setChips}
        />
        <FileField
          label="Billede"
          help="Kun til genkendelse."
          isOptional
          chosen={{ name: 'jens.jpg' }}
          onChoose={() => {}}
          onRemove={() => {}}
        />
      </Stack>
    </Section>
  )
}

function Times() {
  const [day, setDay] = useState<string | null>('2026-11-23')
  const [born, setBorn] = useState<string | null>(null)
  const [time, setTime] = useState<string | null>('14:02')
  return (
    <Section title="Tid">
      <Stack gap={5}>
        <DatePicker label="Slutter" value={day} onChange={setDay} min="2026-11-01" />
        <DateField label="Født" value={born} onChange={setBorn} fault="Dagen mangler. Skriv dag, måned og år." />
        <TimeField label="Klokken" value={time} onChange={setTime} />
      </Stack>
    </Section>
  )
}

function Buttons() {
  const [isOpen, setOpen] = useState(location.search === '?dialog')
  const close = () => setOpen(false)
  return (
    <Section title="Knapper">
      <Row>
        <Button kind="primary" onPress={() => setOpen(true)}>
          Afslut opholdet
        </Button>
        <Button>Gem kladde</Button>
        <Button kind="plain">Fortryd</Button>
        <Button kind="primary" isBusy>
          Gem hos Jens B.
        </Button>
        <Button isDisabled>Send</Button>
        <LinkButton href="#forms">Se planen</LinkButton>
        <IconButton glyph="left" label="Forrige" />
        <Menu
          label="Mere"
          items={[
            { id: 'a', label: 'Træk tilbage', onAct: close },
            { id: 'b', label: 'Hvem har set', onAct: close },
          ]}
        />
      </Row>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title="Afslut opholdet for Jens B.?"
        actions={
          <>
            <Button kind="primary" onPress={close}>
              Afslut opholdet
            </Button>
            <Button onPress={close}>Lad det stå</Button>
          </>
        }
      >
        <p>Jens har boet på Åstedet siden 5. januar. Når opholdet er afsluttet, kan der ikke skrives flere notater.</p>
        <TextField label="Hvorfor" value="" onChange={() => {}} />
      </Dialog>
    </Section>
  )
}

function Other() {
  return (
    <Section title="Faner og skift">
      <Stack gap={5}>
        <TabLinks
          label="Jens B."
          items={[
            { href: '#forms', label: 'Tråd', isCurrent: true },
            { href: '#plan', label: 'Plan' },
            { href: '#med', label: 'Medicin' },
            { href: '#contacts', label: 'Kontakter' },
            { href: '#seen', label: 'Hvem har set' },
          ]}
        />
        <Tabs
          label="Mål"
          items={[
            { id: 'now', label: 'Nu', content: 'Går selv til bussen.' },
            { id: 'next', label: 'Næste', content: 'Handler alene.' },
          ]}
        />
        <ThemeSwitch />
        <LanguageSwitch value="da" onChange={() => {}} />
      </Stack>
    </Section>
  )
}
