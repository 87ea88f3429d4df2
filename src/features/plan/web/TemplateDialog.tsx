import { useState } from 'react'
import { FormDialog, Notice, Select, savedAndClose, TextArea, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Plan, plan, type Template } from '../contract.ts'
import { NeedsField } from './NeedsField.tsx'
import { text } from './text.ts'
import { touches } from './touches.ts'

/** »-30« and »30«; what is no number is left for the server to say. */
const figure = (typed: string): number => (/^-?\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN)

/** From now on: tasks that are not done, and whose day nobody has set, follow. */
export function TemplateDialog({ one, of, onClose }: { one: Plan; of: Template; onClose: () => void }) {
  const { id, version } = of
  const [title, setTitle] = useState(of.title)
  const [why, setWhy] = useState(of.why)
  const [roleId, setRole] = useState(of.roleId)
  const [needs, setNeeds] = useState<string[]>(of.needs)
  const [days, setDays] = useState(String(Math.abs(of.offsetDays)))
  const [isBefore, setBefore] = useState(of.offsetDays <= 0)
  const sender = useWrite(plan.changeTemplate, { onDone: savedAndClose(onClose), touches })
  const offsetDays = (isBefore ? -1 : 1) * figure(days)
  const save = () => void sender.run({ id, version, title, why, roleId, needs, offsetDays: offsetDays || 0 })
  const isOdd = Number.isNaN(offsetDays)
  return (
    <FormDialog title={`${of.code} ${of.title}`} sender={sender} onSave={() => !isOdd && save()} onClose={onClose}>
      <Notice tone="info">
        <p>{text.templateHelp}</p>
      </Notice>
      <TextField
        label={text.taskTitle}
        value={title}
        onChange={setTitle}
        maxLength={120}
        fault={sender.faultOf('title')}
      />
      <TextField
        label={text.daysFrom}
        value={days}
        onChange={setDays}
        inputMode="numeric"
        fault={isOdd ? text.daysOdd : sender.faultOf('offsetDays')}
      />
      <Select
        label={text.beforeOrAfter}
        choices={[
          { id: 'before', label: text.before },
          { id: 'after', label: text.after },
        ]}
        value={isBefore ? 'before' : 'after'}
        onChange={(side) => setBefore(side === 'before')}
      />
      <Select
        label={text.role}
        choices={one.roles.map((role) => ({ id: role.id, label: role.name }))}
        value={roleId}
        onChange={setRole}
        fault={sender.faultOf('roleId')}
      />
      <NeedsField
        choices={one.templates
          .filter((other) => other.id !== id)
          .map((other) => ({ id: other.id, label: `${other.code} ${other.title}` }))}
        value={needs}
        onChange={setNeeds}
        fault={sender.faultOf('needs')}
      />
      <TextArea label={text.why} value={why} onChange={setWhy} maxLength={500} isOptional />
    </FormDialog>
  )
}
