import { useState } from 'react'
import { DatePicker, FormDialog, RadioRow, Select, savedAndClose, TextArea, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Case, golive } from '../contract.ts'
import { type Cause, causes, isClosed, nameOfCase, type Severity, severities } from '../rules.ts'
import { text } from './text.ts'

const moves = ['taken', 'with-vendor', 'solved', 'next-version'] as const
type Move = (typeof moves)[number]

const startOf = (one: Case) => ({
  to: (one.state === 'new' ? 'taken' : 'solved') as Move,
  severity: one.severity as Severity,
  cause: one.cause as Cause | null,
  resolution: one.resolution,
  vendorText: one.vendorText ?? '',
  workaround: one.workaround ?? '',
  workaroundReviewOn: one.workaroundReviewOn,
})

/** Where it goes, what it came from and what was done; the vendor gets only what is written for them. */
export function HandleDialog({ one, onClose }: { one: Case; onClose: () => void }) {
  const [form, setForm] = useState(() => startOf(one))
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }))
  const sender = useWrite(golive.moveCase, { onDone: savedAndClose(onClose), touches: ['thread'] })
  const save = () =>
    void sender.run({
      id: one.id,
      version: one.version,
      ...form,
      vendorText: form.to === 'with-vendor' ? form.vendorText : null,
      workaround: form.workaround || null,
    })
  return (
    <FormDialog title={text.handleTitle(nameOfCase(one.number))} sender={sender} onSave={save} onClose={onClose}>
      <p>
        <strong>{one.title}</strong>
      </p>
      <RadioRow
        label={text.to}
        choices={moves.map((id) => ({ id, label: text.caseStates[id] }))}
        value={form.to}
        onChange={(to) => set({ to })}
      />
      <RadioRow
        label={text.severity}
        choices={severities.map((id) => ({ id, label: text.shortSeverities[id] }))}
        value={form.severity}
        onChange={(severity) => set({ severity })}
      />
      <Told form={form} set={set} faultOf={sender.faultOf} />
    </FormDialog>
  )
}

type Form = ReturnType<typeof startOf>
type ToldProps = { form: Form; set: (part: Partial<Form>) => void; faultOf: (field: string) => string | undefined }

/** What each move asks to be said. */
const Told = ({ form, set, faultOf }: ToldProps) => (
  <>
    {form.to === 'with-vendor' && (
      <TextArea
        label={text.vendorText}
        help={text.vendorHelp}
        value={form.vendorText}
        onChange={(vendorText) => set({ vendorText })}
        maxLength={2000}
        fault={faultOf('vendorText')}
      />
    )}
    {isClosed(form.to) && (
      <Select
        label={text.cause}
        help={form.cause ? text.causeDoes[form.cause] : undefined}
        choices={causes.map((id) => ({ id, label: text.causes[id] }))}
        value={form.cause}
        onChange={(cause) => set({ cause })}
        fault={faultOf('cause')}
      />
    )}
    <TextArea
      label={text.resolution}
      value={form.resolution}
      onChange={(resolution) => set({ resolution })}
      maxLength={1000}
      fault={faultOf('resolution')}
      isOptional={form.to !== 'solved'}
    />
    <TextField
      label={text.workaround}
      value={form.workaround}
      onChange={(workaround) => set({ workaround })}
      maxLength={500}
      isOptional
    />
    {form.workaround && (
      <DatePicker
        label={text.workaroundReview}
        value={form.workaroundReviewOn}
        onChange={(workaroundReviewOn) => set({ workaroundReviewOn })}
        isOptional
      />
    )}
  </>
)
