import type { MyUnit } from '#features/org/contract.ts'
import { LinkButton } from '#kernel/ui/index.ts'
import { text } from './text.ts'

/** From the unit's page to who lives or comes there. */
export const ResidentsLink = ({ unit }: { unit: MyUnit }) => (
  <LinkButton href="/enhed/beboere">{unit.roundTheClock ? text.residents : text.whoIsHere}</LinkButton>
)
