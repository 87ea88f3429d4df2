import type { ReactNode } from 'react'
import type { Day } from '#kernel/lang/day.ts'
import { classes } from './classes.ts'
import { Glyph } from './Glyph.tsx'
import styles from './Mark.module.css'
import { text } from './text.ts'
import { shortDayWords } from './time.ts'
import { useToday } from './Ui.tsx'

export type Tone = 'info' | 'ok' | 'attention' | 'violet' | 'neutral'

/** One shape for each tone, so that the word does not lean on its colour. */
const shapes: Record<Tone, ReactNode> = {
  info: <path d="M6 1.5l4.5 4.5L6 10.5 1.5 6z" fill="currentColor" />,
  ok: <path d="M2 6.5l3 3 5.5-6.5" />,
  attention: <path d="M9.2 9.2A4.5 4.5 0 1 1 9.2 2.8" />,
  violet: <path d="M2 2h8v8H2z" fill="currentColor" />,
  neutral: <path d="M2 6h8" />,
}

/** A state as a shape and a word. */
export function Mark({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classes(styles.mark, styles[tone])}>
      <svg
        width="0.75rem"
        height="0.75rem"
        viewBox="0 0 12 12"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {shapes[tone]}
      </svg>
      <span>{children}</span>
    </span>
  )
}

/** What must be known before anything is done, and since when. */
export function Warning({ children, since }: { children: ReactNode; since?: Day }) {
  const today = useToday()
  return (
    <span className={styles.warning}>
      <Glyph name="warning" size={16} />
      <span>
        <strong>{children}</strong>{' '}
        {since && (
          <span className={styles.since}>
            {text.since} <time dateTime={since}>{shortDayWords(since, today)}</time>
          </span>
        )}
      </span>
    </span>
  )
}
