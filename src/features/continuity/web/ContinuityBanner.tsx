import { Banner, LinkButton } from '#kernel/ui/index.ts'
import { useMe, useOnline } from '#kernel/web/index.ts'
import { Age } from './Age.tsx'
import { useDevice } from './device.ts'
import { text } from './text.ts'
import { useKeeping } from './use-keeping.ts'

const see = (words: string) => <LinkButton href="/noedpakke">{words}</LinkButton>

/** For the signed-in: keeps the pack fresh unseen; says when it is needed, and when one's own notes in it wait. */
export function ContinuityBanner() {
  useKeeping()
  const me = useMe()
  const isOnline = useOnline()
  const device = useDevice()
  if (!device) return null
  if (!isOnline)
    return (
      <Banner tone="neutral" actions={see(text.open)}>
        <Age device={device} />
      </Banner>
    )
  const mine = device.waiting.find(({ authorId }) => authorId === me.id)
  return mine ? <Banner actions={see(text.seeThem)}>{text.mineWaiting(mine.count)}</Banner> : null
}
