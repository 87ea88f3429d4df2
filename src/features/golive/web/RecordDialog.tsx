import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { DatePicker, FormDialog, RadioRow, savedAndClose, TextArea, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { golive, type Item, type UnitReadiness } from '../contract.ts'
import { type Outcome, outcomes } from '../rules.ts'
import { text } from './text.ts'

type Props = { item: Item; unit: Pick<UnitReadiness, 'id'>; onClose: () => void }

export function RecordDialog({ item, unit, onClose }: Props) {
  const today = useToday()
  const [id] = useState(newId)
  const [outcome, setOutcome] = useState<Outcome>('ok')
  const [note, setNote] = useState('')
  const [seenOn, setDay] = useState<string | null>(today)
  const sender = useWrite(golive.record, { onDone: savedAndClose(onClose) })
  const save = () => void sender.run({ id, itemId: item.id, unitId: unit.id, outcome, note, seenOn: seenOn ?? '' })
  return (
    <FormDialog title={text.recordTitle(item.title)} sender={sender} onSave={save} onClose={onClose}>
      <RadioRow
        label={text.outcome}
        choices={[...outcomes].reverse().map((one) => ({ id: one, label: text.status[one] }))}
        value={outcome}
        onChange={setOutcome}
      />
      <TextArea label={text.note} value={note} onChange={setNote} maxLength={500} isOptional />
      <DatePicker label={text.seenOn} value={seenOn} max={today} onChange={setDay} fault={sender.faultOf('seenOn')} />
    </FormDialog>
  )
}
