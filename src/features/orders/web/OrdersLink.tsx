import type { Card } from '#features/citizens/contract.ts'
import { Lines, LinkButton, Mark, Row, Section, Stack } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { orders } from '../contract.ts'
import { text } from './text.ts'

/** On the card: what the authority ordered, in its own words. Having none is normal, and is said as such. */
export function OrdersLink({ card }: { card: Card }) {
  const found = useRead(orders.ofCitizen, { citizenId: card.id })
  if (!found.data) return null
  const standing = found.data.filter(({ status }) => status === 'active' || status === 'on-hold')
  return (
    <Section title={text.title}>
      <Stack gap={3}>
        {found.data.length === 0 && <p>{text.none}</p>}
        <Lines label={text.title}>
          {standing.map(({ id, purpose, authorityName, source, waiting }) => (
            <li key={id}>
              <p>
                <strong>{purpose}</strong>
              </p>
              <p>
                {authorityName} · {text.source[source]}
              </p>
              {waiting && <Mark tone="attention">{text.changeWaits}</Mark>}
            </li>
          ))}
        </Lines>
        <Row>
          <LinkButton href={`/borger/${card.id}/bestillinger`}>{text.seeAll}</LinkButton>
        </Row>
      </Stack>
    </Section>
  )
}
