import type { Card } from '#features/citizens/contract.ts'
import { leads, useMyUnits } from '#features/org/web/index.ts'
import { LinkButton, Row, Section } from '#kernel/ui/index.ts'
import { useMe } from '#kernel/web/index.ts'
import { text } from './text.ts'

/** From the card, for those who answer for the citizen. */
export function WhoLookedLink({ card }: { card: Card }) {
  const me = useMe()
  const units = useMyUnits().data ?? []
  const answers =
    card.contactPersons.some(({ employeeId }) => employeeId === me.id) ||
    units.some((unit) => leads(unit) && card.unitIds.includes(unit.id))
  if (!answers) return null
  return (
    <Section title={text.whoLooked}>
      <Row>
        <LinkButton href={`/borger/${card.id}/set`}>{text.whoLookedLink}</LinkButton>
      </Row>
    </Section>
  )
}
