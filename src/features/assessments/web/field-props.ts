import type { Field, Given } from '../contract.ts'

export type Value = Given[string] | undefined

/** What one field of a form is told. */
export type OneFieldProps = {
  field: Field
  value: Value
  onChange: (value: Value) => void
  /** It has been left: from then on it may say what is wrong. */
  onLeave: () => void
  fault: string | undefined
}

/** The words above a field; one that must be filled in says nothing, one that need not says so. */
export const wordsOf = ({ field, fault }: OneFieldProps) => ({
  label: field.unit ? `${field.label} (${field.unit})` : field.label,
  help: field.help,
  isOptional: !field.required,
  fault,
})

export const asText = (value: Value): string => (typeof value === 'string' ? value : '')
