import type { ComponentType } from 'react'
import { DatePicker, Stack, TextArea, TextField } from '#kernel/ui/index.ts'
import type { FieldKind, Form, Given } from '../contract.ts'
import { settled, shownFields } from '../rules.ts'
import { ChoiceField, MultiChoiceField, YesNoField } from './ChoiceFields.tsx'
import { asText, type OneFieldProps, type Value, wordsOf } from './field-props.ts'
import { NumberField, ScaleField, SumField, TallyField } from './NumberFields.tsx'
import { PersonField } from './PersonField.tsx'
import { PhotoField } from './PhotoField.tsx'
import { TableField } from './TableField.tsx'
import { text } from './text.ts'

const MAX_LINE = 1000
const MAX_WORDS = 10_000

const Line = (props: OneFieldProps) => (
  <TextField
    {...wordsOf(props)}
    value={asText(props.value)}
    onChange={props.onChange}
    onBlur={props.onLeave}
    maxLength={MAX_LINE}
  />
)

const Words = (props: OneFieldProps) => (
  <TextArea
    {...wordsOf(props)}
    value={asText(props.value)}
    onChange={props.onChange}
    onBlur={props.onLeave}
    maxLength={MAX_WORDS}
  />
)

const Signature = (props: OneFieldProps) => (
  <TextField
    {...wordsOf(props)}
    help={props.field.help ?? text.signatureHelp}
    value={asText(props.value)}
    onChange={props.onChange}
    onBlur={props.onLeave}
    maxLength={MAX_LINE}
    autoComplete="off"
  />
)

const Calendar = (props: OneFieldProps) => (
  <DatePicker {...wordsOf(props)} value={asText(props.value) || null} onChange={(day) => props.onChange(day)} />
)

const faces: Record<FieldKind, ComponentType<OneFieldProps>> = {
  text: Line,
  'long-text': Words,
  number: NumberField,
  scale: ScaleField,
  'yes-no': YesNoField,
  choice: ChoiceField,
  'multi-choice': MultiChoiceField,
  date: Calendar,
  table: TableField,
  tally: TallyField,
  sum: SumField,
  signature: Signature,
  person: PersonField,
  photo: PhotoField,
}

type FieldsProps = {
  form: Pick<Form, 'fields'>
  given: Given
  onChange: (key: string, value: Value) => void
  onLeave?: (key: string) => void
  faultOf: (key: string) => string | undefined
}

/** The fields to be seen now, in order: one that hangs on another comes when the other says so, and what stood in it is kept. */
export function FormFields({ form, given, onChange, onLeave, faultOf }: FieldsProps) {
  const kept = settled(form, given)
  return (
    <Stack gap={5}>
      {shownFields(form, given).map((field) => {
        const Face = faces[field.kind]
        return (
          <Face
            key={field.key}
            field={field}
            value={field.kind === 'sum' ? kept[field.key] : given[field.key]}
            onChange={(value) => onChange(field.key, value)}
            onLeave={() => onLeave?.(field.key)}
            fault={faultOf(field.key)}
          />
        )
      })}
    </Stack>
  )
}
