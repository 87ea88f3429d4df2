import type { Card } from '#features/citizens/contract.ts'
import { leads, useUnit } from '#features/org/web/index.ts'
import { LinkButton, Row } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { exchange } from '../contract.ts'
import { text } from './text.ts'

/** From the plan to what is reported of it, where the whole case opens to one. */
export function CaseLink({ card }: { card: Card }) {
  const unit = useUnit()
  const found = useRead(exchange.caseFor, { citizenId: card.id }, { enabled: unit !== undefined && leads(unit) })
  if (!found.data?.permitted.includes('report')) return null
  return (
    <Row>
      <LinkButton href={`/borger/${card.id}/indberetning`}>{text.reporting}</LinkButton>
    </Row>
  )
}
