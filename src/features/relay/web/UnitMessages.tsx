import type { MyUnit } from '#features/org/contract.ts'
import { Lines, Mark, Section, TextLink } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { relay } from '../contract.ts'
import { Whence } from './ReceivedWords.tsx'
import { text } from './text.ts'

const LATEST = 3

/** On the unit's page: the latest messages to me here. Nothing where there are none. */
export function UnitMessages({ unit }: { unit: MyUnit }) {
  const mine = useRead(relay.mine, {}, { staleMs: 60_000 })
  const here = (mine.data ?? []).filter(({ unitId, recalledBecause }) => unitId === unit.id && recalledBecause === null)
  if (here.length === 0) return null
  return (
    <Section title={text.title} actions={<TextLink href="/beskeder">{text.seeAll}</TextLink>}>
      <Lines label={text.title}>
        {here.slice(0, LATEST).map((message) => (
          <li key={message.id}>
            <p>{message.title}</p>
            <small>
              {message.wantsReceipt && !message.hasReceipt && <Mark tone="attention">{text.unread}</Mark>}{' '}
              <Whence message={message} />
            </small>
          </li>
        ))}
      </Lines>
    </Section>
  )
}
