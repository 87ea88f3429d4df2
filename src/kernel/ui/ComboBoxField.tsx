import { useState } from 'react'
import { ComboBox as AriaComboBox, Button, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import styles from './Field.module.css'
import { ariaOf, FieldLabel, FieldNotes, type FieldProps } from './Field.tsx'
import { Glyph } from './Glyph.tsx'
import list from './List.module.css'
import { Portrait } from './Portrait.tsx'
import { text } from './text.ts'

export type Option = {
  readonly id: string
  readonly label: string
  /** A line beneath, in the margin's letters. */
  readonly second?: string
  /** Shows a portrait; without a photo its initials. */
  readonly photo?: string | 'initials'
}

export type ComboBoxProps = FieldProps & {
  options: readonly Option[]
  value: string | null
  onChange: (id: string | null) => void
  /** Give both when the options are fetched as one types; they are then not filtered here. */
  search?: string
  onSearch?: (words: string) => void
  isSearching?: boolean
  placeholder?: string
  autoFocus?: boolean
}

const anything = () => true

/**
 * Where the options are fetched, words and choice are ours to keep in step: the name of the chosen one stands in the field, so
 * that one sees which of two Emmas it is, and whoever writes other words has chosen nobody.
 */
function useInStep({ options, value, onChange, search = '', onSearch }: ComboBoxProps) {
  const [name, setName] = useState<string>()
  if (!onSearch) return { defaultItems: options, onChange: (key: unknown) => onChange(key as string | null) }
  const choose = (key: unknown) => {
    const label = options.find(({ id }) => id === key)?.label
    if (label !== undefined) {
      setName(label)
      onSearch(label)
    }
    onChange(key as string | null)
  }
  const write = (words: string) => {
    onSearch(words)
    if (value !== null && words !== name) onChange(null)
  }
  return { inputValue: search, onInputChange: write, items: options, defaultFilter: anything, onChange: choose }
}

/** Type a few letters and choose. */
export function ComboBoxField(props: ComboBoxProps) {
  const { value, isSearching, placeholder, autoFocus } = props
  return (
    <AriaComboBox
      {...ariaOf(props)}
      {...useInStep(props)}
      value={value}
      menuTrigger="focus"
      allowsEmptyCollection
      autoFocus={autoFocus}
    >
      <FieldLabel {...props} />
      <div className={styles.group}>
        <Input className={styles.bare} placeholder={placeholder} />
        <Button className={styles.trigger} aria-label={text.showList}>
          <Glyph name="down" />
        </Button>
      </div>
      <FieldNotes {...props} />
      <Popover className={list.popover} offset={4}>
        <ListBox<Option>
          className={list.list}
          renderEmptyState={() => <div className={list.none}>{isSearching ? text.searching : text.noMatch}</div>}
        >
          {(option) => <OptionRow {...option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

function OptionRow({ id, label, second, photo }: Option) {
  return (
    <ListBoxItem id={id} textValue={label} className={list.item}>
      {photo && <Portrait name={label} url={photo === 'initials' ? undefined : photo} size={32} />}
      <span className={list.words}>
        <span>{label}</span>
        {second && <span className={list.second}>{second}</span>}
      </span>
      <span className={list.tick}>
        <Glyph name="tick" />
      </span>
    </ListBoxItem>
  )
}
