import { codesOf } from '#features/terminology/rules.ts'
import { dayOf, instantAt } from '#kernel/lang/day.ts'
import {
  Checkbox,
  CheckGroup,
  ComboBox,
  DatePicker,
  Select,
  shortDayWords,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import type { CaseItem } from '../contract.ts'
import type { EntryField } from '../entry-fields.ts'
import type { ItemKind } from '../items.ts'
import { itemWords } from './item-words.ts'
import { text } from './text.ts'

type FaceProps = {
  field: EntryField
  value: unknown
  onChange: (value: unknown) => void
  fault: string | undefined
  /** What a link may lead to. */
  items: readonly CaseItem[]
}

const fieldWords = (name: string) => (text.entryFields as Readonly<Record<string, string>>)[name] ?? name
const choiceWords = (id: string) => (text.choices as Readonly<Record<string, string>>)[id] ?? id
const LEVELS = [0, 1, 2, 3, 4] as const

const about = ({ field, fault }: FaceProps) => ({
  label: fieldWords(field.name),
  isOptional: field.isOptional ?? false,
  fault,
})
const asText = (value: unknown) => (typeof value === 'string' ? value : '')

/** One field of something reported, by what it is. */
export function EntryFieldFace(props: FaceProps) {
  const { field, value, onChange } = props
  switch (field.as) {
    case 'text':
      return <TextField {...about(props)} value={asText(value)} onChange={onChange} maxLength={200} />
    case 'day':
      return <DatePicker {...about(props)} value={asText(value) || null} onChange={onChange} />
    case 'moment':
      return <Moment {...props} />
    case 'flag':
      return <Checkbox {...about(props)} value={value === true} onChange={onChange} />
    case 'level':
      return <Level {...props} />
    case 'choice':
      return (
        <Select
          {...about(props)}
          choices={field.choices.map((id) => ({ id, label: choiceWords(id) }))}
          value={asText(value) || null}
          onChange={onChange}
        />
      )
    case 'code':
      return <Code {...props} field={field} />
    case 'link':
      return <Link {...props} field={field} />
    case 'links':
      return <Links {...props} field={field} />
  }
}

/** The standard wants a moment; people know a day. Noon keeps the day everywhere. */
function Moment(props: FaceProps) {
  const { value, onChange } = props
  return (
    <DatePicker
      {...about(props)}
      value={value ? dayOf(String(value)) : null}
      onChange={(day) => onChange(day && instantAt(day, '12:00'))}
    />
  )
}

const levelNames = codesOf('level')
function Level(props: FaceProps) {
  const name = (level: number) => levelNames.find(({ rank }) => rank === level)?.name ?? ''
  return (
    <Select
      {...about(props)}
      isOptional={false}
      choices={LEVELS.map((level) => ({ id: String(level), label: `${level} · ${name(level)}` }))}
      value={typeof props.value === 'number' ? String(props.value) : null}
      onChange={(level) => props.onChange(Number(level))}
    />
  )
}

type Of<A extends EntryField['as']> = FaceProps & { field: Extract<EntryField, { as: A }> }

function Code(props: Of<'code'>) {
  const options = props.field.lists.flatMap((list) => codesOf(list))
  return (
    <ComboBox
      {...about(props)}
      options={options.map(({ code, name, under }) => ({ id: code, label: name, second: under }))}
      value={asText(props.value) || null}
      onChange={props.onChange}
    />
  )
}

function useTargets(of: ItemKind, items: readonly CaseItem[]) {
  const today = useToday()
  return items
    .filter(({ kind }) => kind === of)
    .map((item) => ({ id: item.id, label: itemWords(item, (day) => shortDayWords(day, today)) }))
}

const NONE = 'none'

function Link(props: Of<'link'>) {
  const targets = useTargets(props.field.of, props.items)
  const choices = [...(props.field.isOptional ? [{ id: NONE, label: text.none }] : []), ...targets]
  return (
    <Select
      {...about(props)}
      help={targets.length === 0 ? text.enterFirst(text.itemKinds[props.field.of]) : undefined}
      choices={choices}
      value={asText(props.value) || (props.field.isOptional ? NONE : null)}
      onChange={(id) => props.onChange(id === NONE ? null : id)}
    />
  )
}

function Links(props: Of<'links'>) {
  const targets = useTargets(props.field.of, props.items)
  const chosen = Array.isArray(props.value) ? (props.value as string[]) : []
  const toggle = (id: string, isOn: boolean) =>
    props.onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <CheckGroup
      label={about(props).label}
      note={targets.length === 0 ? text.enterFirst(text.itemKinds[props.field.of]) : undefined}
    >
      {targets.map(({ id, label }) => (
        <Checkbox key={id} label={label} value={chosen.includes(id)} onChange={(isOn) => toggle(id, isOn)} />
      ))}
    </CheckGroup>
  )
}
