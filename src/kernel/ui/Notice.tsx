import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Glyph, type GlyphName } from './Glyph.tsx'
import { Hidden } from './Hidden.tsx'
import type { Tone } from './Mark.tsx'
import styles from './Notice.module.css'
import { text } from './text.ts'

const glyphs: Record<Tone, GlyphName> = {
  info: 'info',
  ok: 'tick',
  attention: 'warning',
  violet: 'info',
  neutral: 'info',
}

type NoticeProps = { tone?: Tone; title?: ReactNode; actions?: ReactNode; isUrgent?: boolean; children?: ReactNode }

/** Said in its place on the page. Urgent interrupts those who listen; the rest waits its turn. */
export function Notice({ tone = 'info', title, actions, isUrgent = false, children }: NoticeProps) {
  return (
    <div className={classes(styles.notice, styles[tone])} role={isUrgent ? 'alert' : 'status'}>
      <span className={styles.glyph}>
        <Glyph name={glyphs[tone]} />
      </span>
      <div className={styles.words}>
        <Hidden>{text.tones[tone]}: </Hidden>
        {title && <p className={styles.title}>{title}</p>}
        {children}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}

/** One line over the whole page: no connection, a demonstration, a new version. */
export function Banner({
  tone = 'attention',
  actions,
  children,
}: {
  tone?: Tone
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <div className={classes(styles.banner, styles[tone])} role="status">
      <span className={styles.said}>
        <Glyph name={glyphs[tone]} />
        <span>{children}</span>
      </span>
      {actions}
    </div>
  )
}

/** Nothing here, said calmly, and what can be done about it. */
export function Empty({ children = text.nothing, action }: { children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{children}</p>
      {action}
    </div>
  )
}
