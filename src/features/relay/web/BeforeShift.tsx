import type { MyUnit } from '#features/org/contract.ts'
import { Notice, Stack, TextLink } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Received, relay } from '../contract.ts'
import { ReceiptButton, Whence, Words } from './ReceivedWords.tsx'
import { text } from './text.ts'

const waits = ({ wantsReceipt, hasReceipt }: Received) => wantsReceipt && !hasReceipt

/** Above everything else on a shift: what must be known before one begins. Nothing where there is nothing. */
export function BeforeShift({ unit }: { unit: MyUnit }) {
  const mine = useRead(relay.mine, {}, { live: ['relay', unit.id] })
  const waiting = (mine.data ?? []).filter(waits)
  const first = waiting.filter(({ severity }) => severity === 'critical')
  const others = waiting.length - first.length
  if (waiting.length === 0) return null
  return (
    <Stack gap={3}>
      {first.map((message) => (
        <Notice key={message.id} tone="attention" title={`${text.before(1)}: ${message.title}`}>
          <Stack gap={2}>
            <Words message={message} />
            <small>
              <Whence message={message} />
            </small>
            <ReceiptButton message={message} />
          </Stack>
        </Notice>
      ))}
      {others > 0 && <TextLink href="/beskeder">{text.wait(others)}</TextLink>}
    </Stack>
  )
}
