import type { ReactNode } from 'react'
import type { Id } from '#kernel/lang/id.ts'
import { Columns, Show, type Shown, Stack, TextLink } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Card, citizens } from '../contract.ts'
import { CitizenHeader } from './CitizenHeader.tsx'

type FrameProps<T> = {
  citizenId: Id
  /** What the page is about, on its way. */
  of: Shown<T>
  /** To the page that this one was opened from. */
  back?: { href: string; label: string }
  actions?: ReactNode
  children: (data: T, card: Card) => ReactNode
}

/** A page about something of one person's: who it is above, the way back, and the thing itself when it has come. */
export function CitizenFrame<T>({ citizenId, of, back, actions, children }: FrameProps<T>) {
  const card = useRead(citizens.card, { citizenId })
  return (
    <Show of={card} lines={8} isEmpty={() => false}>
      {(known) => (
        <CitizenHeader card={known} actions={actions}>
          <Columns>
            <Stack gap={4}>
              {back && <TextLink href={back.href}>{back.label}</TextLink>}
              <Show of={of} lines={8} isEmpty={() => false}>
                {(data) => children(data, known)}
              </Show>
            </Stack>
          </Columns>
        </CitizenHeader>
      )}
    </Show>
  )
}
