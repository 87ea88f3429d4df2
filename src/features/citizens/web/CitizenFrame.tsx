import type { ReactNode } from 'react'
import type { Id } from '#kernel/lang/id.ts'
import { Show } from '#kernel/ui/index.ts'
import type { Card } from '../contract.ts'
import { CitizenHeader } from './CitizenHeader.tsx'
import { useCard } from './use-citizens.ts'

type FrameProps = { citizenId: Id; actions?: (card: Card) => ReactNode; children: (card: Card) => ReactNode }

/** A page about one citizen: fetches the card, and stands it at the top. */
export function CitizenFrame({ citizenId, actions, children }: FrameProps) {
  const card = useCard(citizenId)
  return (
    <Show of={card} lines={8}>
      {(known) => (
        <CitizenHeader card={known} actions={actions?.(known)}>
          {children(known)}
        </CitizenHeader>
      )}
    </Show>
  )
}
