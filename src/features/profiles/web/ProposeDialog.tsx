import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { FormDialog, RadioRow, Select, TextArea, TextField, useToday } from '#kernel/ui/index.ts'
import { useAddress, useWrite } from '#kernel/web/index.ts'
import { type Held, profiles, type SettingValue, settingKeys } from '../contract.ts'
import type { SettingKey } from '../settings.ts'
import { nameOf } from '../words.ts'
import { text } from './text.ts'
import { ValueField } from './ValueField.tsx'

type Props = { unitId: string; held: readonly Held[]; onClose: () => void }
type Form = {
  key: SettingKey
  value: SettingValue
  kind: 'answer' | 'decision'
  ref: string
  label: string
  note: string
}

const start = (held: readonly Held[]): Form => {
  const key = 'terminology.citizen'
  return {
    key,
    value: held.find((one) => one.key === key)?.value ?? null,
    kind: 'answer',
    ref: '',
    label: '',
    note: '',
  }
}

/** What is filled in, and how it is sent once nothing is missing. */
function useProposing({ unitId, held }: Props) {
  const today = useToday()
  const { go } = useAddress()
  const [id] = useState(newId)
  const [form, setForm] = useState(() => start(held))
  const [isAsked, setAsked] = useState(false)
  const set = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const sender = useWrite(profiles.suggest, { onDone: () => go(`/opsaetning/${unitId}/forslag/${id}`) })
  const missing = (words: string) => (isAsked && !words.trim() ? text.needed : undefined)
  const save = () => {
    setAsked(true)
    if (!form.label.trim() || !form.note.trim()) return
    const source = { kind: form.kind, ref: form.ref.trim() || null, label: form.label.trim(), record: null }
    void sender.run({ id, unitId, day: today, note: form.note, values: [{ key: form.key, value: form.value, source }] })
  }
  return { form, set, sender, missing, save }
}
type Proposing = ReturnType<typeof useProposing>

/** One setting at a time, with where it comes from: nothing is set up for no reason. */
export function ProposeDialog(props: Props) {
  const proposing = useProposing(props)
  const { form, set, sender, missing, save } = proposing
  const heldOf = (key: SettingKey) => props.held.find((one) => one.key === key)?.value ?? null
  return (
    <FormDialog title={text.proposeTitle} verb={text.send} sender={sender} onSave={save} onClose={props.onClose}>
      <Select
        label={text.setting}
        choices={settingKeys.map((key) => ({ id: key, label: nameOf(key) }))}
        value={form.key}
        onChange={(key) => set({ key, value: heldOf(key) })}
      />
      <ValueField
        key={form.key}
        of={form.key}
        value={form.value}
        onChange={(value) => set({ value })}
        fault={sender.faultOf('values.0.value')}
      />
      <SourceFields {...proposing} />
      <TextArea
        label={text.note}
        value={form.note}
        onChange={(note) => set({ note })}
        maxLength={500}
        fault={missing(form.note)}
      />
    </FormDialog>
  )
}

const SourceFields = ({ form, set, sender, missing }: Proposing) => (
  <>
    <RadioRow
      label={text.source}
      choices={[
        { id: 'answer', label: text.sourceAnswer },
        { id: 'decision', label: text.sourceDecision },
      ]}
      value={form.kind}
      onChange={(kind) => set({ kind })}
      fault={sender.faultOf('values.0.source')}
    />
    <TextField
      label={text.sourceRef}
      isOptional
      help={text.sourceRefHelp}
      value={form.ref}
      onChange={(ref) => set({ ref })}
      maxLength={60}
    />
    <TextField
      label={text.sourceLabel}
      value={form.label}
      onChange={(label) => set({ label })}
      maxLength={300}
      fault={missing(form.label)}
    />
  </>
)
