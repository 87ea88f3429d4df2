import { useState } from 'react'
import { addDays, type Day } from '#kernel/lang/day.ts'
import { announce, Button, DatePicker, FormDialog, Mark, Row, shortDayWords, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { clarification, type UnitContact } from '../contract.ts'
import { text } from './text.ts'

type Leave = UnitContact['leaves'][number]

/** The last day away when somebody is back today; a leave that has not begun is taken back whole. */
const lastDayAway = (fromOn: Day, today: Day): Day => (fromOn < today ? addDays(today, -1) : addDays(fromOn, -1))

/** One who is away, and the way back: one press, and nobody stands in any more. */
export function LeaveLine({ leave, mayEnd }: { leave: Leave; mayEnd: boolean }) {
  const { id, name, fromOn, toOn, version } = leave
  const today = useToday()
  const end = useWrite(clarification.endLeave, { onDone: () => announce(text.contacts.backSaid(name)) })
  const verb = fromOn <= today ? text.contacts.isBack : text.contacts.leaveBack
  return (
    <Row gap={2}>
      <Mark tone="info">
        {name}: {text.contacts.away(shortDayWords(fromOn, today), shortDayWords(toOn, today))}
      </Mark>
      {mayEnd && (
        <Button
          kind="plain"
          isBusy={end.isBusy}
          aria-label={`${verb}: ${name}`}
          onPress={() => void end.run({ id, version, toOn: lastDayAway(fromOn, today) })}
        >
          {verb}
        </Button>
      )}
      {end.problemText && <small role="alert">{end.problemText}</small>}
    </Row>
  )
}

/** The last day of a contact; after it the unit has none until another is named. */
export function EndContactDialog({ row, onClose }: { row: UnitContact; onClose: () => void }) {
  const today = useToday()
  const [toOn, setToOn] = useState<string | null>(row.fromOn && row.fromOn > today ? addDays(row.fromOn, -1) : today)
  const sender = useWrite(clarification.endContact, { onDone: onClose })
  const save = () => void sender.run({ id: row.id!, version: row.version!, toOn: toOn ?? '' })
  return (
    <FormDialog
      title={text.contacts.endTitle(row.employeeName ?? '')}
      verb={text.contacts.end}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      <p>{text.contacts.endHelp}</p>
      <DatePicker label={text.contacts.lastDay} value={toOn} onChange={setToOn} fault={sender.faultOf('toOn')} />
    </FormDialog>
  )
}
