import { Hidden, Mark, TextLink } from '#kernel/ui/index.ts'
import type { Question } from '../question-set.ts'
import { type CellState, cellStates } from '../rules.ts'
import { StandingMark } from './CellMark.tsx'
import styles from './Matrix.module.css'
import type { MatrixRow } from './matrix-rows.ts'
import { text } from './text.ts'
import { unitHref } from './UnitSides.tsx'

/** A shape for each state, so that nothing leans on its colour. */
const shapes: Record<CellState, React.ReactNode> = {
  'as-template': <circle cx="8" cy="8" r="3" className={styles.line} />,
  own: <circle cx="8" cy="8" r="5" className={styles.full} />,
  unsure: <path d="M8 2.5l5.5 11h-11z" className={styles.full} />,
  open: <rect x="3" y="3" width="10" height="10" className={styles.line} />,
  new: <path d="M8 2v12M2 8h12" className={styles.line} />,
  outside: <path d="M8 1.5l6.5 6.5L8 14.5 1.5 8z" className={styles.full} />,
  'not-asked': <path d="M5 8h6" className={styles.line} />,
}

const Shape = ({ state }: { state: CellState }) => (
  <svg className={`${styles.shape} ${styles[state]}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    {shapes[state]}
  </svg>
)

/** Only what calls for talk is a place to go: the rest would be three hundred stops on the way through the page. */
const callsForTalk = (state: CellState): boolean => state !== 'as-template' && state !== 'not-asked'

const Cell = ({ unitName, words, state }: { unitName: string; words: string; state: CellState }) => (
  <span className={styles.inner}>
    <Shape state={state} />
    <Hidden>{text.matrix.cell(unitName, words, text.cells[state])}</Hidden>
  </span>
)

type Props = { rows: readonly MatrixRow[]; questions: readonly Question[] }

/** A table that reads at arm's length; on a phone each unit is a line with its figures, and the questions are one press away. */
export function Matrix({ rows, questions }: Props) {
  return (
    <>
      <Legend />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached with the keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={text.matrix.title}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text.matrix.unit}</th>
              <th scope="col">{text.matrix.state}</th>
              {questions.map(({ key, text: words }) => (
                <th key={key} scope="col" className={styles.cell}>
                  <abbr title={words}>{key}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.unit.unitId} row={row} questions={questions} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function Line({
  row: { unit, standing, cells, asked, answered },
  questions,
}: {
  row: MatrixRow
  questions: readonly Question[]
}) {
  const { unitId, unitName } = unit
  return (
    <tr>
      <th scope="row" className={styles.unit}>
        <TextLink href={unitHref(unitId)}>{unitName}</TextLink>
        <span className={styles.soft}>
          {text.matrix.answered(answered, asked)}
          {unit.openGaps > 0 && ` · ${text.matrix.gaps(unit.openGaps)}`}
        </span>
        {!unit.contactName && <Mark tone="attention">{text.matrix.noContact}</Mark>}
      </th>
      <td>
        <StandingMark standing={standing} />
        <span className={styles.soft}>{unit.isMapConfirmed ? text.matrix.mapConfirmed : text.matrix.mapOpen}</span>
      </td>
      {questions.map(({ key, text: words }) => {
        const state = cells.get(key)!
        return (
          <td key={key} className={styles.cell} title={`${words}: ${text.cells[state]}`}>
            {callsForTalk(state) ? (
              <TextLink href={unitHref(unitId, `/spoergsmaal?nr=${key}`)}>
                <Cell {...{ unitName, words, state }} />
              </TextLink>
            ) : (
              <Cell {...{ unitName, words, state }} />
            )}
          </td>
        )
      })}
    </tr>
  )
}

const Legend = () => (
  <ul className={styles.legend} aria-label={text.matrix.legend}>
    {cellStates.map((state) => (
      <li key={state}>
        <Shape state={state} /> {text.cells[state]}
      </li>
    ))}
  </ul>
)
