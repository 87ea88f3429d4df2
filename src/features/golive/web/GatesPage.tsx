import { useState } from 'react'
import { plan } from '#features/plan/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  Columns,
  DatePicker,
  Empty,
  FormDialog,
  Lines,
  Mark,
  Page,
  Row,
  Show,
  Stack,
  savedAndClose,
  shortDayWords,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Gate, golive, type Readiness } from '../contract.ts'
import { Sides } from './Sides.tsx'
import { text } from './text.ts'

/** What the municipality itself must have passed; some once, some for each wave. */
export function GatesPage() {
  const places = useRead(golive.readiness, {})
  return (
    <Page title={text.title} lead={text.gatesLead}>
      <Stack gap={5}>
        <Sides side="gates" />
        <Columns>
          <Show of={places} empty={<Empty>{text.none}</Empty>}>
            {(known) => known.map((place) => <Gates key={place.id} place={place} />)}
          </Show>
        </Columns>
      </Stack>
    </Page>
  )
}

type Passing = { gate: Gate; waveId: string | null; name: string }

function Gates({ place }: { place: Readiness }) {
  const [passing, setPassing] = useState<Passing>()
  const plans = useRead(plan.plans, {}, { staleMs: 60_000 })
  const waves = plans.data?.find(({ placeId }) => placeId === place.id)?.waves ?? []
  const ask = place.permitted.includes('keep') ? setPassing : undefined
  return (
    <>
      <Lines label={text.tabs.gates}>
        {place.gates.map((gate) => (
          <li key={gate.id}>
            <Stack gap={2}>
              <strong>
                {gate.code} {gate.title}
              </strong>
              <small>{[gate.why, gate.perWave && text.perWave].filter(Boolean).join(' · ')}</small>
              {gate.perWave ? (
                waves.map(({ id, name }) => <Passed key={id} gate={gate} waveId={id} name={name} onPass={ask} />)
              ) : (
                <Passed gate={gate} waveId={null} name="" onPass={ask} />
              )}
            </Stack>
          </li>
        ))}
      </Lines>
      {passing && <PassDialog {...passing} onClose={() => setPassing(undefined)} />}
    </>
  )
}

function Passed({ gate, waveId, name, onPass }: Passing & { onPass: ((passing: Passing) => void) | undefined }) {
  const today = useToday()
  const pass = gate.passes.find((one) => one.waveId === waveId)
  return (
    <Row gap={3}>
      {name && <span>{name}</span>}
      <Mark tone={pass ? 'ok' : 'attention'}>
        {pass ? text.passed(shortDayWords(pass.passedOn, today), pass.note, pass.byName) : text.notPassed}
      </Mark>
      {!pass && onPass && (
        <Button kind="plain" onPress={() => onPass({ gate, waveId, name })}>
          {text.pass}
        </Button>
      )}
    </Row>
  )
}

function PassDialog({ gate, waveId, name, onClose }: Passing & { onClose: () => void }) {
  const today = useToday()
  const [id] = useState(newId)
  const [passedOn, setDay] = useState<string | null>(today)
  const [note, setNote] = useState('')
  const sender = useWrite(golive.passGate, { onDone: savedAndClose(onClose) })
  const save = () => void sender.run({ id, gateId: gate.id, waveId, passedOn: passedOn ?? '', note })
  return (
    <FormDialog
      title={text.passTitle([gate.title, name].filter(Boolean).join(', '))}
      verb={text.pass}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      <DatePicker
        label={text.seenOn}
        value={passedOn}
        max={today}
        onChange={setDay}
        fault={sender.faultOf('passedOn')}
      />
      <TextField label={text.passNote} value={note} onChange={setNote} maxLength={500} fault={sender.faultOf('note')} />
    </FormDialog>
  )
}
