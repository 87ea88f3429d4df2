import { useState } from 'react'
import { shortName } from '#features/citizens/web/index.ts'
import { DatePicker, FormDialog, RadioRow, savedAndClose, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { stays } from '../contract.ts'
import type { ActProps } from './stay-act.ts'
import { text } from './text.ts'

const reasons = ['moved-home', 'moved-on', 'ended'] as const

export function LeaveDialog({ stay, card, onClose }: ActProps) {
  const [day, setDay] = useState(useToday())
  const [reason, setReason] = useState<(typeof reasons)[number]>('moved-on')
  const sender = useWrite(stays.close, { onDone: savedAndClose(onClose), touches: ['citizens', 'journal'] })
  const save = () => void sender.run({ stayId: stay.id, version: stay.version, day, reason })
  return (
    <FormDialog
      title={text.leaveTitle(shortName(card))}
      verb={text.leaveVerb}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      <p>{text.leaveHelp(stay.unitName)}</p>
      <RadioRow
        label={text.reason}
        choices={reasons.map((id) => ({ id, label: text.reasons[id] }))}
        value={reason}
        onChange={setReason}
        fault={sender.faultOf('reason')}
      />
      <DatePicker
        label={text.lastDay}
        value={day}
        min={stay.startsOn}
        onChange={(to) => to && setDay(to)}
        fault={sender.faultOf('day')}
      />
    </FormDialog>
  )
}
