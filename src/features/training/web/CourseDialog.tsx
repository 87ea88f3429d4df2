import { useState } from 'react'
import { offerGroupKeys } from '#features/org/offer-groups.ts'
import { groupWord } from '#features/requirements/web/index.ts'
import { newId } from '#kernel/lang/id.ts'
import { FormDialog, Select, savedAndClose, TextArea, TextField, ToggleChips } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Course, training } from '../contract.ts'
import { audiences, courseSorts } from '../rules.ts'
import { text } from './text.ts'

const NOTHING = 'none'

const startOf = (course: Course | undefined) => ({
  code: course?.code ?? '',
  title: course?.title ?? '',
  sort: course?.sort ?? ('start' as const),
  minutes: String(course?.minutes ?? 180),
  competences: course?.competences.join(', ') ?? '',
  covers: course?.covers ?? '',
  offerGroups: course?.offerGroups ?? [],
  staff: course?.staff ?? ('permanent' as const),
  settingKey: course?.settingKey ?? NOTHING,
})
type Form = ReturnType<typeof startOf>

const written = (form: Form) => ({
  ...form,
  minutes: Number(form.minutes) || 0,
  competences: form.competences
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter(Boolean),
  settingKey: form.settingKey === NOTHING ? null : form.settingKey,
})

type Props = { placeId: string; course: Course | undefined; onClose: () => void }

export function CourseDialog({ placeId, course, onClose }: Props) {
  const [id] = useState(() => course?.id ?? newId())
  const [form, setForm] = useState(() => startOf(course))
  const set = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const done = { onDone: savedAndClose(onClose), touches: ['thread'] }
  const add = useWrite(training.addCourse, done)
  const change = useWrite(training.changeCourse, done)
  const sender = course ? change : add
  const save = () =>
    void (course
      ? change.run({ id, version: course.version, ...written(form) })
      : add.run({ id, placeId, ...written(form) }))
  return (
    <FormDialog title={course ? text.changeCourse : text.addCourse} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={text.number}
        value={form.code}
        onChange={(code) => set({ code })}
        maxLength={20}
        fault={sender.faultOf('code')}
        autoFocus
      />
      <TextField
        label={text.name}
        value={form.title}
        onChange={(title) => set({ title })}
        maxLength={120}
        fault={sender.faultOf('title')}
      />
      <Select
        label={text.sort}
        choices={courseSorts.map((key) => ({ id: key, label: text.sorts[key] }))}
        value={form.sort}
        onChange={(sort) => set({ sort })}
      />
      <TextField
        label={text.minutes}
        value={form.minutes}
        onChange={(minutes) => set({ minutes })}
        fault={sender.faultOf('minutes')}
      />
      <TextField
        label={text.competences}
        help={text.competencesHelp}
        value={form.competences}
        onChange={(competences) => set({ competences })}
        fault={sender.faultOf('competences') ?? sender.faultOf('competences.0')}
        isOptional
      />
      <TextArea
        label={text.covers}
        value={form.covers}
        onChange={(covers) => set({ covers })}
        maxLength={500}
        isOptional
      />
      <ForWhom form={form} set={set} />
    </FormDialog>
  )
}

const ForWhom = ({ form, set }: { form: Form; set: (part: Partial<Form>) => void }) => (
  <>
    <Select
      label={text.staff}
      choices={audiences.map((key) => ({ id: key, label: text.audiences[key] }))}
      value={form.staff}
      onChange={(staff) => set({ staff })}
    />
    <ToggleChips
      label={text.units}
      isMultiple
      choices={offerGroupKeys.map((key) => ({ id: key, label: groupWord(key) }))}
      value={form.offerGroups}
      onChange={(offerGroups) => set({ offerGroups })}
    />
    <Select
      label={text.settingKey}
      choices={[
        { id: NOTHING, label: text.noSetting },
        ...Object.entries(text.settings).map(([id, label]) => ({ id, label })),
      ]}
      value={form.settingKey}
      onChange={(settingKey) => set({ settingKey })}
    />
  </>
)
