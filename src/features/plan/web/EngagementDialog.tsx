import { useState } from 'react'
import { dayOf, instantAt } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  DatePicker,
  FormDialog,
  Row,
  Select,
  savedAndClose,
  TextField,
  TimeField,
  timeWords,
  useToday,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Engagement, type Plan, plan } from '../contract.ts'
import { type Chosen, PersonField } from './PersonField.tsx'
import { text } from './text.ts'
import { touches } from './touches.ts'

const WHOLE = 'whole'
const clock = (at: string | undefined, otherwise: string) => (at ? timeWords(at).replace('.', ':') : otherwise)

const startOf = (of: Engagement | undefined) => ({
  title: of?.title ?? '',
  unit: of?.unitId ?? WHOLE,
  person: { employeeId: of?.employeeId ?? null, who: of?.who ?? '' } as Chosen,
  room: of?.room ?? '',
  day: of ? (dayOf(of.fromAt) as string | null) : null,
  from: clock(of?.fromAt, '09:00'),
  until: clock(of?.untilAt, '15:00'),
})
type Form = ReturnType<typeof startOf>

/** A trainer's day, a room at the town hall: whatever cannot be in two places. */
export function EngagementDialog({ one, of, onClose }: { one: Plan; of: Engagement | undefined; onClose: () => void }) {
  const today = useToday()
  const [id] = useState(() => of?.id ?? newId())
  const [form, setForm] = useState(() => startOf(of))
  const set = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const sender = useWrite(plan.keepEngagement, { onDone: savedAndClose(onClose), touches })
  const { title, unit, person, room, day, from, until } = form
  const save = (isCancelled: boolean) =>
    void sender.run({
      ...{ id, planId: one.id, unitId: unit === WHOLE ? null : unit, title, ...person },
      ...{ room: room.trim() || null, isCancelled },
      ...{ fromAt: instantAt(day ?? today, from || '00:00'), untilAt: instantAt(day ?? today, until || '00:00') },
    })
  const cancel = of && (
    <Button kind="plain" onPress={() => save(true)}>
      {text.callOff}
    </Button>
  )
  return (
    <FormDialog
      title={of?.title ?? text.addEngagement}
      sender={sender}
      onSave={() => save(false)}
      onClose={onClose}
      more={cancel}
    >
      <TextField
        label={text.engagementTitle}
        value={title}
        onChange={(words) => set({ title: words })}
        maxLength={120}
        fault={sender.faultOf('title')}
        autoFocus
      />
      <Where one={one} of={of} form={form} set={set} faultOf={sender.faultOf} />
      <Row gap={3}>
        <DatePicker
          label={text.onDay}
          value={day}
          onChange={(to) => set({ day: to })}
          fault={sender.faultOf('fromAt')}
        />
        <TimeField label={text.fromTime} value={from} onChange={(to) => set({ from: to ?? '' })} />
        <TimeField
          label={text.untilTime}
          value={until}
          onChange={(to) => set({ until: to ?? '' })}
          fault={sender.faultOf('untilAt')}
        />
      </Row>
    </FormDialog>
  )
}

type WhereProps = {
  one: Plan
  of: Engagement | undefined
  form: Form
  set: (part: Partial<Form>) => void
  faultOf: (field: string) => string | undefined
}

function Where({ one, of, form, set, faultOf }: WhereProps) {
  const units = one.waves.flatMap((wave) => wave.units.map(({ id, name }) => ({ id: id as string, label: name })))
  return (
    <>
      <Select
        label={text.forUnit}
        choices={[{ id: WHOLE, label: text.whole }, ...units]}
        value={form.unit}
        onChange={(unit) => set({ unit })}
      />
      <PersonField
        title={text.whom}
        was={of}
        value={form.person}
        onChange={(person) => set({ person })}
        outside={text.sameName}
        fault={faultOf('who')}
      />
      <TextField label={text.room} value={form.room} onChange={(room) => set({ room })} maxLength={80} isOptional />
    </>
  )
}
