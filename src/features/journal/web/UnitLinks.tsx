import { LinkButton, Row } from '#kernel/ui/index.ts'
import { text } from './text.ts'

/** From the unit's page to its day. */
export const UnitLinks = () => (
  <Row gap={2}>
    <LinkButton href="/enhed">{text.unitDiaryToday}</LinkButton>
  </Row>
)
