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

/** Type a few letters and choose. */
export function ComboBoxField(props: ComboBoxProps) {
  const { options, value, onChange, search, onSearch, isSearching, placeholder, autoFocus } = props
  const fetched = onSearch
    ? { inputValue: search ?? '', onInputChange: onSearch, items: options, defaultFilter: anything }
    : { defaultItems: options }
  return (
    <AriaComboBox
      {...ariaOf(props)}
      {...fetched}
      value={value}
      onChange={(key) => onChange(key as string | null)}
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
