import type { Card } from '#features/citizens/contract.ts'
import { leads, useUnit } from '#features/org/web/index.ts'
import { LinkButton, Row } from '#kernel/ui/index.ts'
import { text } from './text.ts'

/** From the plan to what is reported of it. */
export function CaseLink({ card }: { card: Card }) {
  const unit = useUnit()
  if (!unit || !leads(unit)) return null
  return (
    <Row>
      <LinkButton href={`/borger/${card.id}/indberetning`}>{text.reporting}</LinkButton>
    </Row>
  )
}
