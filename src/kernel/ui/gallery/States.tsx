import {
  Banner,
  BarChart,
  BarRows,
  Button,
  DayText,
  Empty,
  Foot,
  Knot,
  Lanes,
  Lines,
  Mark,
  MomentText,
  Notice,
  Page,
  Person,
  Portrait,
  Progress,
  Row,
  SaveState,
  Section,
  Show,
  Stack,
  Table,
  Terms,
  TextLink,
  Thread,
  TimeText,
  Warning,
  weekWords,
} from '../index.ts'
import { Frame } from './Frame.tsx'

const AT = '2026-11-23T14:02:10+01:00'
const retry = () => {}
const show = (rows: string[]) => <p>{rows.join(', ')}</p>

export function States() {
  return (
    <Frame current="#states" banner={<Banner>Ingen forbindelse. Det, du skriver, ligger på tabletten.</Banner>}>
      <Page title="Tilstande" lead="Alt, der kan være tomt, langsomt, afvist eller uden net.">
        <Stack gap={6}>
          <Coming />
          <Saving />
          <Said />
          <Rows />
          <Pictures />
          <Chain />
          <Known />
        </Stack>
      </Page>
    </Frame>
  )
}

const Coming = () => (
  <Section title="Hentet og ikke hentet">
    <Stack gap={5}>
      <Show of={{ status: 'loading' }}>{show}</Show>
      <Show
        of={{ status: 'ready', data: [] as string[] }}
        empty={<Empty action={<Button>Skriv det første notat</Button>}>Der er ingen notater om Jens endnu.</Empty>}
      >
        {show}
      </Show>
      <Show
        of={{
          status: 'refused',
          problemText: 'Notatet kan ikke rettes: Emma K. trak det tilbage kl. 14.10. Skriv et nyt notat.',
        }}
      >
        {show}
      </Show>
      <Show of={{ status: 'failed', problemText: 'Serveren har travlt. Intet er gået tabt.', retry }}>{show}</Show>
      <Show of={{ status: 'offline', retry }}>{show}</Show>
      <Show of={{ status: 'offline', data: ['Jens B.', 'Birthe L.'] }}>{show}</Show>
    </Stack>
  </Section>
)

const Saving = () => (
  <Section title="Gemt">
    <Stack gap={2}>
      <SaveState state={{ kind: 'typing' }} />
      <SaveState state={{ kind: 'onDevice', at: AT }} />
      <SaveState state={{ kind: 'saved', at: AT }} />
      <SaveState state={{ kind: 'queued', at: AT }} />
      <SaveState state={{ kind: 'failed', why: 'Jens er flyttet til Solvang. Skriv til dem.', retry }} />
    </Stack>
  </Section>
)

const Said = () => (
  <Section title="Sagt">
    <Stack gap={4}>
      <Notice title="Vagten er overtaget">Omar overtog kl. 15.04.</Notice>
      <Notice tone="ok">Opholdet er afsluttet. Jens kan stadig findes under tidligere borgere.</Notice>
      <Notice tone="violet">Nødadgang er i brug. Alt, du ser, bliver skrevet ned.</Notice>
      <Row gap={5}>
        <Mark tone="info">I gang</Mark>
        <Mark tone="ok">Gælder stadig</Mark>
        <Mark tone="attention">Skal ses efter</Mark>
        <Mark tone="violet">Nødadgang</Mark>
        <Mark>Ikke begyndt</Mark>
        <Warning since="2025-03-03">Penicillinallergi</Warning>
      </Row>
      <Row gap={5}>
        {([24, 32, 40, 64] as const).map((size) => (
          <Portrait key={size} name="Jens Bøgh" size={size} />
        ))}
        <Person name="Jens B." second="47 år · værelse 4" size={64} />
      </Row>
      <p>
        <DayText day="2026-11-22" />, <DayText day="2026-03-03" />, <DayText day="2025-03-03" />, <TimeText at={AT} />,{' '}
        <MomentText at="2026-11-22T23:04:00+01:00" />, {weekWords('2026-11-23')}
      </p>
    </Stack>
  </Section>
)

const stays = [
  { id: '1', name: 'Jens B.', since: '2026-01-05', notes: 214, state: 'Gælder stadig' },
  {
    id: '2',
    name: 'Birthe L.',
    since: '2025-08-01',
    notes: 1040,
    state: 'Specialpædagogisk døgnrehabiliteringstilbudsvisitation',
  },
]

const Rows = () => (
  <Section title="Tabel">
    <Table
      caption="Ophold på Åstedet"
      rows={stays}
      columns={[
        { head: 'Borger', cell: (stay) => <TextLink href="#jens">{stay.name}</TextLink> },
        { head: 'Siden', cell: (stay) => <DayText day={stay.since} /> },
        { head: 'Tilstand', cell: (stay) => <Mark tone="ok">{stay.state}</Mark> },
        { head: 'Notater', cell: (stay) => stay.notes, isNumber: true },
      ]}
    />
  </Section>
)

const week = [12, 9, 14, 0, 7, 11, 3].map((value, at) => ({ label: `${17 + at}. november`, value, isStrong: at === 6 }))
const votes = [
  { label: 'Socialpsykiatri', value: 42, isStrong: true },
  { label: 'Døgnrehabiliteringstilbud', value: 17 },
  { label: 'Bostøtte', value: 0 },
]

const Pictures = () => (
  <Section title="Billeder">
    <Stack gap={5}>
      <BarChart caption="Notater om dagen" note="uge 47" unit="Notater" bars={week} />
      <BarRows caption="Stemmer" bars={votes} />
      <Progress label="Set igennem" done={5} of={9} />
    </Stack>
  </Section>
)

const Chain = () => (
  <Section title="Kæde">
    <Thread direction="across" label="Krav 14">
      <Knot kind="past" title="Ønske" label="3. marts · Kim">
        Notater skal kunne læses op.
      </Knot>
      <Knot title="Krav" label="12. maj · Mette">
        Oplæsning i journalen.
      </Knot>
      <Knot kind="important" isNew title="Beslutning" label="1. juni · Styregruppen">
        Købes med.
      </Knot>
      <Knot kind="open" title="Prøve" word="skal ses efter">
        Kravet er ændret siden.
      </Knot>
    </Thread>
  </Section>
)

const lanes = ['Nu', 'Næste', 'Kan vente']

const Known = () => (
  <>
    <Section title="Baner">
      <Lanes>
        {lanes.map((lane) => (
          <Section key={lane} title={lane}>
            <Lines>
              <li>Læg vagtplanen for uge 49</li>
              <li>Ring til leverandøren</li>
            </Lines>
          </Section>
        ))}
      </Lanes>
    </Section>
    <Section title="Om borgeren">
      <Terms
        items={[
          { term: 'Værelse', value: '4' },
          { term: 'Kontaktperson', value: 'Mette Holm' },
          { term: 'Indsats', value: 'Specialpædagogisk døgnrehabiliteringstilbudsvisitation' },
        ]}
      />
    </Section>
    <Foot>
      <Button kind="primary">Skriv om Jens</Button>
    </Foot>
  </>
)
