import { useState } from 'react'
import type { OutputOf } from '#kernel/lang/contract.ts'
import type { Day } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { ComboBox, DatePicker, FormDialog, Select, savedAndClose, TextArea, useToday } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { org } from '../contract.ts'
import type { Role } from '../roles.ts'
import { words } from './administration-text.ts'
import { rightWords } from './right-words.ts'
import { roleWords } from './role-words.ts'

const EVERYWHERE = 'everywhere'

type NarrowProps = { right: OutputOf<typeof org.rights>[number]; onClose: () => void }

export function NarrowDialog({ right, onClose }: NarrowProps) {
  const today = useToday()
  const [id] = useState(newId)
  const [role, setRole] = useState<Role | null>(right.roles.length === 1 ? right.roles[0]! : null)
  const [place, setPlace] = useState<string | null>(EVERYWHERE)
  const [fromOn, setFrom] = useState(today)
  const [toOn, setTo] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const tree = useRead(org.tree, {}, { staleMs: 5 * 60_000 })
  const sender = useWrite(org.narrow, { onDone: savedAndClose(onClose) })
  const units = (tree.data ?? []).filter(({ permitted }) => permitted.includes('change'))
  const save = () => {
    setTried(true)
    if (!role || !note.trim() || !place) return
    const unitId = place === EVERYWHERE ? null : place
    void sender.run({ id, rightName: right.name, role, unitId, fromOn, toOn, note: note.trim() })
  }
  return (
    <FormDialog title={words.narrowTitle} verb={words.narrow} sender={sender} onSave={save} onClose={onClose}>
      <p>
        <strong>{rightWords(right.name)}</strong>. {words.narrowHelp}
      </p>
      <Select
        label={words.narrowRole}
        choices={right.roles.map((one) => ({ id: one, label: roleWords(one) }))}
        value={role}
        onChange={setRole}
        fault={isTried && !role ? words.roleFault : sender.faultOf('role')}
      />
      <ComboBox
        label={words.narrowWhere}
        options={[
          { id: EVERYWHERE, label: words.everywhere },
          ...units.map((unit) => ({ id: unit.id, label: unit.name })),
        ]}
        value={place}
        onChange={setPlace}
        fault={isTried && !place ? words.unitFault : sender.faultOf('unitId')}
      />
      <When sender={sender} today={today} from={fromOn} to={toOn} onFrom={setFrom} onTo={setTo} />
      <TextArea
        label={words.narrowWhy}
        value={note}
        onChange={setNote}
        maxLength={500}
        fault={isTried && !note.trim() ? words.narrowWhyFault : sender.faultOf('note')}
      />
    </FormDialog>
  )
}

type WhenProps = {
  sender: { faultOf: (path: string) => string | undefined }
  today: Day
  from: Day
  to: Day | null
  onFrom: (day: Day) => void
  onTo: (day: Day | null) => void
}

const When = ({ sender, today, from, to, onFrom, onTo }: WhenProps) => (
  <>
    <DatePicker
      label={words.roleFrom}
      value={from}
      min={today}
      onChange={(day) => day && onFrom(day)}
      fault={sender.faultOf('fromOn')}
    />
    <DatePicker
      label={words.roleTo}
      help={words.roleToHelp}
      value={to}
      min={from}
      onChange={onTo}
      fault={sender.faultOf('toOn')}
      isOptional
    />
  </>
)
