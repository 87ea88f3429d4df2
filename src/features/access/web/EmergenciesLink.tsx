import { LinkButton } from '#kernel/ui/index.ts'
import { text } from './text.ts'
import { useAccessNow } from './use-access-now.ts'

/** From the unit's page, for those who look after it. */
export const EmergenciesLink = () =>
  useAccessNow()?.mayOversee ? <LinkButton href="/noedadgange">{text.listTitle}</LinkButton> : null
