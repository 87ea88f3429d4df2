import { Disclosure, Picture, shortDayWords, strokes, Table, useToday } from '#kernel/ui/index.ts'
import { movements, type PlanGoal } from '../contract.ts'
import styles from './ProgressPicture.module.css'
import { type Progress, progressOf } from './progress.ts'
import { text } from './text.ts'

const WIDTH = 300
const LEFT = 128
const RIGHT = 12
const TOP = 14
const STEP = 24
const x = (across: number) => LEFT + across * (WIDTH - LEFT - RIGHT)
const y = (step: number) => TOP + step * STEP
const LETTER_RISE = 4

type PictureProps = { goal: PlanGoal; hasTable?: boolean }

/** Level at the start and wanted, where it stands now, and the notes as dots on the thread beneath; every figure in a table too. */
export function ProgressPicture({ goal, hasTable = false }: PictureProps) {
  const progress = progressOf(goal, useToday())
  const height = y(progress.steps) + 22
  return (
    <div>
      <Picture width={WIDTH} height={height} words={useWords(goal, progress)}>
        <Scale progress={progress} />
        <Wanted progress={progress} />
        <Path progress={progress} />
        <Notes progress={progress} />
      </Picture>
      {hasTable && <Figures goal={goal} progress={progress} />}
    </div>
  )
}

const stepWord = (scale: Progress['scale'], step: number): string =>
  scale === 'level' ? text.levelWord(step, text.levels[step]!) : text.movements[movements[movements.length - 1 - step]!]

function Scale({ progress: { scale, steps, from, to } }: { progress: Progress }) {
  const today = useToday()
  return (
    <>
      {Array.from({ length: steps }, (_, step) => (
        <g key={stepWord(scale, step)}>
          <line className={strokes.grid} x1={x(0)} x2={x(1)} y1={y(step)} y2={y(step)} />
          <text className={strokes.axis} x={0} y={y(step) + LETTER_RISE}>
            {stepWord(scale, step)}
          </text>
        </g>
      ))}
      <text className={strokes.axis} x={x(0)} y={y(steps) + 18}>
        {shortDayWords(from, today)}
      </text>
      <text className={strokes.axis} x={x(1)} y={y(steps) + 18} textAnchor="end">
        {shortDayWords(to, today)}
      </text>
    </>
  )
}

function Wanted({ progress: { wanted, start } }: { progress: Progress }) {
  return (
    <>
      {wanted !== null && (
        <>
          <line className={strokes.wanted} x1={x(0)} x2={x(1)} y1={y(wanted)} y2={y(wanted)} />
          <text className={strokes.wantedWord} x={x(1)} y={y(wanted) - LETTER_RISE} textAnchor="end">
            {text.wanted}
          </text>
        </>
      )}
      {start !== null && <circle className={strokes.start} cx={x(0)} cy={y(start)} r={5} />}
    </>
  )
}

function Path({ progress: { points, start } }: { progress: Progress }) {
  const line = [...(start === null ? [] : [{ across: 0, step: start }]), ...points]
  return (
    <>
      {line.length > 1 && (
        <polyline
          className={strokes.path}
          points={line.map(({ across, step }) => `${x(across)},${y(step)}`).join(' ')}
        />
      )}
      {points.map(({ id, across, step }) => (
        <circle key={id} className={strokes.point} cx={x(across)} cy={y(step)} r={5} />
      ))}
    </>
  )
}

const Notes = ({ progress: { dots, steps } }: { progress: Progress }) => (
  <>
    <line className={styles.thread} x1={x(0)} x2={x(1)} y1={y(steps)} y2={y(steps)} />
    <text className={strokes.axis} x={0} y={y(steps) + LETTER_RISE}>
      {text.notesAsDots}
    </text>
    {dots.map(({ noteId, across, important }) => (
      <circle
        key={noteId}
        className={important ? `${styles.dot} ${styles.important}` : styles.dot}
        cx={x(across)}
        cy={y(steps)}
        r={3.5}
      />
    ))}
  </>
)

/** The whole picture as one sentence, for those who do not see it. */
function useWords(goal: PlanGoal, { scale, start, wanted, points, dots }: Progress): string {
  const last = points.at(-1)
  return [
    text.pictureOf(goal.title),
    start !== null && `${text.start}: ${stepWord(scale, start)}`,
    wanted !== null && `${text.wanted}: ${stepWord(scale, wanted)}`,
    last && `${text.now}: ${stepWord(scale, last.step)}`,
    `${text.notesAsDots}: ${dots.length}`,
  ]
    .filter(Boolean)
    .join('. ')
}

function Figures({ goal, progress }: { goal: PlanGoal; progress: Progress }) {
  const today = useToday()
  const { scale, start, wanted, points, dots, from } = progress
  const setBy = goal.orderGoalId ? text.byAuthority : text.byUnit
  const rows = [
    start !== null && { id: 'start', what: `${text.start}, ${setBy}`, on: from, value: stepWord(scale, start) },
    ...points.map(({ id, on, step }) => ({ id, what: text.now, on, value: stepWord(scale, step) })),
    wanted !== null && {
      id: 'wanted',
      what: `${text.wanted}, ${setBy}`,
      on: goal.endsOn,
      value: stepWord(scale, wanted),
    },
    { id: 'notes', what: text.notesAsDots, on: dots.at(-1)?.on ?? from, value: String(dots.length) },
  ].filter((row) => row !== false)
  return (
    <Disclosure title={text.pictureTable}>
      <Table
        caption={text.pictureOf(goal.title)}
        rows={rows}
        columns={[
          { head: text.what, cell: (row) => row.what },
          { head: text.day, cell: (row) => shortDayWords(row.on, today) },
          { head: text.value, cell: (row) => row.value },
        ]}
      />
    </Disclosure>
  )
}
