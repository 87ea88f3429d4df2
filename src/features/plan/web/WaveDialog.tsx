import { useState } from 'react'
import { org } from '#features/org/contract.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import {
  Checkbox,
  DatePicker,
  FormDialog,
  Section,
  Stack,
  savedAndClose,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Plan, plan } from '../contract.ts'
import { text } from './text.ts'
import { touches } from './touches.ts'

/** Units that go live on one day; their tasks are dated in the same act. */
export function WaveDialog({ one, onClose }: { one: Plan; onClose: () => void }) {
  const today = useToday()
  const [id] = useState(newId)
  const [form, setForm] = useState({
    code: `B${one.waves.length + 1}`,
    name: '',
    goLiveOn: null as string | null,
    unitIds: [] as Id[],
  })
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }))
  const sender = useWrite(plan.addWave, { onDone: savedAndClose(onClose), touches })
  const units = useRead(org.myUnits, {}, { staleMs: 60_000 })
  const taken = new Set(one.waves.flatMap((wave) => wave.units.map((unit) => unit.id)))
  const free = (units.data ?? []).filter(
    (unit) => unit.kind === 'offer' && unit.roles.length > 0 && !taken.has(unit.id),
  )
  const toggle = (unitId: Id, isIn: boolean) =>
    set({ unitIds: isIn ? [...form.unitIds, unitId] : form.unitIds.filter((other) => other !== unitId) })
  const save = () => void sender.run({ id, planId: one.id, ...form, goLiveOn: form.goLiveOn ?? '' })
  return (
    <FormDialog title={text.addWave} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={text.code}
        value={form.code}
        onChange={(code) => set({ code })}
        maxLength={20}
        fault={sender.faultOf('code')}
      />
      <TextField
        label={text.name}
        value={form.name}
        onChange={(name) => set({ name })}
        maxLength={60}
        fault={sender.faultOf('name')}
        autoFocus
      />
      <DatePicker
        label={text.goLiveOn}
        value={form.goLiveOn}
        min={today}
        onChange={(goLiveOn) => set({ goLiveOn })}
        fault={sender.faultOf('goLiveOn')}
      />
      <Section title={text.pickUnits} note={sender.faultOf('unitIds')}>
        <Stack gap={1}>
          {free.map((unit) => (
            <Checkbox
              key={unit.id}
              label={unit.name}
              value={form.unitIds.includes(unit.id)}
              onChange={(isIn) => toggle(unit.id, isIn)}
            />
          ))}
        </Stack>
      </Section>
    </FormDialog>
  )
}
