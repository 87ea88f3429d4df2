import { announce, Button, Dialog, Lines, MomentText, Notice, Row, Stack } from '#kernel/ui/index.ts'
import { discardWrite, type OutboxItem, retryWrite } from '#kernel/web/index.ts'
import { text } from './text.ts'

type Props = { isOpen: boolean; onClose: () => void; items: readonly OutboxItem[] }

export function OutboxDialog({ isOpen, onClose, items }: Props) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={text.outboxTitle}>
      <Lines>
        {items.map((item) => (
          <li key={item.id}>
            <Waiting item={item} />
          </li>
        ))}
      </Lines>
    </Dialog>
  )
}

/** The words of a write are under its own names for them; a note's is `text`. */
const wordsOf = (input: unknown): string => {
  const words = (input as { text?: unknown } | null)?.text
  return typeof words === 'string' ? words : ''
}

async function copy(item: OutboxItem): Promise<void> {
  await navigator.clipboard?.writeText(wordsOf(item.input))
  announce(text.copied)
}

function Waiting({ item }: { item: OutboxItem }) {
  return (
    <Stack gap={2}>
      <p>
        {item.label} · {text.written} <MomentText at={item.at} />
      </p>
      {wordsOf(item.input) && <p>{wordsOf(item.input)}</p>}
      {item.state === 'parked' && (
        <Notice tone="attention">
          <p>{item.why}</p>
          <Row gap={2}>
            <Button onPress={() => void retryWrite(item.id)}>{text.sendAgain}</Button>
            {wordsOf(item.input) && <Button onPress={() => void copy(item)}>{text.copy}</Button>}
            <Button kind="plain" onPress={() => void discardWrite(item.id)}>
              {text.discard}
            </Button>
          </Row>
        </Notice>
      )}
    </Stack>
  )
}
