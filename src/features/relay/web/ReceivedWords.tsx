import { Button, Mark, MomentText, Notice, Row, Stack } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Received, relay } from '../contract.ts'
import { text } from './text.ts'

export const toneOf = { critical: 'attention', action: 'violet', info: 'neutral' } as const

/** What is said, the unit's own words first. */
export const Words = ({ message }: { message: Pick<Received, 'words' | 'body'> }) => (
  <>
    {message.words !== null && (
      <p>
        <strong>{message.words}</strong>
      </p>
    )}
    <p>{message.body}</p>
  </>
)

/** Recalled: what was said stands no more, and where the right one is. */
export const Recalled = ({ because }: { because: string }) => (
  <Notice tone="neutral">
    <p>{text.recalledBecause(because)}</p>
    <p>{text.seeCorrection}</p>
  </Notice>
)

/** The one button, with what becomes of it said beside it. */
export function ReceiptButton({ message }: { message: Received }) {
  const { run, isBusy, problemText } = useWrite(relay.receipt)
  if (!message.wantsReceipt) return null
  if (message.hasReceipt) return <Mark tone="ok">{text.isRead}</Mark>
  return (
    <Stack gap={2}>
      {problemText !== undefined && (
        <Notice tone="attention" isUrgent>
          <p>{problemText}</p>
        </Notice>
      )}
      <Row>
        <Button kind="primary" isBusy={isBusy} onPress={() => void run({ messageId: message.id })}>
          {text.haveRead}
        </Button>
      </Row>
      <small>
        {message.namedReceipts ? `${text.withNames} ${text.namesWhy(message.purpose ?? '')}` : text.noNames}
      </small>
    </Stack>
  )
}

export const Whence = ({ message }: { message: Received }) => (
  <>
    {text.origins[message.origin]} · {message.unitName} · <MomentText at={message.relayedAt} />
  </>
)
