import { useEffect, useState } from 'react'
import { shortName } from '#features/citizens/web/index.ts'
import { announce, Button, Glyph, LinkButton, timeWords } from '#kernel/ui/index.ts'
import { cache, useAddress, useWrite } from '#kernel/web/index.ts'
import { access, type OpenNow } from '../contract.ts'
import { minutesLeft } from '../rules.ts'
import styles from './OpenFrame.module.css'
import { text } from './text.ts'

const TICK_MS = 5_000

/** A red frame around everything, and what it means in words. The one place where red is not the thread (decision 0050). */
export function OpenFrame({ open }: { open: readonly OpenNow[] }) {
  return (
    <>
      <div className={styles.frame} aria-hidden="true" />
      <section className={styles.bars} aria-label={text.title}>
        {open.map((one) => (
          <Bar key={one.id} open={one} />
        ))}
      </section>
    </>
  )
}

function Bar({ open }: { open: OpenNow }) {
  const leave = useLeaving(open.citizenId)
  const left = useMinutesLeft(open.untilAt, leave)
  const sender = useWrite(access.end, { onDone: leave })
  return (
    <p className={styles.bar} role="status">
      <Glyph name="warning" />
      <span className={styles.words}>
        <strong>{text.openFrame(shortName(open))}</strong> {text.until(timeWords(open.untilAt), left)}
      </span>
      <LinkButton href={`/borger/${open.citizenId}`}>{text.seeCitizen}</LinkButton>
      <Button isBusy={sender.isBusy} onPress={() => void sender.run({ id: open.id })}>
        {text.endNow}
      </Button>
    </p>
  )
}

/** @param onEnd called once, in the moment it runs out */
function useMinutesLeft(untilAt: string, onEnd: () => void): number {
  const [now, setNow] = useState(() => new Date())
  const left = minutesLeft(untilAt, now)
  useEffect(() => {
    if (left === 0) return
    const timer = setInterval(() => {
      const moment = new Date()
      setNow(moment)
      if (minutesLeft(untilAt, moment) === 0) onEnd()
    }, TICK_MS)
    return () => clearInterval(timer)
  })
  return left
}

/** What was read stays on no screen: the page is left, and its answers are forgotten. */
function useLeaving(citizenId: string): () => void {
  const { go, pathname } = useAddress()
  return () => {
    announce(text.ended)
    if (pathname.includes(citizenId)) go('/', { replace: true })
    cache.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey).includes(citizenId) })
    void cache.invalidateQueries({ queryKey: [access.now.name] })
  }
}
