import { useState } from 'react'
import { Banner, Button } from '#kernel/ui/index.ts'
import { useKeepsOnDevice, useMe, useOnline, useOutbox } from '#kernel/web/index.ts'
import { OutboxDialog } from './OutboxDialog.tsx'
import { text } from './text.ts'
import { changeVersion, useNewVersion } from './version.ts'

/** What one must know before writing on: no network, what waits, what was refused. */
export function Banners() {
  const me = useMe()
  const version = useNewVersion()
  return (
    <>
      {me.demo && <Banner tone="neutral">{text.demo}</Banner>}
      <NetworkBanner />
      <OutboxBanner />
      {version && (
        <Banner tone="info" actions={<Button onPress={() => void changeVersion(version)}>{text.change}</Button>}>
          {text.newVersion}
        </Banner>
      )}
    </>
  )
}

function NetworkBanner() {
  const isOnline = useOnline()
  const keeps = useKeepsOnDevice()
  if (!isOnline) return <Banner>{keeps ? text.offline : text.offlineNotKept}</Banner>
  return keeps ? null : <Banner tone="neutral">{text.keepsNothing}</Banner>
}

function OutboxBanner() {
  const [isOpen, setOpen] = useState(false)
  const { items, others } = useOutbox()
  const refused = items.filter(({ state }) => state === 'parked').length
  const waits = items.length - refused
  const words = [refused && text.refusedCount(refused), waits && text.waiting(waits)].filter(Boolean).join(' · ')
  return (
    <>
      {words && <Banner actions={<Button onPress={() => setOpen(true)}>{text.see}</Button>}>{words}</Banner>}
      {others > 0 && <Banner tone="neutral">{text.othersWaiting(others)}</Banner>}
      <OutboxDialog isOpen={isOpen} onClose={() => setOpen(false)} items={items} />
    </>
  )
}
