import { useState } from 'react'
import { decisions } from '#features/decisions/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  Empty,
  Mark,
  Notice,
  Page,
  Select,
  Show,
  Stack,
  shortDayWords,
  Table,
  useToday,
} from '#kernel/ui/index.ts'
import { useAddressWord, useRead, useWrite } from '#kernel/web/index.ts'
import { golive, type Readiness, type UnitReadiness } from '../contract.ts'
import { nameOfCase } from '../rules.ts'
import { standardGates, standardItems } from '../standard.ts'
import { standingOf } from '../standing.ts'
import { LiftDialog } from './LiftDialog.tsx'
import { Sides } from './Sides.tsx'
import { text } from './text.ts'
import { UnitChecks } from './UnitChecks.tsx'

/** Units beside each other: what blocks, what is also missing, what was said. Then one unit in full. */
export function ReadyPage() {
  const places = useRead(golive.readiness, {})
  return (
    <Page title={text.title} lead={text.lead}>
      <Stack gap={5}>
        <Sides side="ready" />
        <Show of={places} lines={8} empty={<Empty action={<Begin />}>{text.none}</Empty>}>
          {(known) => known.map((place) => <Place key={place.id} place={place} />)}
        </Show>
      </Stack>
    </Page>
  )
}

function Begin() {
  const places = useRead(decisions.places, {}, { staleMs: 60_000 })
  const begin = useWrite(golive.begin)
  const placeId = places.data?.[0]?.id
  if (!placeId) return null
  const run = () =>
    void begin.run({
      placeId,
      items: standardItems.map((item) => ({ ...item, id: newId() })),
      gates: standardGates.map((gate) => ({ ...gate, id: newId() })),
    })
  return (
    <Button kind="primary" isBusy={begin.isBusy} onPress={run}>
      {text.begin}
    </Button>
  )
}

function Place({ place }: { place: Readiness }) {
  const [unit, setUnit] = useAddressWord('enhed', '')
  const chosen = place.units.find(({ id }) => id === unit) ?? (place.units.length === 1 ? place.units[0] : undefined)
  return (
    <Stack gap={6}>
      <Stops place={place} />
      {place.units.length > 1 && <Units place={place} onChoose={setUnit} />}
      {place.units.length > 1 && (
        <Select
          label={text.choose}
          choices={place.units.map(({ id, name }) => ({ id, label: name }))}
          value={chosen?.id ?? null}
          onChange={setUnit}
        />
      )}
      {chosen && <UnitChecks key={chosen.id} place={place} unit={chosen} />}
    </Stack>
  )
}

function Stops({ place }: { place: Readiness }) {
  const [lifting, setLifting] = useState<string>()
  return (
    <>
      {place.stops.map(({ id, caseNumber, because, byName }) => (
        <Notice
          key={id}
          tone="attention"
          isUrgent
          title={text.stopped(nameOfCase(caseNumber), because, byName)}
          actions={place.permitted.includes('keep') && <Button onPress={() => setLifting(id)}>{text.lift}</Button>}
        />
      ))}
      {lifting && <LiftDialog id={lifting} onClose={() => setLifting(undefined)} />}
    </>
  )
}

const codes = (list: readonly string[]): string => (list.length === 0 ? text.nothingBlocks : list.join(', '))

function Units({ place, onChoose }: { place: Readiness; onChoose: (id: string) => void }) {
  const today = useToday()
  const rows = place.units.map((unit) => ({ ...unit, standing: standingOf(place, unit, today) }))
  return (
    <Table
      caption={text.tableCaption}
      rows={rows}
      columns={[
        {
          head: text.unit,
          cell: ({ id, name }) => (
            <Button kind="plain" onPress={() => onChoose(id)}>
              {name}
            </Button>
          ),
        },
        { head: text.goLive, cell: ({ goLiveOn }) => shortDayWords(goLiveOn, today) },
        {
          head: text.blocking,
          cell: ({ standing }) => (
            <Mark tone={standing.blocking.length ? 'attention' : 'ok'}>{codes(standing.blocking)}</Mark>
          ),
        },
        {
          head: text.alsoMissing,
          cell: ({ standing }) =>
            codes([...standing.lacking.filter((code) => !standing.blocking.includes(code)), ...standing.gates]),
        },
        { head: text.verdict, cell: (unit) => <Verdict unit={unit} /> },
      ]}
    />
  )
}

const tones = { go: 'ok', conditions: 'info', 'no-go': 'violet' } as const

export const Verdict = ({ unit: { verdict } }: { unit: Pick<UnitReadiness, 'verdict'> }) =>
  verdict ? <Mark tone={tones[verdict.verdict]}>{text.verdicts[verdict.verdict]}</Mark> : <span>{text.notSaid}</span>
