import {
  SearchField as AriaSearchField,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  Button,
  Input,
} from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import { ariaOf, FieldLabel, FieldNotes, type FieldProps } from './Field.tsx'
import { Glyph } from './Glyph.tsx'
import { text } from './text.ts'

type WordProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  maxLength?: number
  placeholder?: string
  autoFocus?: boolean
}

type TextFieldProps = WordProps & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'password'
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'none'
  autoComplete?: string
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, onBlur, type, inputMode, autoComplete, autoFocus, maxLength, placeholder } = props
  return (
    <AriaTextField
      {...ariaOf(props)}
      {...{ value, onChange, onBlur, type, inputMode, autoComplete, autoFocus, maxLength }}
    >
      <FieldLabel {...props} />
      <Input className={styles.input} placeholder={placeholder} />
      <FieldNotes {...props} />
    </AriaTextField>
  )
}

type TextAreaProps = WordProps & { lines?: 2 | 4; 'aria-describedby'?: string; onSubmit?: () => void }

/** A field that grows with what is written. Too long is said, never cut off. Ctrl+Enter calls `onSubmit`. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, onBlur, autoFocus, maxLength, placeholder, lines = 2, onSubmit } = props
  const left = maxLength === undefined ? undefined : maxLength - value.length
  const isNear = left !== undefined && left < Math.max(50, maxLength! / 10)
  return (
    <AriaTextField
      {...ariaOf(props)}
      {...{ value, onChange, onBlur, autoFocus }}
      aria-describedby={props['aria-describedby']}
    >
      <FieldLabel {...props} />
      <div className={classes(styles.grow, styles[`lines${lines}`])} data-value={value}>
        <AriaTextArea
          className={styles.input}
          placeholder={placeholder}
          rows={1}
          onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onSubmit?.()}
        />
      </div>
      {isNear && (
        <span className={styles.help} role="status">
          {text.charactersLeft(left)}
        </span>
      )}
      <FieldNotes {...props} />
    </AriaTextField>
  )
}

type SearchProps = Omit<WordProps, 'maxLength' | 'onBlur'> & { onSubmit?: (value: string) => void }

export function SearchField(props: SearchProps) {
  const { value, onChange, onSubmit, autoFocus, placeholder } = props
  return (
    <AriaSearchField {...ariaOf(props)} {...{ value, onChange, onSubmit, autoFocus }}>
      <FieldLabel {...props} />
      <div className={styles.group}>
        <span className={styles.lead}>
          <Glyph name="search" />
        </span>
        <Input className={styles.bare} placeholder={placeholder} />
        <Button className={classes(styles.trigger, styles.clear)} aria-label={text.clear}>
          <Glyph name="close" />
        </Button>
      </div>
      <FieldNotes {...props} />
    </AriaSearchField>
  )
}
