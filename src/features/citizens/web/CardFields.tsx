import type { ReactNode } from 'react'
import {
  Checkbox,
  DateField,
  DatePicker,
  Mark,
  Section,
  Stack,
  shortDayWords,
  TextArea,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { type CardField, type CardForm, differs, type Standing } from './card-form.ts'
import { text } from './text.ts'

type FieldsProps = {
  form: CardForm
  onChange: (part: Partial<CardForm>) => void
  faultOf: (field: string) => string | undefined
  standing?: Standing | undefined
  /** Address and phone stand on the card, but were not sent here. */
  isHidden?: boolean
  /** Stands with the names: the number, where it is written with the rest. */
  number?: ReactNode
}

/** The card's fields, in calm parts; the same when a citizen is registered and when the card is changed. */
export function CardFields(props: FieldsProps) {
  return (
    <Stack gap={5}>
      <Names {...props} />
      <Whereabouts {...props} />
      <Protection {...props} />
      <About {...props} />
    </Stack>
  )
}

type Words = 'givenName' | 'familyName' | 'preferredName' | 'pronoun' | 'room' | 'address' | 'phone' | 'about'

function useField({ form, onChange, faultOf, standing }: FieldsProps) {
  const now = useStanding(standing)
  const about = (field: CardField, help?: ReactNode) => ({
    fault: faultOf(field),
    help: differs(standing, form, field) ? <Mark tone="attention">{now(field)}</Mark> : help,
  })
  const words = (field: Words, help?: ReactNode) => ({
    ...about(field, help),
    value: form[field],
    onChange: (to: string) => onChange({ [field]: to }),
  })
  return { about, words }
}

/** What now stands on the card, in words. */
function useStanding(standing: Standing | undefined): (field: CardField) => string {
  const today = useToday()
  return (field) => {
    const value = standing?.[field]
    if (typeof value === 'boolean') return text.nowStands(value ? text.yes : text.no)
    if (typeof value !== 'string' || value === '') return text.nowEmpty
    const isDay = field === 'bornOn' || field === 'protectedUntil'
    return text.nowStands(isDay ? shortDayWords(value, today) : value)
  }
}

function Names(props: FieldsProps) {
  const { about, words } = useField(props)
  const today = useToday()
  return (
    <Section title={text.names}>
      <TextField label={text.givenName} {...words('givenName')} maxLength={100} autoComplete="off" />
      <TextField label={text.familyName} {...words('familyName')} maxLength={100} autoComplete="off" />
      <TextField
        label={text.preferredName}
        {...words('preferredName', text.preferredHelp)}
        maxLength={60}
        autoComplete="off"
        isOptional
      />
      <TextField label={text.pronoun} {...words('pronoun', text.pronounHelp)} maxLength={40} isOptional />
      <DateField
        label={text.bornOn}
        {...about('bornOn')}
        value={props.form.bornOn}
        max={today}
        onChange={(bornOn) => props.onChange({ bornOn })}
        isOptional
      />
      {props.number}
    </Section>
  )
}

function Whereabouts(props: FieldsProps) {
  const { words } = useField(props)
  const help = props.isHidden ? text.hiddenField : undefined
  return (
    <Section title={text.whereabouts}>
      <TextField label={text.roomTerm} {...words('room')} maxLength={40} isOptional />
      <TextField label={text.address} {...words('address', help)} maxLength={300} autoComplete="off" isOptional />
      <Clear {...props} field="address" label={text.address} />
      <TextField label={text.phone} {...words('phone', help)} type="tel" maxLength={40} autoComplete="off" isOptional />
      <Clear {...props} field="phone" label={text.phone} />
    </Section>
  )
}

/** A hidden text is left alone when the field is empty; taking it away is said outright. */
function Clear({
  form,
  onChange,
  isHidden,
  field,
  label,
}: FieldsProps & { field: 'address' | 'phone'; label: string }) {
  if (!isHidden || form[field] !== '') return null
  const others = form.clears.filter((one) => one !== field)
  return (
    <Checkbox
      label={text.hiddenClear(label.toLowerCase())}
      value={form.clears.includes(field)}
      onChange={(is) => onChange({ clears: is ? [...others, field] : others })}
    />
  )
}

function Protection(props: FieldsProps) {
  const { about } = useField(props)
  const { form, onChange } = props
  return (
    <Section title={text.protection}>
      <Checkbox
        label={text.isProtected}
        {...about('identityProtected')}
        value={form.identityProtected}
        onChange={(identityProtected) => onChange({ identityProtected })}
      />
      {form.identityProtected && (
        <DatePicker
          label={text.protectedUntil}
          {...about('protectedUntil', text.protectedUntilHelp)}
          value={form.protectedUntil}
          onChange={(protectedUntil) => onChange({ protectedUntil })}
          isOptional
        />
      )}
      <Checkbox
        label={text.isHiddenStay}
        {...about('hiddenStay')}
        value={form.hiddenStay}
        onChange={(hiddenStay) => onChange({ hiddenStay })}
      />
    </Section>
  )
}

function About(props: FieldsProps) {
  const { words } = useField(props)
  return (
    <Section title={text.aboutTitle}>
      <TextArea label={text.aboutField} {...words('about', text.aboutHelp)} lines={4} maxLength={1000} isOptional />
    </Section>
  )
}
