import { Disclosure, Hidden, Table } from '#kernel/ui/index.ts'
import type { UnitHeard } from '../contract.ts'
import { coverageOf } from '../rules.ts'
import styles from './Coverage.module.css'
import { groupWords } from './group-words.ts'
import { text } from './text.ts'

/** How far each unit has come, as bars; those who have come least first, for they are the ones to call. */
export function Coverage({ units }: { units: readonly UnitHeard[] }) {
  const inOrder = [...units].sort((a, b) => coverageOf(a) - coverageOf(b))
  return (
    <figure className={styles.figure}>
      <figcaption>{text.coverage}</figcaption>
      <ul className={styles.units}>
        {inOrder.map((unit) => (
          <li key={unit.id} className={styles.unit}>
            <span>
              {unit.unitName} <span className={styles.soft}>{groupWords(unit.offerGroups)}</span>
            </span>
            <Bar unit={unit} />
            <span className={styles.count}>{text.covered(unit.answered, unit.asked)}</span>
          </li>
        ))}
      </ul>
      <p className={styles.soft} aria-hidden="true">
        <span className={`${styles.key} ${styles.agree}`} /> {text.answers.agree}{' '}
        <span className={`${styles.key} ${styles.comment}`} /> {text.answers.comment}{' '}
        <span className={`${styles.key} ${styles.trouble}`} /> {text.answers.trouble}
      </p>
      <Disclosure title={text.asNumbers}>
        <Table
          caption={text.coverage}
          rows={inOrder}
          columns={[
            { head: text.unit, cell: (unit) => unit.unitName },
            { head: text.answered, cell: (unit) => text.covered(unit.answered, unit.asked), isNumber: true },
            { head: text.troubles, cell: (unit) => unit.troubles, isNumber: true },
            { head: text.comments, cell: (unit) => unit.comments, isNumber: true },
            { head: text.unreplied, cell: (unit) => unit.unreplied, isNumber: true },
          ]}
        />
      </Disclosure>
    </figure>
  )
}

/** Agreed, commented and troubled parts of what the unit is asked about; the rest is open. */
function Bar({ unit }: { unit: UnitHeard }) {
  const { asked, answered, troubles, comments } = unit
  const share = (count: number) => (asked === 0 ? 0 : (100 * count) / asked)
  const agreed = answered - troubles - comments
  const starts = [0, share(agreed), share(agreed + comments)]
  return (
    <>
      <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className={styles.open} width="100" height="10" />
        <rect className={styles.agree} x={starts[0]} width={share(agreed)} height="10" />
        <rect className={styles.comment} x={starts[1]} width={share(comments)} height="10" />
        <rect className={styles.trouble} x={starts[2]} width={share(troubles)} height="10" />
      </svg>
      <Hidden>{coverageOf(unit)} %</Hidden>
    </>
  )
}
