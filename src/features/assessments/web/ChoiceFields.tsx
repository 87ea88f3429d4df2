import { useId } from 'react'
import { Checkbox, FaultText, RadioRow, Select } from '#kernel/ui/index.ts'
import styles from './Fields.module.css'
import { type OneFieldProps, wordsOf } from './field-props.ts'
import { text } from './text.ts'

/** More than that are easier found in a list. */
const MOST_IN_SIGHT = 5

export function YesNoField(props: OneFieldProps) {
  const { value, onChange } = props
  const choices = [
    { id: 'yes', label: text.yes },
    { id: 'no', label: text.no },
  ] as const
  const chosen = value === true ? 'yes' : value === false ? 'no' : null
  return <RadioRow {...wordsOf(props)} choices={choices} value={chosen} onChange={(id) => onChange(id === 'yes')} />
}

export function ChoiceField(props: OneFieldProps) {
  const { field, value, onChange } = props
  const choices = (field.choices ?? []).map(({ key, label }) => ({ id: key, label }))
  const chosen = typeof value === 'string' ? value : null
  const shared = { ...wordsOf(props), choices, value: chosen, onChange }
  return choices.length <= MOST_IN_SIGHT ? <RadioRow {...shared} /> : <Select {...shared} />
}

export function MultiChoiceField({ field, value, onChange, fault }: OneFieldProps) {
  const id = useId()
  const chosen = Array.isArray(value) ? (value as string[]) : []
  const toggle = (key: string, isOn: boolean) => onChange(isOn ? [...chosen, key] : chosen.filter((one) => one !== key))
  return (
    <fieldset className={styles.question} data-invalid={fault ? true : undefined} aria-describedby={`${id}-notes`}>
      <legend className={styles.legend}>{field.label}</legend>
      {(field.choices ?? []).map(({ key, label }) => (
        <Checkbox key={key} label={label} value={chosen.includes(key)} onChange={(isOn) => toggle(key, isOn)} />
      ))}
      <span id={`${id}-notes`}>
        {field.help && <span className={styles.help}>{field.help}</span>}
        {fault && <FaultText>{fault}</FaultText>}
      </span>
    </fieldset>
  )
}
