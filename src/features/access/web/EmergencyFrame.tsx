import { lazy, Suspense } from 'react'
import { Banner, LinkButton } from '#kernel/ui/index.ts'
import { text } from './text.ts'
import { useAccessNow } from './use-access-now.ts'

const OpenFrame = lazy(() => import('./OpenFrame.tsx').then((m) => ({ default: m.OpenFrame })))

/** Over every page: the red frame while an emergency access of mine is open, and a line when others' wait for my eye. */
export function EmergencyFrame() {
  const now = useAccessNow()
  if (!now) return null
  return (
    <>
      {now.mine.length > 0 && (
        <Suspense>
          <OpenFrame open={now.mine} />
        </Suspense>
      )}
      {now.toReview > 0 && (
        <Banner actions={<LinkButton href="/noedadgange">{now.toReview === 1 ? text.see : text.seeAll}</LinkButton>}>
          {text.toReview(now.toReview)}
        </Banner>
      )}
    </>
  )
}
