import type { ReactNode } from 'react'
import fields from './Field.module.css'

/** Several marks under one question. `note` stands where there is nothing to mark. */
export const CheckGroup = ({
  label,
  note,
  children,
}: {
  label: string
  note?: string | undefined
  children: ReactNode
}) => (
  <fieldset className={fields.field}>
    <legend className={fields.label}>{label}</legend>
    {note && <span className={fields.help}>{note}</span>}
    {children}
  </fieldset>
)
