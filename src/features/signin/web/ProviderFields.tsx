import { TextArea, TextField } from '#kernel/ui/index.ts'
import { words } from './pages-text.ts'
import type { FieldsProps } from './provider-form.ts'

type Props = FieldsProps & { hasSecret: boolean }

export function OidcFields({ form, set, faultOf, hasSecret }: Props) {
  const secretHelp = hasSecret ? { help: words.secretKept } : {}
  return (
    <>
      <TextField
        label={words.issuer}
        type="url"
        value={form.issuer}
        onChange={(issuer) => set({ issuer })}
        fault={faultOf('issuer')}
      />
      <TextField
        label={words.clientId}
        value={form.clientId}
        onChange={(clientId) => set({ clientId })}
        fault={faultOf('clientId')}
      />
      <TextField
        {...secretHelp}
        label={words.clientSecret}
        type="password"
        autoComplete="off"
        value={form.secret}
        onChange={(secret) => set({ secret })}
        fault={faultOf('secret')}
      />
      <TextField label={words.scopes} value={form.scopes} onChange={(scopes) => set({ scopes })} />
      <TextField
        label={words.subjectClaim}
        value={form.subjectClaim}
        onChange={(subjectClaim) => set({ subjectClaim })}
        fault={faultOf('subjectClaim')}
      />
      <TextField
        label={words.privilegesClaim}
        value={form.privilegesClaim}
        onChange={(privilegesClaim) => set({ privilegesClaim })}
      />
      <TextField
        label={words.assuranceClaim}
        value={form.assuranceClaim}
        onChange={(assuranceClaim) => set({ assuranceClaim })}
      />
    </>
  )
}

export function SamlFields({ form, set, faultOf, hasSecret }: Props) {
  const keyHelp = hasSecret ? { help: words.secretKept } : {}
  return (
    <>
      <TextField
        label={words.entityId}
        value={form.entityId}
        onChange={(entityId) => set({ entityId })}
        fault={faultOf('entityId')}
      />
      <TextField
        label={words.signInUrl}
        type="url"
        value={form.signInUrl}
        onChange={(signInUrl) => set({ signInUrl })}
        fault={faultOf('signInUrl')}
      />
      <TextArea
        label={words.certificates}
        help={words.certificatesHelp}
        value={form.certificates}
        onChange={(certificates) => set({ certificates })}
        fault={faultOf('certificates')}
      />
      <TextArea
        label={words.ownCertificate}
        help={words.ownCertificateHelp}
        value={form.ownCertificate}
        onChange={(ownCertificate) => set({ ownCertificate })}
        fault={faultOf('ownCertificate')}
      />
      <TextArea
        {...keyHelp}
        label={words.ownKey}
        value={form.secret}
        onChange={(secret) => set({ secret })}
        fault={faultOf('secret')}
      />
    </>
  )
}
