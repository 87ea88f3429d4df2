import { useState } from 'react'
import { Button, Lines, Menu, Row, Section, Stack } from '#kernel/ui/index.ts'
import type { SketchField } from '../contract.ts'
import { moveField, putField, removeField } from '../sketching.ts'
import { conditionWords } from './condition-words.ts'
import { FieldDialog } from './FieldDialog.tsx'
import { text } from './text.ts'
import type { SketchDesk } from './use-sketch.ts'

type Opened = { field?: SketchField; before: readonly SketchField[] }

/** The questions in their order; each is opened to be changed. */
export function FieldList({ desk: { sketch, change } }: { desk: SketchDesk }) {
  const [opened, open] = useState<Opened>()
  const { fields } = sketch
  return (
    <Section
      title={text.fields}
      note={fields.length || undefined}
      actions={<Button onPress={() => open({ before: fields })}>{text.addField}</Button>}
    >
      {fields.length === 0 && <p>{text.fieldsNone}</p>}
      <Lines label={text.fields}>
        {fields.map((field, at) => (
          <li key={field.key}>
            <FieldLine
              field={field}
              fields={fields}
              onOpen={() => open({ field, before: fields.slice(0, at) })}
              {...(at > 0 && { onUp: () => change((sketch) => moveField(sketch, at, at - 1)) })}
              {...(at < fields.length - 1 && { onDown: () => change((sketch) => moveField(sketch, at, at + 1)) })}
              onRemove={() => change((sketch) => removeField(sketch, field.key))}
            />
          </li>
        ))}
      </Lines>
      {opened && (
        <FieldDialog
          {...opened}
          taken={fields.map(({ key }) => key)}
          onSave={(field) => change((sketch) => putField(sketch, field))}
          onClose={() => open(undefined)}
        />
      )}
    </Section>
  )
}

type LineProps = {
  field: SketchField
  fields: readonly SketchField[]
  onOpen: () => void
  onUp?: () => void
  onDown?: () => void
  onRemove: () => void
}

function FieldLine({ field, fields, onOpen, onUp, onDown, onRemove }: LineProps) {
  const { label, kind, required, showIf } = field
  const second = [text.kinds[kind], required && text.mustSign, showIf && conditionWords(showIf, fields)]
  const name = label || text.unnamed
  return (
    <Row apart gap={2}>
      <Stack gap={1}>
        <strong>{name}</strong>
        <span>{second.filter(Boolean).join(' · ')}</span>
      </Stack>
      <Row gap={3}>
        <Button kind="plain" aria-label={text.changeOf(name)} onPress={onOpen}>
          {text.change}
        </Button>
        <Menu
          label={text.acts}
          items={[
            ...(onUp ? [{ id: 'up', label: text.up, onAct: onUp }] : []),
            ...(onDown ? [{ id: 'down', label: text.down, onAct: onDown }] : []),
            { id: 'remove', label: text.remove, onAct: onRemove },
          ]}
        />
      </Row>
    </Row>
  )
}
