import { useState } from 'react'
import { org } from '#features/org/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { FormDialog, Select, savedAndClose, shortDayWords, useToday } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Plan, plan, type Wave } from '../contract.ts'
import { text } from './text.ts'
import { touches } from './touches.ts'

/** Units that are not in use yet: those of other waves, with the wave they leave, and those in none. */
function useJoinable({ waves }: Plan, wave: Wave) {
  const today = useToday()
  const mine = useRead(org.myUnits, {}, { staleMs: 60_000 })
  const placed = new Set(waves.flatMap(({ units }) => units.map(({ id }) => id)))
  const others = waves
    .filter(({ id, goLiveOn }) => id !== wave.id && goLiveOn > today)
    .flatMap(({ code, units }) => units.map(({ id, name }) => ({ id, label: `${name} (${code})` })))
  const free = (mine.data ?? [])
    .filter(({ id, kind, roles }) => kind === 'offer' && roles.length > 0 && !placed.has(id))
    .map(({ id, name }) => ({ id, label: name }))
  return [...others, ...free]
}

/** A unit goes with this wave instead; what is not done follows to the wave's own days. */
export function JoinDialog({ one, wave, onClose }: { one: Plan; wave: Wave; onClose: () => void }) {
  const today = useToday()
  const [unitId, setUnit] = useState<Id | null>(null)
  const sender = useWrite(plan.joinWave, { onDone: savedAndClose(onClose), touches })
  const save = () => unitId && void sender.run({ id: wave.id, version: wave.version, unitId })
  return (
    <FormDialog title={text.joinTitle(wave.name)} verb={text.join} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.joinHelp(shortDayWords(wave.goLiveOn, today))}</p>
      <Select
        label={text.unit}
        choices={useJoinable(one, wave)}
        value={unitId}
        placeholder={text.choose}
        onChange={setUnit}
        fault={sender.faultOf('unitId')}
      />
    </FormDialog>
  )
}
