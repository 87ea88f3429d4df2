import type { ReactNode } from 'react'
import type { Day } from '#kernel/lang/day.ts'
import { classes } from './classes.ts'
import { Hidden } from './Hidden.tsx'
import { useLevel } from './Layout.tsx'
import { DayText } from './Moments.tsx'
import styles from './Thread.module.css'
import { text } from './text.ts'

export type KnotKind = 'important' | 'ordinary' | 'open' | 'past'

type ThreadProps = { label?: string; direction?: 'down' | 'across'; children: ReactNode }

/** The red thread: time, in order. Holds `Knot` and `ThreadDay`. Across is for chains on wide screens. */
export function Thread({ label = text.thread, direction = 'down', children }: ThreadProps) {
  return (
    <ol className={classes(styles.thread, styles[direction])} aria-label={label}>
      {children}
    </ol>
  )
}

export function ThreadDay({ day, note }: { day: Day; note?: ReactNode }) {
  const Heading = `h${useLevel()}` as 'h2'
  return (
    <li className={styles.day}>
      <Heading className={styles.dayWords}>
        <DayText day={day} />
      </Heading>
      {note && <span className={styles.dayNote}>{note}</span>}
    </li>
  )
}

type KnotProps = {
  kind?: KnotKind
  /** Who or what: stands first and strongest. */
  title?: ReactNode
  /** When and by whom, in the margin's letters. */
  label?: ReactNode
  /** The state in a word, where `vigtigt` or `mangler` is not the right one. */
  word?: string
  isNew?: boolean
  actions?: ReactNode
  children?: ReactNode
}

/** One thing on the thread. Filled is important, hollow ordinary, an open ring in ochre is owed. */
export function Knot({ kind = 'ordinary', title, label, word, isNew = false, actions, children }: KnotProps) {
  return (
    <li className={classes(styles.knot, styles[kind])}>
      <KnotMark kind={kind} />
      {isNew && (
        <span className={styles.fresh}>
          <span aria-hidden="true">{text.fresh}</span>
          <Hidden>{text.freshLong}. </Hidden>
        </span>
      )}
      <div className={styles.head}>
        {title && <span className={styles.title}>{title}</span>}
        <KnotWord kind={kind} word={word} />
        {label && <span className={styles.label}>{label}</span>}
      </div>
      {children && <div className={styles.body}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </li>
  )
}

/** Ordinary and past are seen by their shape alone; the others say it to all. */
function KnotWord({ kind, word }: { kind: KnotKind; word: string | undefined }) {
  const isSaid = word !== undefined || kind === 'important' || kind === 'open'
  return isSaid ? <span className={styles.word}>{word ?? text[kind]}</span> : <Hidden>{text[kind]}</Hidden>
}

const radius = { important: 6, ordinary: 5, open: 6.5, past: 3 }

function KnotMark({ kind }: { kind: KnotKind }) {
  return (
    <svg className={styles.mark} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <circle className={styles.ring} cx="10" cy="10" r={radius[kind]} strokeWidth="2" />
    </svg>
  )
}
