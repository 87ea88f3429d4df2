import { useState } from 'react'
import { FindEmployee } from '#features/org/web/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Button, Row, Section, TextField } from '#kernel/ui/index.ts'
import { text } from './text.ts'

export type Chosen = { employeeId: Id | null; who: string }

type Props = {
  title: string
  /** Who it is, as it stands: said by name until somebody is taken off. */
  was: Chosen | undefined
  value: Chosen
  onChange: (to: Chosen) => void
  fault?: string | undefined
  /** Somebody from outside may be written by name: help beside the field. Left out: only who works here. */
  outside?: string | undefined
}

/** One person: who works here is found, not written; who is there can be taken off again. */
export function PersonField({ title, was, value, onChange, fault, outside }: Props) {
  const [isKept, setKept] = useState(Boolean(was?.employeeId))
  const takeOff = () => {
    setKept(false)
    onChange({ employeeId: null, who: '' })
  }
  if (isKept && was)
    return (
      <Section title={title}>
        <Row gap={3} apart>
          <span>{was.who}</span>
          <Button kind="plain" aria-label={`${text.remove}: ${was.who}`} onPress={takeOff}>
            {text.remove}
          </Button>
        </Row>
      </Section>
    )
  return (
    <Section title={title}>
      <FindEmployee
        value={value.employeeId}
        onChange={(employeeId) => onChange({ employeeId, who: '' })}
        fault={outside === undefined ? fault : undefined}
      />
      {outside !== undefined && value.employeeId === null && (
        <TextField
          label={text.outsider}
          help={outside}
          value={value.who}
          onChange={(who) => onChange({ employeeId: null, who })}
          maxLength={120}
          fault={fault}
          isOptional
        />
      )}
    </Section>
  )
}
