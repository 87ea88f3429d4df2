import { Disclosure, Picture, shortDayWords, strokes, Table, useToday } from '#kernel/ui/index.ts'
import type { Measure } from '../contract.ts'
import { acrossOf, type Line, lineOf, piecesOf, upOf } from './line.ts'
import { text } from './text.ts'

const WIDTH = 340
const HEIGHT = 132
const LEFT = 8
const RIGHT = 60
const TOP = 16
const FOOT = 28
const x = (across: number) => LEFT + across * (WIDTH - LEFT - RIGHT)
const y = (up: number) => HEIGHT - FOOT - up * (HEIGHT - FOOT - TOP)

/** Baseline, points and target; where the method changed the line is broken. Every number stands in a table too. */
export function LinePicture({ measure }: { measure: Measure }) {
  const line = lineOf(measure)
  if (!line) return null
  return (
    <div>
      <Picture width={WIDTH} height={HEIGHT} words={wordsOf(measure, line)}>
        <Target measure={measure} line={line} />
        <Breaks line={line} />
        <Pieces measure={measure} line={line} />
        <Days line={line} />
      </Picture>
      <Figures measure={measure} />
    </div>
  )
}

function Target({ measure, line }: { measure: Measure; line: Line }) {
  const at = y(upOf(line, measure.target))
  return (
    <>
      <line className={strokes.wanted} x1={x(0)} x2={x(1)} y1={at} y2={at} />
      <text className={strokes.wantedWord} x={x(1) + 8} y={at + 4}>
        {text.target} {text.amount(measure.target, '')}
      </text>
    </>
  )
}

const Breaks = ({ line }: { line: Line }) =>
  line.breaks
    .map((on) => ({ on, across: acrossOf(line, on) }))
    .filter(({ across }) => across > 0 && across < 1)
    .map(({ on, across }) => (
      <g key={on}>
        <line className={strokes.break} x1={x(across)} x2={x(across)} y1={TOP - 8} y2={y(0)} />
        <text className={strokes.axis} x={x(across) + 4} y={TOP - 4}>
          {text.newMethod}
        </text>
      </g>
    ))

function Pieces({ measure, line }: { measure: Measure; line: Line }) {
  const last = line.dots.at(-1)!
  return (
    <>
      {piecesOf(line).map((dots) => (
        <polyline
          key={dots[0]!.key}
          className={strokes.path}
          points={dots.map(({ on, value }) => `${x(acrossOf(line, on))},${y(upOf(line, value))}`).join(' ')}
        />
      ))}
      {line.dots.map(({ key, on, value, isBaseline }) => (
        <circle
          key={key}
          className={isBaseline ? strokes.start : strokes.point}
          cx={x(acrossOf(line, on))}
          cy={y(upOf(line, value))}
          r={5}
        />
      ))}
      <text className={strokes.figure} x={x(acrossOf(line, last.on)) + 8} y={y(upOf(line, last.value)) - 8}>
        {text.amount(last.value, measure.countedIn)}
      </text>
    </>
  )
}

function Days({ line }: { line: Line }) {
  const today = useToday()
  return (
    <>
      <line className={strokes.grid} x1={x(0)} x2={x(1)} y1={y(0)} y2={y(0)} />
      <text className={strokes.axis} x={x(0)} y={HEIGHT - 8}>
        {shortDayWords(line.from, today)}
      </text>
      {line.to !== line.from && (
        <text className={strokes.axis} x={x(1)} y={HEIGHT - 8} textAnchor="end">
          {shortDayWords(line.to, today)}
        </text>
      )}
    </>
  )
}

/** The picture in a sentence, for those who do not see it. */
const wordsOf = (measure: Measure, { dots }: Line): string =>
  text.picture(
    measure.title,
    dots
      .map(
        ({ value, isBaseline }) => `${isBaseline ? `${text.baseline} ` : ''}${text.amount(value, measure.countedIn)}`,
      )
      .join(', '),
  )

function Figures({ measure }: { measure: Measure }) {
  const today = useToday()
  const { baseline, baselineOn, points, countedIn } = measure
  const first =
    baseline === null
      ? []
      : [{ id: 'baseline', takenOn: baselineOn!, value: baseline, sample: null, note: text.baseline, byName: '' }]
  return (
    <Disclosure title={text.figures}>
      <Table
        caption={text.points}
        rows={[...first, ...points]}
        columns={[
          { head: text.day, cell: ({ takenOn }) => shortDayWords(takenOn, today) },
          {
            head: text.value,
            cell: ({ value }) => (value === null ? text.hidden : text.amount(value, countedIn)),
            isNumber: true,
          },
          { head: text.sample, cell: ({ sample }) => sample ?? text.unsaid, isNumber: true },
          { head: text.note, cell: ({ note }) => note },
          { head: text.by, cell: ({ byName }) => byName },
        ]}
      />
    </Disclosure>
  )
}
