import { useState } from 'react'
import { language } from '#kernel/lang/text.ts'
import { FaultText, RadioRow, Select, Stack, TextField, ToggleChips } from '#kernel/ui/index.ts'
import type { SettingValue } from '../contract.ts'
import { type SettingKey, specOf } from '../settings.ts'
import { text } from './text.ts'

type Props = {
  of: SettingKey
  value: SettingValue
  onChange: (value: SettingValue) => void
  fault?: string | undefined
}

const NONE = 'none'

/** A value is chosen the way it is meant: yes or no, one, several, a number, times. */
export function ValueField(props: Props) {
  const spec = specOf(props.of)
  switch (spec.kind) {
    case 'flag':
      return <Flag {...props} />
    case 'one':
      return <One {...props} />
    case 'several':
      return <Several {...props} />
    default:
      return <Written {...props} />
  }
}

const Flag = ({ value, onChange, fault }: Props) => (
  <RadioRow
    label={text.value}
    choices={[
      { id: 'yes', label: text.yes },
      { id: 'no', label: text.no },
    ]}
    value={value === null ? null : value ? 'yes' : 'no'}
    onChange={(to) => onChange(to === 'yes')}
    fault={fault}
  />
)

const choicesOf = (key: SettingKey) => {
  const spec = specOf(key)
  return 'options' in spec
    ? Object.entries(spec.options).map(([id, option]) => ({ id, label: option[language()] }))
    : []
}

const One = ({ of, value, onChange, fault }: Props) => (
  <Select
    label={text.value}
    choices={[{ id: NONE, label: text.none }, ...choicesOf(of)]}
    value={value === null ? NONE : String(value)}
    onChange={(to) => onChange(to === NONE ? null : to)}
    fault={fault}
  />
)

const Several = ({ of, value, onChange, fault }: Props) => (
  <Stack gap={1}>
    <ToggleChips
      label={text.value}
      isMultiple
      choices={choicesOf(of)}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={(to) => onChange(choicesOf(of).flatMap(({ id }) => (to.includes(id) ? [id] : [])))}
    />
    {fault && <FaultText>{fault}</FaultText>}
  </Stack>
)

const parts = (words: string): string[] =>
  words
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

/** Times and numbers are written. */
function Written({ of, value, onChange, fault }: Props) {
  const { kind } = specOf(of)
  const [words, setWords] = useState(Array.isArray(value) ? value.join(', ') : value === null ? '' : String(value))
  const write = (typed: string) => {
    setWords(typed)
    if (kind === 'times') onChange(parts(typed))
    else if (kind === 'numbers') onChange(parts(typed).map(Number).filter(Number.isInteger))
    else onChange(Number.isInteger(Number(typed)) && typed.trim() ? Number(typed) : null)
  }
  const isTimes = kind === 'times'
  return (
    <TextField
      label={isTimes ? text.times : text.number}
      help={isTimes ? text.timesHelp : undefined}
      value={words}
      onChange={write}
      maxLength={200}
      fault={fault}
    />
  )
}
