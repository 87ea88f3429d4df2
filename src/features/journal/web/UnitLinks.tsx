import { LinkButton } from '#kernel/ui/index.ts'
import { text } from './text.ts'

/** From the unit's page to its day. */
export const UnitLinks = () => <LinkButton href="/enhed">{text.unitDiaryToday}</LinkButton>
