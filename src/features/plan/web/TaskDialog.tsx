import { useState } from 'react'
import { type Id, newId } from '#kernel/lang/id.ts'
import { DatePicker, FormDialog, Select, savedAndClose, TextArea, TextField } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { plan, type Task } from '../contract.ts'
import { NeedsField } from './NeedsField.tsx'
import { text } from './text.ts'
import { touches } from './touches.ts'

const startOf = (task: Task | undefined) => ({
  title: task?.title ?? '',
  why: task?.why ?? '',
  roleId: task?.roleId ?? null,
  employeeId: task?.employeeId ?? null,
  startsOn: task?.startsOn ?? null,
  dueOn: task?.dueOn ?? null,
  needs: task?.needs ?? [],
})
type Form = ReturnType<typeof startOf>
type Props = { planId: Id; task: Task | undefined; unitId?: Id | null; onClose: () => void }

/** Who has it and when; and what must be done first. */
export function TaskDialog({ planId, task, unitId = null, onClose }: Props) {
  const [id] = useState(() => task?.id ?? newId())
  const [form, setForm] = useState(() => startOf(task))
  const set = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const done = { onDone: savedAndClose(onClose), touches }
  const add = useWrite(plan.addTask, done)
  const change = useWrite(plan.changeTask, done)
  const sender = task ? change : add
  const fresh = { id, planId, unitId, waveId: null, phaseId: null, code: null }
  const save = () => void (task ? change.run({ id, version: task.version, ...form }) : add.run({ ...fresh, ...form }))
  return (
    <FormDialog title={task?.title ?? text.addTask} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={text.taskTitle}
        value={form.title}
        onChange={(title) => set({ title })}
        maxLength={160}
        fault={sender.faultOf('title')}
        autoFocus={!task}
      />
      <Role planId={planId} value={form.roleId} onChange={(roleId) => set({ roleId, employeeId: null })} />
      <DatePicker label={text.startsOn} value={form.startsOn} onChange={(startsOn) => set({ startsOn })} isOptional />
      <DatePicker
        label={text.dueOn}
        value={form.dueOn}
        onChange={(dueOn) => set({ dueOn })}
        fault={sender.faultOf('dueOn')}
      />
      <TextArea label={text.why} value={form.why} onChange={(why) => set({ why })} maxLength={500} isOptional />
      <Needs
        id={id}
        unitId={task?.unitId ?? unitId}
        value={form.needs}
        onChange={(needs) => set({ needs })}
        fault={sender.faultOf('needs')}
      />
    </FormDialog>
  )
}

const NOBODY = 'nobody'

function Role({ planId, value, onChange }: { planId: Id; value: Id | null; onChange: (id: Id | null) => void }) {
  const plans = useRead(plan.plans, {}, { staleMs: 60_000 })
  const roles = plans.data?.find(({ id }) => id === planId)?.roles ?? []
  return (
    <Select
      label={text.role}
      choices={[{ id: NOBODY, label: text.noRole }, ...roles.map(({ id, name }) => ({ id, label: name }))]}
      value={value ?? NOBODY}
      onChange={(id) => onChange(id === NOBODY ? null : id)}
    />
  )
}

type NeedsProps = {
  id: Id
  unitId: Id | null
  value: readonly Id[]
  onChange: (needs: Id[]) => void
  fault: string | undefined
}

/** Among tasks of the same unit, or of the project; one that is chosen already is there whatever it belongs to. */
function Needs({ id, unitId, value, ...field }: NeedsProps) {
  const tasks = useRead(plan.tasks, {}, { staleMs: 60_000 })
  const isNear = (one: Task) => one.unitId === unitId || one.unitId === null || value.includes(one.id)
  const choices = (tasks.data ?? [])
    .filter((one) => one.id !== id && isNear(one))
    .map((one) => ({ id: one.id, label: [one.code, one.title].filter(Boolean).join(' ') }))
  return <NeedsField choices={choices} value={value} {...field} />
}
