import { Fragment } from 'react'
import {
  Empty,
  Lines,
  Mark,
  Page,
  Section,
  Show,
  Stack,
  shortDayWords,
  TextLink,
  useIsWide,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Board, type BoardUnit, plan } from '../contract.ts'
import styles from './Board.module.css'
import { type Row, rowOf } from './board-row.ts'
import { Sides } from './Sides.tsx'
import { text } from './text.ts'

/** Units × phases: nobody moves a unit, what is done does. */
export function BoardPage() {
  const boards = useRead(plan.board, {})
  return (
    <Page title={text.title} lead={text.lead}>
      <Stack gap={5}>
        <Sides side="board" />
        <Show
          of={boards}
          lines={8}
          empty={<Empty action={<TextLink href="/plan/boelger">{text.tabs.waves}</TextLink>}>{text.none}</Empty>}
        >
          {(known) => known.map((board) => <BoardOf key={board.id} board={board} />)}
        </Show>
      </Stack>
    </Page>
  )
}

function BoardOf({ board }: { board: Board }) {
  const today = useToday()
  const isWide = useIsWide()
  const history = board.units.flatMap(({ tasks }) => tasks)
  const rows = board.units.map((unit) => ({ unit, row: rowOf(board.stages, unit, history, today) }))
  return (
    <Section title={board.title}>
      {isWide ? <Wide board={board} rows={rows} /> : <Narrow rows={rows} />}
      <p className={styles.sub}>{text.planTodayHelp}</p>
      <p className={styles.sub}>{text.forecastHelp}</p>
    </Section>
  )
}

type Rows = readonly { unit: BoardUnit; row: Row }[]

const liveWords = ({ goLiveOn }: BoardUnit, today: string) =>
  goLiveOn <= today ? text.wentLive(shortDayWords(goLiveOn, today)) : text.goesLive(shortDayWords(goLiveOn, today))

function Wide({ board, rows }: { board: Board; rows: Rows }) {
  const today = useToday()
  const waves = [...new Set(rows.map(({ unit }) => unit.waveCode))]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className={styles.scroll} aria-label={text.boardCaption} tabIndex={0}>
      <table className={styles.board}>
        <thead>
          <tr>
            <th scope="col">{text.unit}</th>
            {board.stages.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{text.forecast}</th>
          </tr>
        </thead>
        <tbody>
          {waves.map((wave) => {
            const own = rows.filter(({ unit }) => unit.waveCode === wave)
            return (
              <Fragment key={wave}>
                <tr className={styles.wave}>
                  <td colSpan={board.stages.length + 2}>
                    {own[0]!.unit.waveName} · {liveWords(own[0]!.unit, today)}
                  </td>
                </tr>
                {own.map((one) => (
                  <UnitRow key={one.unit.id} board={board} {...one} />
                ))}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

const cellClass = (at: number, { at: here, planned }: Row): string =>
  [at < here && styles.behind, at === here && styles.here, at === planned && styles.today].filter(Boolean).join(' ')

function UnitRow({ board, unit, row }: { board: Board; unit: BoardUnit; row: Row }) {
  return (
    <tr>
      <th scope="row">
        <TextLink href={`/plan/opgaver?enhed=${unit.id}`}>{unit.name}</TextLink>
        <span className={styles.sub}>{row.at < 0 ? text.notBegun : text.openTasks(row.cell.open)}</span>
      </th>
      {board.stages.map(({ id }, at) => (
        <td key={id} className={cellClass(at, row)}>
          {at === Math.max(row.at, 0) && <Standing row={row} />}
        </td>
      ))}
      <td className={styles.forecast}>
        <Forecast row={row} />
      </td>
    </tr>
  )
}

const tones = { going: 'ok', late: 'attention', stuck: 'violet' } as const

/** A word and a shape; what is stuck says why. */
const Standing = ({ row: { cell, blocking, isReopened } }: { row: Row }) => (
  <>
    <Mark tone={tones[cell.state]}>{text.cell[cell.state]}</Mark>
    {cell.days > 0 && <span className={styles.why}>{text.lateBy(cell.days)}</span>}
    {blocking && <span className={styles.why}>{text.blockedBy(blocking)}</span>}
    {isReopened && <span className={styles.why}>{text.reopened}</span>}
  </>
)

function Forecast({ row: { forecast, isReady } }: { row: Row }) {
  const today = useToday()
  if (isReady) return text.isReady
  if (!forecast) return <span className={styles.sub}>{text.noForecast}</span>
  return text.range(shortDayWords(forecast.middle, today), shortDayWords(forecast.eighty, today))
}

function Narrow({ rows }: { rows: Rows }) {
  const today = useToday()
  return (
    <Lines label={text.boardCaption}>
      {rows.map(({ unit, row }) => (
        <li key={unit.id}>
          <TextLink href={`/plan/opgaver?enhed=${unit.id}`}>{unit.name}</TextLink>
          <span className={styles.sub}>
            {unit.waveName} · {liveWords(unit, today)}
          </span>
          <p>
            <strong>{row.stageName ?? text.notBegun}</strong>
            {row.plannedName && row.planned !== row.at && (
              <span className={styles.sub}>
                {text.planToday}: {row.plannedName}
              </span>
            )}
          </p>
          <Standing row={row} />
          <span className={styles.sub}>
            {text.forecast}: <Forecast row={row} />
          </span>
        </li>
      ))}
    </Lines>
  )
}
