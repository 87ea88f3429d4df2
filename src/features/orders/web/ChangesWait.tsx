import type { MyUnit } from '#features/org/contract.ts'
import { LinkButton, Row, Section } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { orders } from '../contract.ts'
import { text } from './text.ts'

/** On the unit's page: changed orders that wait here. Nothing where none do, or where somebody else answers. */
export function ChangesWait({ unit }: { unit: MyUnit }) {
  const waiting = useRead(orders.waiting, {}, { staleMs: 60_000 })
  const here = (waiting.data ?? []).filter(({ unitId }) => unitId === unit.id)
  if (here.length === 0) return null
  return (
    <Section title={text.waitingTitle}>
      <Row>
        <LinkButton href="/bestillinger">{text.waitHere(here.length)}</LinkButton>
      </Row>
    </Section>
  )
}
