import type { MyUnit } from '#features/org/contract.ts'
import { leads } from '#features/org/web/index.ts'
import { LinkButton } from '#kernel/ui/index.ts'
import { text } from './text.ts'

/** From the unit's page, for whoever leads it. */
export const RequestsLink = ({ unit }: { unit: MyUnit }) =>
  leads(unit) ? <LinkButton href="/indsigt">{text.title}</LinkButton> : null
