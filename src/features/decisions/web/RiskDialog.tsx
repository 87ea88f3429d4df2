import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { FormDialog, RadioRow, Select, savedAndClose, TextArea, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { decisions, type Risk } from '../contract.ts'
import { nameOfRisk, riskStates } from '../rules.ts'
import { text } from './text.ts'

type Props = { placeId: string; risk: Risk | undefined; onClose: () => void }
const steps = ['1', '2', '3', '4', '5'] as const
type Step = (typeof steps)[number]

const startOf = (risk: Risk | undefined) => ({
  title: risk?.title ?? '',
  probability: risk?.probability ?? 3,
  impact: risk?.impact ?? 3,
  measure: risk?.measure ?? '',
  owner: risk?.owner ?? '',
  state: risk?.state ?? ('active' as const),
})

export function RiskDialog({ placeId, risk, onClose }: Props) {
  const [id] = useState(() => risk?.id ?? newId())
  const [form, setForm] = useState(() => startOf(risk))
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }))
  const done = { onDone: savedAndClose(onClose), touches: ['thread'] }
  const add = useWrite(decisions.addRisk, done)
  const change = useWrite(decisions.changeRisk, done)
  const sender = risk ? change : add
  const save = () =>
    void (risk ? change.run({ id, version: risk.version, ...form }) : add.run({ id, placeId, ...form }))
  const scale = steps.map((step) => ({ id: step, label: step }))
  return (
    <FormDialog
      title={risk ? text.changeRisk(nameOfRisk(risk.number)) : text.addRisk}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={text.riskTitle}
        value={form.title}
        onChange={(title) => set({ title })}
        maxLength={200}
        fault={sender.faultOf('title')}
        autoFocus
      />
      <RadioRow
        label={text.probability}
        choices={scale}
        value={String(form.probability) as Step}
        onChange={(step) => set({ probability: Number(step) })}
      />
      <RadioRow
        label={text.impact}
        choices={scale}
        value={String(form.impact) as Step}
        onChange={(step) => set({ impact: Number(step) })}
      />
      <TextArea label={text.measure} value={form.measure} onChange={(measure) => set({ measure })} maxLength={1000} />
      <TextField
        label={text.owner}
        value={form.owner}
        onChange={(owner) => set({ owner })}
        maxLength={120}
        fault={sender.faultOf('owner')}
      />
      <Select
        label={text.state}
        choices={riskStates.map((state) => ({ id: state, label: text.riskStates[state] }))}
        value={form.state}
        onChange={(state) => set({ state })}
      />
    </FormDialog>
  )
}
