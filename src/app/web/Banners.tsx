import { useState } from 'react'
import { Banner, Button } from '#kernel/ui/index.ts'
import { type Outbox, useKeepsOnDevice, useMe, useOnline, useOutbox } from '#kernel/web/index.ts'
import { OutboxDialog } from './OutboxDialog.tsx'
import { text } from './text.ts'
import { changeVersion, useNewVersion } from './version.ts'

/** What one must know before writing on: no network, what waits, what was refused. The demo is said when nothing else is. */
export function Banners() {
  const me = useMe()
  const isOnline = useOnline()
  const keeps = useKeepsOnDevice()
  const version = useNewVersion()
  const outbox = useOutbox()
  const words = wordsOf(isOnline, keeps, outbox)
  return (
    <>
      {words && <NetworkBanner words={words} outbox={outbox} />}
      {isOnline && !keeps && <Banner tone="neutral">{text.keepsNothing}</Banner>}
      {outbox.others > 0 && <Banner tone="neutral">{text.othersWaiting(outbox.others)}</Banner>}
      {version && (
        <Banner tone="info" actions={<Button onPress={() => void changeVersion(version)}>{text.change}</Button>}>
          {text.newVersion}
        </Banner>
      )}
      {me.demo && !words && !version && <Banner tone="neutral">{text.demo}</Banner>}
    </>
  )
}

/** One line: the network first, then what it holds back. */
function wordsOf(isOnline: boolean, keeps: boolean, { items }: Outbox): string {
  const refused = items.filter(({ state }) => state === 'parked').length
  const waits = items.length - refused
  return [
    !isOnline && (keeps ? text.offline : text.offlineNotKept),
    refused > 0 && text.refusedCount(refused),
    waits > 0 && text.waiting(waits),
  ]
    .filter(Boolean)
    .join(' ')
}

function NetworkBanner({ words, outbox }: { words: string; outbox: Outbox }) {
  const [isOpen, setOpen] = useState(false)
  const see = outbox.items.length > 0 && <Button onPress={() => setOpen(true)}>{text.see}</Button>
  return (
    <>
      <Banner actions={see}>{words}</Banner>
      <OutboxDialog isOpen={isOpen} onClose={() => setOpen(false)} items={outbox.items} />
    </>
  )
}
