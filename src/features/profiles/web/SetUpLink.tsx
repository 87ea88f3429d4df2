import type { MyUnit } from '#features/org/contract.ts'
import { LinkButton } from '#kernel/ui/index.ts'
import { text } from './text.ts'

/** From the unit's page to how it is set up. */
export const SetUpLink = ({ unit }: { unit: MyUnit }) => (
  <LinkButton href={`/opsaetning/${unit.id}`}>{text.link}</LinkButton>
)
