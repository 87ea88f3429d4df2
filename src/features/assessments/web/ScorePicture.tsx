import { Disclosure, Picture, shortDayWords, strokes, Table, useToday } from '#kernel/ui/index.ts'
import type { Form } from '../contract.ts'
import { bandOf } from '../rules.ts'
import { type Scored, type ScoreLine, scoreLineOf } from './score-line.ts'
import { text } from './text.ts'
import { numberWords } from './use-saying.ts'

const WIDTH = 320
const HEIGHT = 150
const LEFT = 112
const RIGHT = 26
const TOP = 18
const FOOT = 26
const LETTER_RISE = 4
const x = (across: number) => LEFT + across * (WIDTH - LEFT - RIGHT)
const y = (up: number) => HEIGHT - FOOT - up * (HEIGHT - TOP - FOOT)

type PictureProps = { form: Pick<Form, 'title' | 'bands'>; scored: readonly Scored[] }

/** A number over time, with the outcomes as shelves it stands on; every figure in a table too. */
export function ScorePicture({ form, scored }: PictureProps) {
  const line = scoreLineOf(form, scored)
  return (
    <div>
      <Picture width={WIDTH} height={HEIGHT} words={useWords(form, line)}>
        <Shelves line={line} />
        <Line line={line} />
        <Days line={line} />
      </Picture>
      <Figures form={form} line={line} />
    </div>
  )
}

/** With no outcomes, the least and the most. */
const ends = ({ low, high }: ScoreLine) =>
  low === high
    ? [{ title: numberWords(low), from: low, up: 0.5 }]
    : [
        { title: numberWords(low), from: low, up: 0 },
        { title: numberWords(high), from: high, up: 1 },
      ]

const Shelves = ({ line }: { line: ScoreLine }) => (
  <>
    {(line.shelves.length > 0 ? line.shelves : ends(line)).map(({ title, from, up }) => (
      <g key={from}>
        <line className={strokes.grid} x1={x(0)} x2={x(1)} y1={y(up)} y2={y(up)} />
        <text className={strokes.axis} x={0} y={y(up) + LETTER_RISE}>
          {title}
        </text>
      </g>
    ))}
  </>
)

function Line({ line: { points } }: { line: ScoreLine }) {
  const last = points.at(-1)
  return (
    <>
      <polyline className={strokes.path} points={points.map(({ across, up }) => `${x(across)},${y(up)}`).join(' ')} />
      {points.map((point) => (
        <circle
          key={point.id}
          className={point === last ? strokes.point : strokes.earlier}
          cx={x(point.across)}
          cy={y(point.up)}
          r={4.5}
        />
      ))}
      {last && (
        <text className={strokes.figure} x={x(last.across) + 9} y={y(last.up) + LETTER_RISE}>
          {numberWords(last.score)}
        </text>
      )}
    </>
  )
}

function Days({ line: { points } }: { line: ScoreLine }) {
  const today = useToday()
  const [first, last] = [points[0], points.at(-1)]
  return (
    <>
      {first && (
        <text className={strokes.axis} x={x(0)} y={HEIGHT - 4}>
          {shortDayWords(first.on, today)}
        </text>
      )}
      {last && last.on !== first?.on && (
        <text className={strokes.axis} x={x(1)} y={HEIGHT - 4} textAnchor="end">
          {shortDayWords(last.on, today)}
        </text>
      )}
    </>
  )
}

const said = (form: Pick<Form, 'bands'>, score: number) =>
  [numberWords(score), bandOf(form, score)?.title].filter(Boolean).join(', ')

/** The whole picture as one sentence, for those who do not see it. */
function useWords(form: PictureProps['form'], { points }: ScoreLine): string {
  const today = useToday()
  const told = ({ on, score }: Scored) => `${shortDayWords(on, today)} ${said(form, score)}`
  const [first, last] = [points[0], points.at(-1)]
  return `${text.picture(form.title)}. ${text.pictureWords(points.length, first ? told(first) : '', last ? told(last) : '')}`
}

function Figures({ form, line }: { form: PictureProps['form']; line: ScoreLine }) {
  const today = useToday()
  return (
    <Disclosure title={text.numbers}>
      <Table
        caption={text.picture(form.title)}
        rows={line.points.toReversed()}
        columns={[
          { head: text.day, cell: ({ on }) => shortDayWords(on, today) },
          { head: text.score, cell: ({ score }) => numberWords(score), isNumber: true },
          { head: text.outcome, cell: ({ score }) => bandOf(form, score)?.title ?? '' },
        ]}
      />
    </Disclosure>
  )
}
