import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  Checkbox,
  FormDialog,
  RadioRow,
  Select,
  savedAndClose,
  TextArea,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { assurances, type Provider, signin } from '../contract.ts'
import { OidcFields, SamlFields } from './ProviderFields.tsx'
import { words } from './pages-text.ts'
import { badRoleLine, badUnitLine, type FieldsProps, formOf, type ProviderForm, setupOf } from './provider-form.ts'

const needed = {
  oidc: ['label', 'issuer', 'clientId', 'subjectClaim'],
  saml: ['label', 'entityId', 'signInUrl', 'certificates'],
} as const

/** One form for both kinds; what one house calls its roles is written line by line, so that a long list can be pasted. */
export function ProviderDialog({ provider, onClose }: { provider: Provider | undefined; onClose: () => void }) {
  const today = useToday()
  const [id] = useState(() => provider?.id ?? newId())
  const [form, setForm] = useState(() => formOf(provider))
  const [isTried, setTried] = useState(false)
  const set = (change: Partial<ProviderForm>) => setForm((before) => ({ ...before, ...change }))
  const sender = useWrite(signin.saveProvider, {
    onDone: savedAndClose(onClose),
  })
  const bad = { roles: badRoleLine(form.roles), units: badUnitLine(form.units) }
  const lacks = needed[form.kind].filter((field) => !form[field].trim())
  const save = () => {
    setTried(true)
    if (lacks.length || bad.roles || bad.units) return
    const { label, secret, isOpen } = form
    const closedOn = isOpen ? null : (provider?.closedOn ?? today)
    void sender.run({
      id,
      version: provider?.version ?? null,
      label,
      setup: setupOf(form),
      secret: secret.trim() || null,
      closedOn,
    })
  }
  const faultOf = (field: keyof ProviderForm): string | undefined => {
    if (isTried && (lacks as readonly string[]).includes(field)) return words.missing
    const line = field === 'roles' || field === 'units' ? bad[field] : undefined
    return isTried && line ? words.roleFault(line) : (sender.faultOf(`setup.${field}`) ?? sender.faultOf(field))
  }
  const fields = { form, set, faultOf }
  return (
    <FormDialog title={words.providerTitle} sender={sender} onSave={save} onClose={onClose}>
      {!provider && <Kind {...fields} />}
      <TextField
        label={words.label}
        help={words.labelHelp}
        value={form.label}
        onChange={(label) => set({ label })}
        maxLength={60}
        fault={faultOf('label')}
      />
      {form.kind === 'oidc' ? (
        <OidcFields {...fields} hasSecret={provider?.hasSecret ?? false} />
      ) : (
        <SamlFields {...fields} hasSecret={provider?.hasSecret ?? false} />
      )}
      <Mapping {...fields} />
      <Checkbox label={words.openProvider} value={form.isOpen} onChange={(isOpen) => set({ isOpen })} />
    </FormDialog>
  )
}

const Kind = ({ form, set }: FieldsProps) => (
  <RadioRow
    label={words.kind}
    choices={(['saml', 'oidc'] as const).map((id) => ({ id, label: words.kinds[id] }))}
    value={form.kind}
    onChange={(kind) => set({ kind })}
  />
)

function Mapping({ form, set, faultOf }: FieldsProps) {
  const levels = [
    { id: 'none' as const, label: words.assumedNone },
    ...assurances.map((id) => ({ id, label: words.assurances[id] })),
  ]
  return (
    <>
      <TextArea
        label={words.roles}
        help={words.rolesHelp}
        value={form.roles}
        onChange={(roles) => set({ roles })}
        fault={faultOf('roles')}
      />
      <TextArea
        label={words.units}
        help={words.unitsHelp}
        value={form.units}
        onChange={(units) => set({ units })}
        fault={faultOf('units')}
      />
      <TextField
        label={words.cvr}
        help={words.cvrHelp}
        inputMode="numeric"
        maxLength={8}
        value={form.cvr}
        onChange={(cvr) => set({ cvr })}
        fault={faultOf('cvr')}
      />
      <Select
        label={words.assumedAssurance}
        choices={levels}
        value={form.assumedAssurance}
        onChange={(assumedAssurance) => set({ assumedAssurance })}
      />
      <Checkbox
        label={words.createsEmployees}
        value={form.createsEmployees}
        onChange={(createsEmployees) => set({ createsEmployees })}
      />
    </>
  )
}
