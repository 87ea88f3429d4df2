import { useState } from 'react'
import { decisions } from '#features/decisions/contract.ts'
import { useUnit } from '#features/org/web/index.ts'
import { addDays } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  Columns,
  DatePicker,
  Empty,
  FormDialog,
  Mark,
  Page,
  RadioRow,
  Section,
  Show,
  Stack,
  savedAndClose,
  shortDayWords,
  Table,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { golive, type Pulse } from '../contract.ts'
import { firstWeak, type Statement, statements } from '../rules.ts'
import { Sides, useIsKeeper } from './Sides.tsx'
import { text } from './text.ts'

/** Five taps a month; by nobody, and of no unit with fewer than five. */
export function PulsePage() {
  const pulses = useRead(golive.pulses, {})
  const places = useRead(decisions.places, {}, { staleMs: 60_000 })
  const [isOpening, setOpening] = useState(false)
  const placeId = places.data?.[0]?.id
  const open = placeId && <Button onPress={() => setOpening(true)}>{text.openPulse}</Button>
  return (
    <Page title={useIsKeeper() ? text.title : text.tabs.pulse} lead={text.pulseLead} actions={open}>
      <Stack gap={5}>
        <Sides side="pulse" />
        <Columns>
          <Show of={pulses} empty={<Empty>{text.pulseNone}</Empty>}>
            {(known) => known.map((pulse) => <OnePulse key={pulse.id} pulse={pulse} />)}
          </Show>
        </Columns>
      </Stack>
      {isOpening && placeId && <OpenDialog placeId={placeId} onClose={() => setOpening(false)} />}
    </Page>
  )
}

function OnePulse({ pulse }: { pulse: Pulse }) {
  const today = useToday()
  const day = shortDayWords(pulse.closesOn, today)
  return (
    <Section
      title={shortDayWords(pulse.opensOn, today)}
      note={pulse.isOpen ? text.pulseOpen(day) : text.pulseClosed(day)}
    >
      <Stack gap={5}>
        {pulse.isOpen && (pulse.hasAnswered ? <Mark tone="ok">{text.pulseThanks}</Mark> : <Taps pulse={pulse} />)}
        {pulse.units.length === 0 ? <p>{text.tooFew}</p> : <Units pulse={pulse} />}
      </Stack>
    </Section>
  )
}

const levels = (['1', '2', '3', '4'] as const).map((id) => ({ id, label: text.levels[id] }))
type Level = '1' | '2' | '3' | '4'

/** One tap each. What is tapped is in no address and no log. */
export function Taps({ pulse }: { pulse: Pulse }) {
  const unit = useUnit()
  const [taps, setTaps] = useState<Partial<Record<Statement, Level>>>({})
  const send = useWrite(golive.answerPulse)
  const isWhole = statements.every((one) => taps[one])
  const run = () => {
    const [knowsWhy, wantsTo, knowsHow, isAble, itLasts] = statements.map((one) => Number(taps[one])) as [
      number,
      number,
      number,
      number,
      number,
    ]
    void send.run({ id: pulse.id, unitId: unit?.id ?? '', knowsWhy, wantsTo, knowsHow, isAble, itLasts })
  }
  return (
    <Stack gap={4}>
      {statements.map((one) => (
        <RadioRow
          key={one}
          label={text.statements[one]}
          choices={levels}
          value={taps[one] ?? null}
          onChange={(level) => setTaps((before) => ({ ...before, [one]: level }))}
        />
      ))}
      {send.problemText && <Mark tone="attention">{send.problemText}</Mark>}
      <div>
        <Button kind="primary" isDisabled={!isWhole} isBusy={send.isBusy} onPress={run}>
          {text.sendPulse}
        </Button>
      </div>
    </Stack>
  )
}

function Units({ pulse }: { pulse: Pulse }) {
  return (
    <Stack gap={3}>
      <Table
        caption={text.tabs.pulse}
        rows={pulse.units}
        columns={[
          { head: text.unit, cell: ({ name, answers }) => `${name} (${text.answers(answers)})` },
          ...statements.map((one) => ({
            head: text.statements[one],
            cell: (unit: Pulse['units'][number]) => text.percent(unit[one]),
            isNumber: true,
          })),
        ]}
      />
      {pulse.units.map((unit) => {
        const weak = firstWeak(unit)
        return (
          <p key={unit.id}>
            <strong>{unit.name}</strong>:{' '}
            {weak ? `${text.statements[weak]} – ${text.suggestFor[weak]}` : text.allStrong}
          </p>
        )
      })}
    </Stack>
  )
}

const PULSE_DAYS = 7

function OpenDialog({ placeId, onClose }: { placeId: string; onClose: () => void }) {
  const today = useToday()
  const [id] = useState(newId)
  const [opensOn, setOpens] = useState<string | null>(today)
  const [closesOn, setCloses] = useState<string | null>(addDays(today, PULSE_DAYS))
  const sender = useWrite(golive.openPulse, { onDone: savedAndClose(onClose) })
  const save = () => void sender.run({ id, placeId, opensOn: opensOn ?? '', closesOn: closesOn ?? '' })
  return (
    <FormDialog title={text.openPulse} verb={text.openPulse} sender={sender} onSave={save} onClose={onClose}>
      <DatePicker label={text.opensOn} value={opensOn} onChange={setOpens} fault={sender.faultOf('opensOn')} />
      <DatePicker label={text.closesOn} value={closesOn} onChange={setCloses} fault={sender.faultOf('closesOn')} />
    </FormDialog>
  )
}
