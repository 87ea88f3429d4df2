import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { FormDialog, RadioRow, savedAndClose, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { golive, type Readiness, type UnitReadiness } from '../contract.ts'
import { type Weight, weights } from '../rules.ts'
import { EVIDENCE_DAYS } from '../standard.ts'
import { text } from './text.ts'

type Props = { place: Readiness; unit: UnitReadiness; onClose: () => void }

/** U1, U2 …: no code of the place's own is taken twice. */
const nextCode = (codes: readonly string[]): string => {
  for (let at = 1; ; at++) if (!codes.includes(`U${at}`)) return `U${at}`
}

/** What this unit alone must have in order; somebody looks at it, and it is old after a fortnight. */
export function AddCheckDialog({ place, unit, onClose }: Props) {
  const [id] = useState(newId)
  const [code] = useState(() => nextCode(place.items.map((item) => item.code)))
  const [title, setTitle] = useState('')
  const [owner, setOwner] = useState('')
  const [weight, setWeight] = useState<Weight>('acceptable')
  const sender = useWrite(golive.addCheck, { onDone: savedAndClose(onClose) })
  const seen = {
    mode: 'manual',
    measure: null,
    settingKey: null,
    resetBy: 'nothing',
    expiresDays: EVIDENCE_DAYS,
  } as const
  const save = () => void sender.run({ id, unitId: unit.id, code, title, weight, owner, ...seen })
  return (
    <FormDialog title={text.addCheckTo(unit.name)} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={text.checkTitle}
        value={title}
        onChange={setTitle}
        maxLength={160}
        fault={sender.faultOf('title')}
        autoFocus
      />
      <TextField label={text.checkOwner} value={owner} onChange={setOwner} maxLength={60} isOptional />
      <RadioRow
        label={text.checkWeight}
        choices={weights.map((one) => ({ id: one, label: text.weights[one] }))}
        value={weight}
        onChange={setWeight}
      />
    </FormDialog>
  )
}
