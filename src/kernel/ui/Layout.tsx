import { createContext, type ReactNode, useContext, useId } from 'react'
import { classes } from './classes.ts'
import styles from './Layout.module.css'

const Level = createContext(2)

type Gap = 1 | 2 | 3 | 4 | 5 | 6

/** One under the other. `gap` counts on the scale 4, 8, 12, 16, 24, 40. */
export function Stack({ gap = 4, children }: { gap?: Gap; children: ReactNode }) {
  return <div className={classes(styles.stack, styles[`gap${gap}`])}>{children}</div>
}

/** Beside each other, and on to the next line when there is no room. */
export function Row({ gap = 3, apart = false, children }: { gap?: Gap; apart?: boolean; children: ReactNode }) {
  return <div className={classes(styles.row, styles[`gap${gap}`], apart && styles.apart)}>{children}</div>
}

type PageProps = { title: ReactNode; lead?: ReactNode; actions?: ReactNode; children: ReactNode }

export function Page({ title, lead, actions, children }: PageProps) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h1 className={styles.title}>{title}</h1>
          {lead && <div className={styles.lead}>{lead}</div>}
        </div>
        {actions && <Row gap={2}>{actions}</Row>}
      </header>
      {children}
    </div>
  )
}

type SectionProps = { title: ReactNode; note?: ReactNode; actions?: ReactNode; children: ReactNode }

/** A heading and what belongs to it; a section in a section gets the next heading level by itself. */
export function Section({ title, note, actions, children }: SectionProps) {
  const level = useContext(Level)
  const id = useId()
  const Heading = `h${Math.min(level, 4)}` as 'h2' | 'h3' | 'h4'
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.sectionHead}>
        <Heading id={id} className={level > 2 ? styles.minor : undefined}>
          {title}
        </Heading>
        {note != null && note !== '' && <span className={styles.note}>{note}</span>}
        {actions && <span className={styles.sectionActions}>{actions}</span>}
      </header>
      <Level value={level + 1}>{children}</Level>
    </section>
  )
}

/** The heading level that belongs here, for components that draw their own heading. */
export const useLevel = (): number => useContext(Level)

/** Equal columns side by side, as many as there is room for: *nu*, *næste*, *kan vente*. */
export function Lanes({ children }: { children: ReactNode }) {
  return <div className={styles.lanes}>{children}</div>
}

/** A list with a hairline between its `<li>`s. */
export function Lines({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className={styles.lines} aria-label={label}>
      {children}
    </ul>
  )
}

export type Term = { readonly term: string; readonly value: ReactNode }

/** What is known, word by word: room, contact person, telephone. Terms without a value are left out. */
export function Terms({ items }: { items: readonly Term[] }) {
  return (
    <dl className={styles.terms}>
      {items
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ term, value }) => (
          <div key={term} className={styles.term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** Stays at the foot of the screen while the page goes by: where one writes. */
export function Foot({ children }: { children: ReactNode }) {
  return <div className={styles.foot}>{children}</div>
}

/** A reading column of 68 letters, first for those who tab or listen; the margins fold under it on small screens. */
export function Columns({ left, right, children }: { left?: ReactNode; right?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes(styles.columns, left != null && styles.withLeft, right != null && styles.withRight)}>
      <div className={styles.reading}>{children}</div>
      {left != null && <div className={classes(styles.aside, styles.left)}>{left}</div>}
      {right != null && <div className={classes(styles.aside, styles.right)}>{right}</div>}
    </div>
  )
}
