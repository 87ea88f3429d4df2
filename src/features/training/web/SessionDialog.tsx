import { useState } from 'react'
import { useMyUnits } from '#features/org/web/index.ts'
import { type Chosen, PersonField } from '#features/plan/web/index.ts'
import { dayOf, instantAt } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  Checkbox,
  CheckGroup,
  DatePicker,
  FormDialog,
  Select,
  Stack,
  savedAndClose,
  TextField,
  TimeField,
  timeWords,
  useToday,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Course, type Session, training } from '../contract.ts'
import { text } from './text.ts'

type Props = { courses: readonly Course[]; session?: Session; onClose: () => void }

const clockOf = (at: string): string => timeWords(at).replace('.', ':')

const startOf = (courses: readonly Course[], session: Session | undefined, today: string) => ({
  courseId: session?.courseId ?? courses[0]?.id ?? '',
  day: session ? dayOf(session.startsAt) : today,
  from: session ? clockOf(session.startsAt) : '09:00',
  until: session ? dayOf(session.endsAt) : undefined,
  to: session ? clockOf(session.endsAt) : '12:00',
  place: session?.place ?? '',
  trainer: { employeeId: session?.trainerId ?? null, who: session?.trainer ?? '' } as Chosen,
  capacity: String(session?.capacity ?? 12),
  unitIds: session?.units.map(({ id }) => id) ?? [],
})
type Form = ReturnType<typeof startOf>

const written = (form: Form) => ({
  ...{ startsAt: instantAt(form.day, form.from), endsAt: instantAt(form.until ?? form.day, form.to) },
  ...{ place: form.place, trainer: form.trainer.who, trainerId: form.trainer.employeeId },
  ...{ capacity: Number(form.capacity) || 0, unitIds: form.unitIds },
})

/** Another time, place or trainer: everybody keeps their place. */
export function SessionDialog({ courses, session, onClose }: Props) {
  const today = useToday()
  const [id] = useState(() => session?.id ?? newId())
  const [form, setForm] = useState(() => startOf(courses, session, today))
  const set = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const done = { onDone: savedAndClose(onClose), touches: ['thread'] }
  const plan = useWrite(training.planSession, done)
  const change = useWrite(training.changeSession, done)
  const sender = session ? change : plan
  const save = () =>
    void (session
      ? change.run({ id, version: session.version, ...written(form) })
      : plan.run({ id, courseId: form.courseId, ...written(form) }))
  return (
    <FormDialog title={session ? text.changeSession : text.planSession} sender={sender} onSave={save} onClose={onClose}>
      {!session && (
        <Select
          label={text.course}
          choices={courses.map((course) => ({ id: course.id, label: `${course.code} ${course.title}` }))}
          value={form.courseId}
          onChange={(courseId) => set({ courseId })}
        />
      )}
      <DatePicker label={text.day} value={form.day} onChange={(day) => day && set({ day, until: undefined })} />
      <TimeField label={text.from} value={form.from} onChange={(from) => from && set({ from })} />
      <TimeField
        label={text.to}
        value={form.to}
        onChange={(to) => to && set({ to })}
        fault={sender.faultOf('endsAt')}
      />
      <TextField
        label={text.where}
        value={form.place}
        onChange={(place) => set({ place })}
        maxLength={120}
        fault={sender.faultOf('place')}
      />
      <PersonField
        title={text.trainer}
        was={session && { employeeId: session.trainerId, who: session.trainer }}
        value={form.trainer}
        onChange={(trainer) => set({ trainer })}
        outside={text.trainerHelp}
        fault={sender.faultOf('trainer')}
      />
      <TextField
        label={text.capacity}
        value={form.capacity}
        onChange={(capacity) => set({ capacity })}
        fault={sender.faultOf('capacity')}
      />
      <UnitBoxes value={form.unitIds} onChange={(unitIds) => set({ unitIds })} fault={sender.faultOf('unitIds')} />
    </FormDialog>
  )
}

type BoxesProps = { value: readonly string[]; onChange: (ids: string[]) => void; fault: string | undefined }

function UnitBoxes({ value, onChange, fault }: BoxesProps) {
  const units = (useMyUnits().data ?? []).filter(({ kind }) => kind === 'offer')
  return (
    <CheckGroup label={text.units} note={fault}>
      <Stack gap={1}>
        {units.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            value={value.includes(id)}
            onChange={(isOn) => onChange(isOn ? [...value, id] : value.filter((one) => one !== id))}
          />
        ))}
      </Stack>
    </CheckGroup>
  )
}
