import { useState } from 'react'
import { type Role, roles, staffRoles } from '#features/org/roles.ts'
import { roleWords } from '#features/org/web/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { ComboBox, FormDialog, savedAndClose } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { certification, type Item } from '../contract.ts'
import { text } from './text.ts'

/** Of the floor to another of the floor; what stands above it is an administrator's, who sees all roles. */
export function ChangeDialog({ roundId, item, onClose }: { roundId: Id; item: Item; onClose: () => void }) {
  const [grantId] = useState(newId)
  const [role, setRole] = useState<Role | null>(null)
  const [isTried, setTried] = useState(false)
  const sender = useWrite(certification.answer, {
    touches: ['tasks', 'org'],
    onDone: savedAndClose(onClose),
  })
  const isFloor = (staffRoles as readonly Role[]).includes(item.role)
  const choices = (isFloor ? staffRoles : roles).filter((one) => one !== item.role)
  const save = () => {
    setTried(true)
    if (role) void sender.run({ roundId, answers: [{ itemId: item.id, answer: 'change', role, grantId }] })
  }
  return (
    <FormDialog title={text.changeTitle(item.name)} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.changeHelp}</p>
      <ComboBox
        label={text.newRole}
        options={choices.map((id) => ({ id, label: roleWords(id) }))}
        value={role}
        onChange={(id) => setRole(id as Role | null)}
        fault={isTried && !role ? text.newRoleFault : sender.faultOf('answers.0.role')}
      />
    </FormDialog>
  )
}
