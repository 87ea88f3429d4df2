import { useState } from 'react'
import { Checkbox, FormDialog, Select, TextField } from '#kernel/ui/index.ts'
import { fieldKinds, type SketchField } from '../contract.ts'
import { keyFor, tidied } from '../sketching.ts'
import { ConditionFields } from './ConditionFields.tsx'
import { KindFields } from './KindFields.tsx'
import type { SetField } from './set-field.ts'
import { text } from './text.ts'

type DialogProps = {
  field?: SketchField
  /** The fields above it, which it may hang on or add up. */
  before: readonly SketchField[]
  taken: readonly string[]
  onSave: (field: SketchField) => void
  onClose: () => void
}
const quiet = { isBusy: false, problemText: undefined }
const blank: SketchField = { key: 'nyt', kind: 'text', label: '' }

/** One question: its words, its kind, and when it comes. */
export function FieldDialog({ field: given, before, taken, onSave, onClose }: DialogProps) {
  const [field, setField] = useState<SketchField>(given ?? blank)
  const [isTried, setTried] = useState(false)
  const set: SetField = (change) => setField((now) => ({ ...now, ...change }))
  const isUnnamed = field.label.trim() === ''
  const save = () => {
    setTried(true)
    if (isUnnamed) return
    onSave(tidied(given ? field : { ...field, key: keyFor(field.label, taken) }))
    onClose()
  }
  return (
    <FormDialog title={given ? text.changeField : text.addField} sender={quiet} onSave={save} onClose={onClose}>
      <TextField
        label={text.label}
        value={field.label}
        onChange={(label) => set({ label })}
        maxLength={300}
        fault={isTried && isUnnamed ? text.labelMissing : undefined}
        autoFocus
      />
      <Select
        label={text.kind}
        choices={fieldKinds.map((id) => ({ id, label: text.kinds[id] }))}
        value={field.kind}
        onChange={(kind) => set({ kind })}
      />
      <KindFields field={field} set={set} before={before} />
      <TextField
        label={text.help}
        isOptional
        value={field.help ?? ''}
        onChange={(help) => set({ help })}
        maxLength={600}
      />
      {field.kind !== 'sum' && (
        <Checkbox label={text.required} value={field.required ?? false} onChange={(required) => set({ required })} />
      )}
      <ConditionFields field={field} setField={setField} before={before} />
    </FormDialog>
  )
}
