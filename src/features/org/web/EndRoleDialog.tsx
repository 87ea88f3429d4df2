import { useState } from 'react'
import { addDays } from '#kernel/lang/day.ts'
import { DatePicker, FormDialog, RadioRow, savedAndClose, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { org, type RoleGrant } from '../contract.ts'
import { words } from './administration-text.ts'
import { text } from './text.ts'

type When = 'now' | 'today' | 'later'

/** Now, after today, or on a day that is agreed. */
export function EndRoleDialog({ grant, name, onClose }: { grant: RoleGrant; name: string; onClose: () => void }) {
  const today = useToday()
  const [when, setWhen] = useState<When>('today')
  const [day, setDay] = useState(addDays(today, 30))
  const sender = useWrite(org.endRole, { onDone: savedAndClose(onClose) })
  const lastDay = { now: addDays(today, -1), today, later: day }[when]
  return (
    <FormDialog
      title={words.endRoleTitle(name)}
      verb={words.endRoleVerb}
      sender={sender}
      onSave={() => void sender.run({ id: grant.id, lastDay })}
      onClose={onClose}
    >
      <p>{words.endRoleWhat(text.roles[grant.role], grant.unitName)}</p>
      <RadioRow
        label={words.endRoleWhen}
        choices={[
          { id: 'now', label: words.endNow },
          { id: 'today', label: words.endToday },
          { id: 'later', label: words.endLater },
        ]}
        value={when}
        onChange={(to) => setWhen(to as When)}
        {...(when === 'now' && { help: words.endNowHelp })}
      />
      {when === 'later' && (
        <DatePicker
          label={words.lastDay}
          value={day}
          min={today}
          onChange={(to) => to && setDay(to)}
          fault={sender.faultOf('lastDay')}
        />
      )}
    </FormDialog>
  )
}
