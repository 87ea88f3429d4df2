import type { ReactNode } from 'react'
import { TextLink } from './Button.tsx'
import styles from './Counts.module.css'
import { Disclosure } from './Disclosure.tsx'
import { Table } from './Table.tsx'
import { text } from './text.ts'

/** What came while one was reading: the list stands still until asked. */
export function NewCount({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div role="status" className={styles.fresh}>
      {count > 0 && (
        <button type="button" className={styles.freshButton} onClick={onShow}>
          {text.newOnes(count)}
        </button>
      )}
    </div>
  )
}

/** `5 af 9`, and a bar. */
export function Progress({ label, done, of }: { label: string; done: number; of: number }) {
  return (
    <div className={styles.progress}>
      <span>
        {label} <span className={styles.figure}>{text.progress(done, of)}</span>
      </span>
      <progress className={styles.bar} value={done} max={of} aria-label={label} />
    </div>
  )
}

export type Bar = {
  readonly label: string
  readonly value: number
  readonly isStrong?: boolean
  /** Where what is counted stands. */
  readonly href?: string
}

const largest = (bars: readonly Bar[]): number => Math.max(1, ...bars.map(({ value }) => value))

/** One number as a bar with its figure, for a few things beside each other. */
export function BarRow({ label, value, max, href, isStrong = false }: Bar & { max: number }) {
  return (
    <div className={styles.row}>
      <span>{href ? <TextLink href={href}>{label}</TextLink> : label}</span>
      <svg className={styles.track} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className={isStrong ? styles.strong : styles.soft} width={(100 * value) / max} height="8" />
      </svg>
      <span className={styles.figure}>{value}</span>
    </div>
  )
}

type BarsProps = { caption: string; bars: readonly Bar[]; unit?: string; note?: ReactNode }

/** Bars under each other, for names; the figures stand beside them. */
export function BarRows({ caption, bars }: BarsProps) {
  const max = largest(bars)
  return (
    <figure className={styles.figureBox}>
      <figcaption className={styles.caption}>{caption}</figcaption>
      {bars.map((bar) => (
        <BarRow key={bar.label} {...bar} max={max} />
      ))}
    </figure>
  )
}

/** Small bars beside each other, for days and weeks; the numbers as a table one key away. */
export function BarChart({ caption, bars, unit = text.number, note }: BarsProps) {
  return (
    <figure className={styles.figureBox}>
      <figcaption className={styles.caption}>
        {caption}
        {note && <span className={styles.note}>{note}</span>}
      </figcaption>
      <div className={styles.plot}>
        <Drawing bars={bars} />
        <div className={styles.ends} aria-hidden="true">
          <span>{bars[0]?.label}</span>
          <span>{bars.length > 1 && bars.at(-1)?.label}</span>
        </div>
      </div>
      <Disclosure title={text.asNumbers}>
        <Table
          caption={caption}
          rows={bars}
          rowKey={(bar) => bar.label}
          columns={[
            { head: text.what, cell: (bar) => bar.label },
            { head: unit, cell: (bar) => bar.value, isNumber: true },
          ]}
        />
      </Disclosure>
    </figure>
  )
}

const HEIGHT = 48
const STEP = 10
const GAP = 4

function Drawing({ bars }: { bars: readonly Bar[] }) {
  const max = largest(bars)
  const heights = bars.map(({ value }) => (value === 0 ? 0 : Math.max(2, (HEIGHT * value) / max)))
  return (
    <svg
      className={styles.chart}
      width={Math.max(224, bars.length * 24)}
      height={64}
      viewBox={`0 0 ${bars.length * STEP - GAP} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {bars.map(({ label, isStrong }, at) => (
        <rect
          key={label}
          className={isStrong ? styles.strong : styles.soft}
          x={at * STEP}
          y={HEIGHT - heights[at]!}
          width={STEP - GAP}
          height={heights[at]}
        />
      ))}
    </svg>
  )
}
