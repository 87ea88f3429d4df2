import { useState } from 'react'
import { type Card, citizens } from '#features/citizens/contract.ts'
import { CitizenHeader } from '#features/citizens/web/index.ts'
import { useUnit } from '#features/org/web/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Button, Columns, Show, Stack, Thread } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { stays } from '../contract.ts'
import { OpenDialog } from './OpenDialog.tsx'
import { StayKnot } from './StayKnot.tsx'
import { text } from './text.ts'

/** Where the citizen has lived, come, or had support: the stays along the thread, newest first. */
export function StaysPage({ citizenId }: { citizenId: Id }) {
  const card = useRead(citizens.card, { citizenId })
  const rows = useRead(stays.ofCitizen, { citizenId })
  return (
    <Show of={card} lines={8} isEmpty={() => false}>
      {(known) => (
        <CitizenHeader card={known} actions={<OpenAct card={known} />}>
          <Columns>
            <Stack gap={4}>
              <Show of={rows} empty={text.noStays}>
                {(all) => (
                  <Thread label={text.stays}>
                    {all.map((stay) => (
                      <StayKnot key={stay.id} stay={stay} card={known} />
                    ))}
                  </Thread>
                )}
              </Show>
            </Stack>
          </Columns>
        </CitizenHeader>
      )}
    </Show>
  )
}

function OpenAct({ card }: { card: Card }) {
  const unit = useUnit()
  const [isOpen, setOpen] = useState(false)
  const acts = useRead(stays.atUnit, { unitId: unit?.id ?? '' }, { enabled: unit !== undefined, staleMs: 60_000 })
  if (!unit || card.diedOn || !acts.data?.permitted.includes('open')) return null
  return (
    <>
      <Button onPress={() => setOpen(true)}>{text.open}</Button>
      {isOpen && <OpenDialog card={card} unit={unit} onClose={() => setOpen(false)} />}
    </>
  )
}
