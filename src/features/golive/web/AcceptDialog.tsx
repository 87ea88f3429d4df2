import { useState } from 'react'
import { decisions } from '#features/decisions/contract.ts'
import { nameOfDecision } from '#features/decisions/rules.ts'
import { newId } from '#kernel/lang/id.ts'
import { DatePicker, FormDialog, Select, savedAndClose, TextArea, useToday } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { golive, type Item, type UnitReadiness } from '../contract.ts'
import { text } from './text.ts'

const NONE = 'none'
type Props = { item: Item; unit: Pick<UnitReadiness, 'id'>; onClose: () => void }

/** A blocking check is let pass by a decision, and only until a day. */
export function AcceptDialog({ item, unit, onClose }: Props) {
  const today = useToday()
  const log = useRead(decisions.log, { unitId: unit.id }, { staleMs: 60_000 })
  const [id] = useState(newId)
  const [decisionId, setDecision] = useState<string>(NONE)
  const [untilOn, setUntil] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const sender = useWrite(golive.accept, { onDone: savedAndClose(onClose) })
  const standing = (log.data ?? []).filter(({ state }) => state === 'in-force' || state === 'under-review')
  const choices = [
    { id: NONE, label: text.noDecision },
    ...standing.map((one) => ({ id: one.id, label: `${nameOfDecision(one.number)} ${one.title}` })),
  ]
  const save = () =>
    void sender.run({
      id,
      itemId: item.id,
      unitId: unit.id,
      decisionId: decisionId === NONE ? null : decisionId,
      untilOn,
      note,
    })
  return (
    <FormDialog title={text.acceptTitle(item.title)} verb={text.accept} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.acceptWords}</p>
      <Select
        label={text.decision}
        choices={choices}
        value={decisionId}
        onChange={setDecision}
        fault={sender.faultOf('decisionId')}
      />
      <DatePicker
        label={text.until}
        value={untilOn}
        min={today}
        onChange={setUntil}
        fault={sender.faultOf('untilOn')}
        isOptional={item.weight === 'acceptable'}
      />
      <TextArea label={text.meanwhile} value={note} onChange={setNote} maxLength={500} isOptional />
    </FormDialog>
  )
}
