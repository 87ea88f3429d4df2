import { useState } from 'react'
import { decisions } from '#features/decisions/contract.ts'
import { nameOfMessage } from '#features/relay/rules.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  Columns,
  Disclosure,
  Empty,
  Lines,
  Mark,
  Notice,
  Page,
  Show,
  Stack,
  shortDayWords,
  Table,
  TextLink,
  useToday,
} from '#kernel/ui/index.ts'
import { useAddressWord, useRead, useWrite } from '#kernel/web/index.ts'
import { golive, type Readiness } from '../contract.ts'
import { nameOfCase } from '../rules.ts'
import { standardGates, standardItems } from '../standard.ts'
import { standingOf } from '../standing.ts'
import { LiftDialog } from './LiftDialog.tsx'
import { Sides } from './Sides.tsx'
import { text } from './text.ts'
import { UnitChecks } from './UnitChecks.tsx'
import { Verdict } from './Verdict.tsx'

/** Units beside each other, those held up first: what blocks, what is also missing, what was said. Then one unit in full. */
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
      {chosen ? (
        <Stack gap={4}>
          {place.units.length > 1 && (
            <div>
              <Button kind="plain" onPress={() => setUnit('')}>
                {text.allUnits}
              </Button>
            </div>
          )}
          <Columns>
            <UnitChecks key={chosen.id} place={place} unit={chosen} />
          </Columns>
        </Stack>
      ) : (
        <Units place={place} onChoose={setUnit} />
      )}
    </Stack>
  )
}

function Stops({ place }: { place: Readiness }) {
  const [lifting, setLifting] = useState<string>()
  return (
    <>
      {place.stops.map(({ id, caseNumber, because, byName, message }) => (
        <Notice
          key={id}
          tone="attention"
          isUrgent
          title={text.stopped(nameOfCase(caseNumber), because, byName)}
          actions={place.permitted.includes('keep') && <Button onPress={() => setLifting(id)}>{text.lift}</Button>}
        >
          <Told message={message} mayTell={place.permitted.includes('keep')} />
        </Notice>
      ))}
      {lifting && <LiftDialog id={lifting} onClose={() => setLifting(undefined)} />}
    </>
  )
}

type ToldProps = { message: Readiness['stops'][number]['message']; mayTell: boolean }

/** Where the message of a stop has got to; the coordinator goes on to it. */
function Told({ message, mayTell }: ToldProps) {
  if (!message) return <p>{text.stopUntold}</p>
  const words = message.isOut ? text.stopIsOut : text.stopWithCoordinator
  return (
    <p>
      {words(nameOfMessage(message.number))}{' '}
      {mayTell && !message.isOut && <TextLink href="/kommunikation">{text.sendStop}</TextLink>}
    </p>
  )
}

const codes = (list: readonly string[]): string => (list.length === 0 ? text.nothingBlocks : list.join(', '))

type UnitsProps = { place: Readiness; onChoose: (id: string) => void }

function Units({ place, onChoose }: UnitsProps) {
  const today = useToday()
  const rows = place.units.map((unit) => ({ ...unit, standing: standingOf(place, unit, today) }))
  const waiting = rows.filter((row) => row.goLiveOn > today && isHeldUp(row))
  const rest = rows.filter((row) => !waiting.includes(row))
  return (
    <Stack gap={4}>
      {waiting.length > 0 && <UnitTable caption={text.tableCaption} rows={waiting} onChoose={onChoose} />}
      {rest.length > 0 && (
        <Disclosure title={`${text.liveOrClear} (${rest.length})`} isOpen={waiting.length === 0}>
          <UnitTable caption={text.liveOrClear} rows={rest} onChoose={onChoose} />
        </Disclosure>
      )}
      <Disclosure title={text.legend}>
        <Lines label={text.legend}>
          {[...place.items, ...place.gates].map(({ id, code, title }) => (
            <li key={id}>
              <strong>{code}</strong> {title}
            </li>
          ))}
        </Lines>
      </Disclosure>
    </Stack>
  )
}

type UnitRow = Readiness['units'][number] & { standing: ReturnType<typeof standingOf> }

const isHeldUp = ({ standing, verdict }: UnitRow): boolean =>
  standing.lacking.length + standing.gates.length > 0 || verdict === null || verdict.verdict === 'no-go'

type TableProps = { caption: string; rows: readonly UnitRow[]; onChoose: (id: string) => void }

function UnitTable({ caption, rows, onChoose }: TableProps) {
  const today = useToday()
  return (
    <Table
      caption={caption}
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
          cell: ({ standing, goLiveOn }) =>
            codes([
              ...standing.lacking.filter((code) => !standing.blocking.includes(code)),
              ...(goLiveOn > today ? standing.gates : []),
            ]),
        },
        { head: text.verdict, cell: (unit) => <Verdict unit={unit} /> },
      ]}
    />
  )
}
