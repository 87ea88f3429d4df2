import { useState } from 'react'
import { Button, Lines, Row, Section, Show, Stack, shortDayWords, useToday } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { orders, type Unplaced } from '../contract.ts'
import { PlaceDialog } from './PlaceDialog.tsx'
import { text } from './text.ts'

/** Orders that came for a unit nobody here knows: each waits for somebody to say whose it is. */
export function UnplacedOrders() {
  const rows = useRead(orders.unplaced, {})
  return (
    <Section title={text.unplaced} note={rows.data?.length || undefined}>
      <Show of={rows} empty={<p>{text.unplacedNone}</p>}>
        {(all) => (
          <Lines label={text.unplaced}>
            {all.map((order) => (
              <li key={order.id}>
                <Line order={order} />
              </li>
            ))}
          </Lines>
        )}
      </Show>
    </Section>
  )
}

function Line({ order }: { order: Unplaced }) {
  const [isOpen, setOpen] = useState(false)
  const today = useToday()
  const { calledName, authorityName, orderedOn, unitName } = order
  return (
    <Row apart gap={2}>
      <Stack gap={1}>
        <strong>{calledName}</strong>
        <span>{text.unplacedLine(authorityName, shortDayWords(orderedOn, today), unitName)}</span>
      </Stack>
      <Button aria-label={text.placeOf(calledName)} onPress={() => setOpen(true)}>
        {text.place}
      </Button>
      {isOpen && <PlaceDialog title={text.placeOf(calledName)} order={order} onClose={() => setOpen(false)} />}
    </Row>
  )
}
