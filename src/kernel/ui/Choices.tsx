import {
  CheckboxButton,
  CheckboxField,
  Radio,
  RadioGroup,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components'
import styles from './Choices.module.css'
import { ariaOf, FieldLabel, FieldNotes, type FieldProps } from './Field.tsx'
import { Glyph } from './Glyph.tsx'
import type { Choice } from './Select.tsx'

type CheckboxProps = Omit<FieldProps, 'isLabelHidden' | 'isOptional'> & {
  value: boolean
  onChange: (value: boolean) => void
}

export function Checkbox(props: CheckboxProps) {
  const { label, value, onChange } = props
  return (
    <CheckboxField {...ariaOf(props)} isSelected={value} onChange={onChange}>
      <CheckboxButton className={styles.check}>
        <span className={styles.box}>
          <Glyph name="tick" size={18} />
        </span>
        {label}
      </CheckboxButton>
      <FieldNotes {...props} />
    </CheckboxField>
  )
}

type RadioRowProps<K extends string> = FieldProps & {
  choices: readonly Choice<K>[]
  value: K | null
  onChange: (value: K) => void
}

/** Two to five choices, all in sight. */
export function RadioRow<K extends string>(props: RadioRowProps<K>) {
  const { choices, value, onChange } = props
  return (
    <RadioGroup {...ariaOf(props)} value={value} onChange={(key) => onChange(key as K)} orientation="horizontal">
      <FieldLabel {...props} />
      <div className={styles.segments}>
        {choices.map(({ id, label, isDisabled = false }) => (
          <Radio key={id} value={id} isDisabled={isDisabled} className={styles.segment}>
            <span className={styles.dot} />
            {label}
          </Radio>
        ))}
      </div>
      <FieldNotes {...props} />
    </RadioGroup>
  )
}

type ChipsProps<K extends string> = {
  label: string
  choices: readonly (Choice<K> & { readonly count?: number })[]
  value: readonly K[]
  onChange: (value: K[]) => void
  isMultiple?: boolean
}

/** Filters as words in one line: alle · vigtige · delmål. */
export function ToggleChips<K extends string>({ label, choices, value, onChange, isMultiple = false }: ChipsProps<K>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.chips}
      selectionMode={isMultiple ? 'multiple' : 'single'}
      disallowEmptySelection={!isMultiple}
      selectedKeys={value}
      onSelectionChange={(keys) => onChange([...keys] as K[])}
    >
      {choices.map(({ id, label: words, count, isDisabled = false }) => (
        <ToggleButton key={id} id={id} isDisabled={isDisabled} className={styles.chip}>
          <span className={styles.chipWords}>{words}</span>
          {count !== undefined && <span className={styles.count}>{count}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
