import { useState } from 'react'
import { type Id, newId } from '#kernel/lang/id.ts'
import {
  Button,
  DatePicker,
  FormDialog,
  Lines,
  Row,
  Section,
  Select,
  Stack,
  savedAndClose,
  TextArea,
  TextField,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { plan, type Task } from '../contract.ts'
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

/** Among tasks of the same unit, or of the project. */
function Needs({ id, unitId, value, onChange, fault }: NeedsProps) {
  const tasks = useRead(plan.tasks, {}, { staleMs: 60_000 })
  const near = (tasks.data ?? []).filter((one) => one.id !== id && (one.unitId === unitId || one.unitId === null))
  const name = ({ code, title }: Task) => [code, title].filter(Boolean).join(' ')
  const chosen = (tasks.data ?? []).filter((one) => value.includes(one.id))
  const free = near.filter((one) => !value.includes(one.id))
  return (
    <Section title={text.needs}>
      <Stack gap={2}>
        <Lines label={text.needs}>
          {chosen.map((one) => (
            <li key={one.id}>
              <Row gap={3} apart>
                <span>{name(one)}</span>
                <Button kind="plain" onPress={() => onChange(value.filter((need) => need !== one.id))}>
                  {text.remove}
                </Button>
              </Row>
            </li>
          ))}
        </Lines>
        <Select
          label={text.addNeed}
          choices={free.map((one) => ({ id: one.id, label: name(one) }))}
          value={null}
          placeholder={text.choose}
          onChange={(need) => onChange([...value, need])}
          fault={fault}
        />
      </Stack>
    </Section>
  )
}
