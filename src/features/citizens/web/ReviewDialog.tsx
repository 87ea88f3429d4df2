import { useState } from 'react'
import { addDays } from '#kernel/lang/day.ts'
import { DatePicker, FormDialog, RadioRow, savedAndClose, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { citizens, type Warning } from '../contract.ts'
import { REVIEW_WITHIN_DAYS } from '../rules.ts'
import { text } from './text.ts'

const USUAL_DAYS = 91

/** It still holds until a day, or it ends. */
export function ReviewDialog({ warning, onClose }: { warning: Warning; onClose: () => void }) {
  const today = useToday()
  const [holds, setHolds] = useState<'holds' | 'ends' | null>(null)
  const [day, setDay] = useState(addDays(today, USUAL_DAYS))
  const sender = useWrite(citizens.reviewWarning, {
    touches: ['journal'],
    onDone: savedAndClose(onClose),
  })
  const save = () =>
    holds && void sender.run({ id: warning.id, version: warning.version, reviewOn: holds === 'holds' ? day : null })
  return (
    <FormDialog title={text.reviewTitle} sender={sender} onSave={save} onClose={onClose}>
      <p>
        <strong>{warning.text}</strong>
      </p>
      <RadioRow
        label={text.reviewChoice}
        choices={[
          { id: 'holds', label: text.stillHolds },
          { id: 'ends', label: text.endWarning },
        ]}
        value={holds}
        onChange={setHolds}
      />
      {holds === 'holds' && (
        <DatePicker
          label={text.reviewDay}
          value={day}
          min={today}
          max={addDays(today, REVIEW_WITHIN_DAYS)}
          onChange={(to) => to && setDay(to)}
          fault={sender.faultOf('reviewOn')}
        />
      )}
      {holds === 'ends' && <p>{text.endWarningHelp}</p>}
    </FormDialog>
  )
}
