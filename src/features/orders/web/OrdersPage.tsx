import { useState } from 'react'
import { type Card, citizens } from '#features/citizens/contract.ts'
import { CitizenHeader } from '#features/citizens/web/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Button, Columns, Show, Stack } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { orders } from '../contract.ts'
import { OneOrder } from './OneOrder.tsx'
import { TypeDialog } from './TypeDialog.tsx'
import { text } from './text.ts'

/** The citizen's orders, latest first: purpose, goals with their levels, and what else the authority has said. */
export function OrdersPage({ citizenId }: { citizenId: Id }) {
  const card = useRead(citizens.card, { citizenId })
  const rows = useRead(orders.ofCitizen, { citizenId })
  return (
    <Show of={card} lines={8} isEmpty={() => false}>
      {(known) => (
        <CitizenHeader card={known} actions={<TypeAct card={known} />}>
          <Columns>
            <Show of={rows} empty={text.none} lines={8}>
              {(all) => (
                <Stack gap={6}>
                  {all.map(({ id }) => (
                    <OneOrder key={id} orderId={id} />
                  ))}
                </Stack>
              )}
            </Show>
          </Columns>
        </CitizenHeader>
      )}
    </Show>
  )
}

function TypeAct({ card }: { card: Card }) {
  const [isOpen, setOpen] = useState(false)
  const acts = useRead(orders.forCitizen, { citizenId: card.id })
  const unitId = acts.data?.unitIds[0]
  if (!unitId || card.diedOn) return null
  return (
    <>
      <Button onPress={() => setOpen(true)}>{text.type}</Button>
      {isOpen && <TypeDialog citizenId={card.id} unitId={unitId} onClose={() => setOpen(false)} />}
    </>
  )
}
