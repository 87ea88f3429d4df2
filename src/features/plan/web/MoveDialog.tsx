import { useState } from 'react'
import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import {
  DatePicker,
  Disclosure,
  FormDialog,
  Mark,
  savedAndClose,
  shortDayWords,
  Table,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Plan, plan, type Task, type Wave } from '../contract.ts'
import { moved, whyNotMoveWave } from '../rules.ts'
import { text } from './text.ts'
import { touches } from './touches.ts'

type Props = { one: Plan; wave: Wave; onClose: () => void }

/** What is told of a template when something is dated by it. */
const offsetsOf = ({ templates, phases }: Plan) =>
  new Map(
    templates.map(({ id, offsetDays, earliestPhaseId }) => [
      id,
      { offsetDays, earliestOn: phases.find((phase) => phase.id === earliestPhaseId)?.startsOn ?? null },
    ]),
  )

/** A go-live on another day, with every day that follows shown before anything happens. */
export function MoveDialog({ one, wave, onClose }: Props) {
  const today = useToday()
  const [goLiveOn, setDay] = useState<Day | null>(wave.goLiveOn)
  const [because, setBecause] = useState('')
  const sender = useWrite(plan.moveWave, { onDone: savedAndClose(onClose), touches })
  const { id, version } = wave
  const save = () => void sender.run({ id, version, goLiveOn: goLiveOn ?? '', because })
  // While a day is being typed it is often none that one can move to.
  const isMove = goLiveOn && goLiveOn !== wave.goLiveOn && !whyNotMoveWave({ ...wave, to: goLiveOn }, today)
  return (
    <FormDialog title={text.moveTitle(wave.name)} verb={text.move} sender={sender} onSave={save} onClose={onClose}>
      <DatePicker
        label={text.goLiveOn}
        value={goLiveOn}
        min={today}
        onChange={setDay}
        fault={sender.faultOf('goLiveOn')}
      />
      <TextField
        label={text.because}
        value={because}
        onChange={setBecause}
        maxLength={300}
        fault={sender.faultOf('because')}
      />
      {isMove && <Preview one={one} wave={wave} goLiveOn={goLiveOn} />}
    </FormDialog>
  )
}

function Preview({ one, wave, goLiveOn }: Omit<Props, 'onClose'> & { goLiveOn: Day }) {
  const today = useToday()
  const tasks = useRead(plan.tasks, {}, { staleMs: 60_000 })
  const units = new Set<Id>(wave.units.map(({ id }) => id))
  const own = (tasks.data ?? []).filter(({ unitId, waveId }) => (unitId && units.has(unitId)) || waveId === wave.id)
  const byId = new Map<Id, Task>(own.map((task) => [task.id, task]))
  const changes = moved(own, { from: wave.goLiveOn, to: goLiveOn }, offsetsOf(one))
  return (
    <>
      <Mark tone="info">{changes.length === 0 ? text.previewNone : text.preview(changes.length)}</Mark>
      <p>{text.previewHelp}</p>
      <Disclosure title={text.preview(changes.length)} isOpen={changes.length > 0 && changes.length < 12}>
        <Table
          caption={text.moveTitle(wave.name)}
          rows={changes}
          columns={[
            {
              head: text.task,
              cell: ({ id }) => [byId.get(id)?.title, byId.get(id)?.unitName].filter(Boolean).join(' · '),
            },
            { head: text.was, cell: ({ wasOn }) => (wasOn ? shortDayWords(wasOn, today) : text.undated) },
            { head: text.becomes, cell: ({ dueOn }) => shortDayWords(dueOn, today) },
          ]}
        />
      </Disclosure>
    </>
  )
}
