import { useState } from 'react'
import { Button, FaultText, RadioRow, TextField } from '#kernel/ui/index.ts'
import styles from './Fields.module.css'
import { type OneFieldProps, type Value, wordsOf } from './field-props.ts'
import { text } from './text.ts'
import { numberWords } from './use-saying.ts'

/** What was typed as a number, or as it was typed when it is none: nothing typed is lost. */
export function numberIn(typed: string): Value {
  const plain = typed.trim().replace(',', '.')
  if (plain === '') return undefined
  const number = Number(plain)
  return Number.isFinite(number) ? number : typed
}

const shown = (value: Value): string =>
  typeof value === 'number' ? numberWords(value) : typeof value === 'string' ? value : ''

/** What is typed stays as it was typed (`7,`) for as long as it means what stands. */
export function NumberField(props: OneFieldProps) {
  const { value, onChange, onLeave } = props
  const [typed, setTyped] = useState(() => shown(value))
  const change = (words: string) => {
    setTyped(words)
    onChange(numberIn(words))
  }
  return (
    <div className={styles.short}>
      <TextField
        {...wordsOf(props)}
        inputMode="decimal"
        autoComplete="off"
        value={numberIn(typed) === value ? typed : shown(value)}
        onChange={change}
        onBlur={onLeave}
        maxLength={20}
      />
    </div>
  )
}

/** Steps that can stand beside each other. */
const MOST_STEPS = 11

export function ScaleField(props: OneFieldProps) {
  const { field, value, onChange } = props
  const { min = 0, max = 10 } = field
  if (max - min + 1 > MOST_STEPS) return <NumberField {...props} />
  const choices = Array.from({ length: max - min + 1 }, (_, at) => ({ id: String(min + at), label: String(min + at) }))
  return (
    <RadioRow
      {...wordsOf(props)}
      choices={choices}
      value={typeof value === 'number' ? String(value) : null}
      onChange={(id) => onChange(Number(id))}
    />
  )
}

export function TallyField(props: OneFieldProps) {
  const { field, value, onChange, fault } = props
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = field
  const count = typeof value === 'number' ? value : min
  const { label } = wordsOf(props)
  return (
    <fieldset className={styles.question} data-invalid={fault ? true : undefined}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.tally}>
        <Button aria-label={text.fewer(field.label)} isDisabled={count <= min} onPress={() => onChange(count - 1)}>
          –
        </Button>
        <output className={styles.count}>{count}</output>
        <Button aria-label={text.more(field.label)} isDisabled={count >= max} onPress={() => onChange(count + 1)}>
          +
        </Button>
      </div>
      {field.help && <span className={styles.help}>{field.help}</span>}
      {fault && <FaultText>{fault}</FaultText>}
    </fieldset>
  )
}

/** Added up as one goes; nobody types it. */
export const SumField = ({ field, value }: OneFieldProps) => (
  <p className={styles.sum}>
    <span className={styles.legend}>{field.label}</span>
    <output>
      <strong>{typeof value === 'number' ? numberWords(value) : 0}</strong>
    </output>
  </p>
)
