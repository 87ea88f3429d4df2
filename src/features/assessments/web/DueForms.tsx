import type { MyUnit } from '#features/org/contract.ts'
import { LinkButton, Row, Section } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { assessments } from '../contract.ts'
import { text } from './text.ts'

/** On the unit's page: how many forms are missing. Nothing where none are. */
export function DueForms({ unit }: { unit: MyUnit }) {
  const due = useRead(assessments.due, { unitId: unit.id }, { live: ['assessments', unit.id] })
  const count = due.data?.length ?? 0
  if (count === 0) return null
  return (
    <Section title={text.title}>
      <Row>
        <LinkButton href="/enhed/skemaer">{text.dueAt(count)}</LinkButton>
      </Row>
    </Section>
  )
}

export const UnitFormsLink = () => <LinkButton href="/enhed/skemaer">{text.title}</LinkButton>
