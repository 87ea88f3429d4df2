import type { Id } from '#kernel/lang/id.ts'
import { Show } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { citizens } from '../contract.ts'
import { CitizenHeader } from './CitizenHeader.tsx'

/** What stands on the citizen's card. */
export function CardPage({ citizenId }: { citizenId: Id }) {
  const card = useRead(citizens.card, { citizenId })
  return (
    <Show of={card} lines={8} isEmpty={() => false}>
      {(known) => <CitizenHeader card={known}>{known.about}</CitizenHeader>}
    </Show>
  )
}
