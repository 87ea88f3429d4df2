import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import { ariaOf, FieldLabel, FieldNotes, type FieldProps } from './Field.tsx'
import { Glyph } from './Glyph.tsx'
import list from './List.module.css'
import { text } from './text.ts'

export type Choice<K extends string = string> = {
  readonly id: K
  readonly label: string
  readonly isDisabled?: boolean
}

export type SelectProps<K extends string = string> = FieldProps & {
  choices: readonly Choice<K>[]
  value: K | null
  onChange: (value: K) => void
  placeholder?: string
}

/**
 * One of a closed list of four or more. For two or three, `RadioRow` shows them all. It opens before its choices have come,
 * so that a press on the way is not lost: they are shown as they arrive.
 */
export function SelectField<K extends string>(props: SelectProps<K>) {
  const { choices, value, onChange, placeholder = text.choose } = props
  return (
    <AriaSelect
      {...ariaOf(props)}
      value={value}
      onChange={(key) => key !== null && onChange(key as K)}
      placeholder={placeholder}
      allowsEmptyCollection
    >
      <FieldLabel {...props} />
      <Button className={classes(styles.input, styles.pick)}>
        <SelectValue className={styles.chosen} />
        <Glyph name="down" />
      </Button>
      <FieldNotes {...props} />
      <Popover className={list.popover} offset={4}>
        <ListBox
          className={list.list}
          items={choices}
          renderEmptyState={() => <div className={list.none}>{text.noneYet}</div>}
        >
          {(choice) => (
            <ListBoxItem
              id={choice.id}
              textValue={choice.label}
              isDisabled={choice.isDisabled ?? false}
              className={list.item}
            >
              {choice.label}
              <span className={list.tick}>
                <Glyph name="tick" />
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
