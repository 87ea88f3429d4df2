import { ComboBox } from '#kernel/ui/index.ts'
import { type Role, roles, staffRoles } from '../roles.ts'
import { words } from './administration-text.ts'
import { text } from './text.ts'

type RoleProps = {
  value: Role | null
  onChange: (role: Role | null) => void
  /** All roles, or those of the floor. */
  isManager: boolean
  fault: string | undefined
}

/** Roles, each with what it is for. */
export function RoleField({ value, onChange, isManager, fault }: RoleProps) {
  return (
    <ComboBox
      label={words.role}
      help={words.reachHelp}
      options={(isManager ? roles : staffRoles).map((id) => ({
        id,
        label: text.roles[id],
        second: words.roleHelp[id],
      }))}
      value={value}
      onChange={(id) => onChange(id as Role | null)}
      fault={fault}
    />
  )
}
