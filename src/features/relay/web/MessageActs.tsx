import { useState } from 'react'
import { announce, Button, Disclosure, Row } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Message, relay } from '../contract.ts'
import { RecallDialog } from './RecallDialog.tsx'
import { ReleaseDialog } from './ReleaseDialog.tsx'
import { text } from './text.ts'

/** What may be done with a message where it stands now; the vendor's own words one key away. */
export function MessageActs({ message }: { message: Message }) {
  const [open, setOpen] = useState<'release' | 'recall'>()
  const { id, version, permitted } = message
  const close = useWrite(relay.close, { onDone: () => announce(text.closed), touches: ['thread'] })
  const done = () => setOpen(undefined)
  return (
    <>
      {message.ownBody !== null && message.origin === 'vendor' && (
        <Disclosure title={text.vendorWords}>
          <p>{message.title}</p>
          <p>{message.body}</p>
        </Disclosure>
      )}
      <Row gap={3}>
        {permitted.includes('release') && (
          <Button kind="primary" onPress={() => setOpen('release')}>
            {text.release}
          </Button>
        )}
        {permitted.includes('recall') && (
          <Button kind="plain" onPress={() => setOpen('recall')}>
            {text.recall}
          </Button>
        )}
        {permitted.includes('close') && (
          <Button kind="plain" isBusy={close.isBusy} onPress={() => void close.run({ id, version })}>
            {text.close}
          </Button>
        )}
      </Row>
      {open === 'release' && <ReleaseDialog message={message} onClose={done} />}
      {open === 'recall' && <RecallDialog message={message} onClose={done} />}
    </>
  )
}
