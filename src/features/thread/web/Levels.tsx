import { useEffect, useRef } from 'react'
import { Thread, useIsWide } from '#kernel/ui/index.ts'
import { nounOf } from './faces.ts'
import styles from './Levels.module.css'
import type { Level } from './levels.ts'
import { ThreadKnot } from './ThreadKnot.tsx'
import { text } from './text.ts'

type Props = { levels: readonly Level[]; selfId: string; mayReview: boolean }

/** From left to right on a desk, from top to bottom on a phone; the record itself is brought into sight. */
export function Levels({ levels, selfId, mayReview }: Props) {
  const isWide = useIsWide()
  const self = useRef<HTMLDivElement>(null)
  useEffect(() => self.current?.scrollIntoView({ block: 'nearest', inline: 'center' }), [])
  const knotsOf = (level: Level) =>
    level.map((placed) => (
      <ThreadKnot key={placed.knot.id} {...placed} isSelf={placed.knot.id === selfId} mayReview={mayReview} />
    ))
  if (!isWide) return <Thread label={text.title}>{levels.flatMap(knotsOf)}</Thread>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
    <section className={styles.levels} aria-label={text.title} tabIndex={0}>
      {levels.map((level) => {
        const isSelf = level[0]?.knot.id === selfId
        return (
          <div key={level[0]!.knot.id} className={styles.level} ref={isSelf ? self : null}>
            <Caption level={level} />
            <Thread label={isSelf ? text.here : level[0]!.isBack ? text.before : text.after}>{knotsOf(level)}</Thread>
          </div>
        )
      })}
    </section>
  )
}

/** What kinds of record stand here: *seddel*, *behov*, *krav*. */
const Caption = ({ level }: { level: Level }) => (
  <span className={styles.caption}>{[...new Set(level.map(({ knot }) => nounOf(knot.kind)))].join(', ')}</span>
)
