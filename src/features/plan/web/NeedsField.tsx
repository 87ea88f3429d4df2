import type { Id } from '#kernel/lang/id.ts'
import { Button, Lines, Row, Section, Select, Stack } from '#kernel/ui/index.ts'
import { text } from './text.ts'

type Props = {
  /** What may be chosen among, and what is chosen, by name. */
  choices: readonly { id: Id; label: string }[]
  value: readonly Id[]
  onChange: (needs: Id[]) => void
  fault: string | undefined
}

/** What must be done first. */
export function NeedsField({ choices, value, onChange, fault }: Props) {
  const chosen = choices.filter(({ id }) => value.includes(id))
  const free = choices.filter(({ id }) => !value.includes(id))
  return (
    <Section title={text.needs}>
      <Stack gap={2}>
        <Lines label={text.needs}>
          {chosen.map(({ id, label }) => (
            <li key={id}>
              <Row gap={3} apart>
                <span>{label}</span>
                <Button
                  kind="plain"
                  aria-label={`${text.remove}: ${label}`}
                  onPress={() => onChange(value.filter((need) => need !== id))}
                >
                  {text.remove}
                </Button>
              </Row>
            </li>
          ))}
        </Lines>
        <Select
          label={text.addNeed}
          choices={free}
          value={null}
          placeholder={text.choose}
          onChange={(need) => onChange([...value, need])}
          fault={fault}
        />
      </Stack>
    </Section>
  )
}
