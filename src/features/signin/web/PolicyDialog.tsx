import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { DatePicker, FormDialog, RadioRow, savedAndClose, TextField, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { assurances, type Policy, secondFactorRules, signin } from '../contract.ts'
import { words } from './pages-text.ts'

const LOCK = [1, 60] as const
const FULL = [1, 336] as const

const faultOf = (value: string, [from, to]: readonly [number, number]): string | undefined =>
  /^\d+$/.test(value) && Number(value) >= from && Number(value) <= to ? undefined : words.numberFault(from, to)

type Form = Omit<Policy, 'validFrom'> & { validFrom: string | null; lock: string; full: string }
type RulesProps = {
  form: Form
  set: (change: Partial<Form>) => void
  faults: { lock: string | undefined; full: string | undefined }
}

/** A new rule from a day on; what stood before stays on record. */
export function PolicyDialog({ now, onClose }: { now: Policy; onClose: () => void }) {
  const today = useToday()
  const [form, setForm] = useState<Form>({
    ...now,
    validFrom: today,
    lock: `${now.lockMinutes}`,
    full: `${now.fullHours}`,
  })
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }))
  const sender = useWrite(signin.decidePolicy, {
    onDone: savedAndClose(onClose),
  })
  const faults = {
    lock: faultOf(form.lock, LOCK),
    full: faultOf(form.full, FULL),
    day: form.validFrom ? undefined : words.dayMissing,
  }
  const save = () => {
    if (faults.lock || faults.full || !form.validFrom) return
    const { secondFactor, leastAssurance, validFrom, lock, full } = form
    void sender.run({
      id: newId(),
      validFrom,
      secondFactor,
      leastAssurance,
      lockMinutes: Number(lock),
      fullHours: Number(full),
    })
  }
  return (
    <FormDialog title={words.rulesChange} sender={sender} onSave={save} onClose={onClose}>
      <DatePicker
        label={words.rulesFrom}
        value={form.validFrom}
        onChange={(validFrom) => set({ validFrom })}
        fault={faults.day ?? sender.faultOf('validFrom')}
      />
      <Rules form={form} set={set} faults={faults} />
    </FormDialog>
  )
}

function Rules({ form, set, faults }: RulesProps) {
  return (
    <>
      <RadioRow
        label={words.secondFactor}
        choices={secondFactorRules.map((id) => ({ id, label: words.secondFactors[id] }))}
        value={form.secondFactor}
        onChange={(secondFactor) => set({ secondFactor })}
      />
      <RadioRow
        label={words.leastAssurance}
        choices={assurances.map((id) => ({ id, label: words.assurances[id] }))}
        value={form.leastAssurance}
        onChange={(leastAssurance) => set({ leastAssurance })}
      />
      <TextField
        label={words.lockMinutes}
        inputMode="numeric"
        value={form.lock}
        onChange={(lock) => set({ lock })}
        fault={faults.lock}
      />
      <TextField
        label={words.fullHours}
        inputMode="numeric"
        value={form.full}
        onChange={(full) => set({ full })}
        fault={faults.full}
      />
    </>
  )
}
