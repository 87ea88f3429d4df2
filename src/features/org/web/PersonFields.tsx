import { TextField } from '#kernel/ui/index.ts'
import { words } from './administration-text.ts'

export type PersonForm = { name: string; userName: string; profession: string }

/** The faults one can see without asking. */
export const personFaults = ({ name, userName }: PersonForm): Record<string, string | undefined> => ({
  name: name.trim() ? undefined : words.nameFault,
  userName: !userName.trim() || /^[a-z0-9._@-]{2,100}$/.test(userName.trim()) ? undefined : words.userNameFault,
})

type FieldsProps = {
  form: PersonForm
  onChange: (part: Partial<PersonForm>) => void
  faultOf: (field: string) => string | undefined
}

export const PersonFields = ({ form, onChange, faultOf }: FieldsProps) => (
  <>
    <TextField
      label={words.name}
      value={form.name}
      onChange={(name) => onChange({ name })}
      fault={faultOf('name')}
      autoComplete="off"
      maxLength={120}
      autoFocus
    />
    <TextField
      label={words.profession}
      help={words.professionHelp}
      value={form.profession}
      onChange={(profession) => onChange({ profession })}
      fault={faultOf('profession')}
      autoComplete="off"
      maxLength={80}
      isOptional
    />
    <TextField
      label={words.userName}
      help={words.userNameHelp}
      value={form.userName}
      onChange={(userName) => onChange({ userName: userName.toLowerCase() })}
      fault={faultOf('userName')}
      autoComplete="off"
      maxLength={100}
      isOptional
    />
  </>
)
