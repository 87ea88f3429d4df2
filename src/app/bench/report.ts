import type { Taken } from './closed-loop.ts'

export const sides = ['product', 'thin', 'sql'] as const
export type Side = (typeof sides)[number]
/** One measurement, with the CPU time of a request in the server and in PostgreSQL. */
export type Measured = Taken & { serverMs: number; databaseMs: number }
export type Rounds = Record<Side, Measured[]>
export type Figure = { perSec: number; p50: number; p95: number; p99: number }
export type Row = { work: string; product: Figure; thin: Figure; sql: Figure; ratioThin: number; ratioSql: number }
export type Report = { rows: Row[]; memoryMB: number; startMs: number; statements: number }
/** Of one data set; of several, from the smallest. */
export type Outcome = {
  notes: number
  rounds: Map<string, Rounds>
  memoryMB: Record<'product' | 'thin', number>
  startMs: number
  loaded: number | undefined
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const [below, above] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0]
  return (below + above) / 2
}

const two = (value: number) => Number(value.toFixed(2))
const middle = (rounds: Measured[], field: keyof Measured) => two(median(rounds.map((round) => round[field])))

const figure = (rounds: Measured[]): Figure => ({
  perSec: middle(rounds, 'perSec'),
  p50: middle(rounds, 'p50'),
  p95: middle(rounds, 'p95'),
  p99: middle(rounds, 'p99'),
})

/** The median of the ratios of each round, so that a neighbour who was busy in one round does not decide. */
const ratio = (a: Measured[], b: Measured[], of: (one: Measured) => number) =>
  two(median(a.map((one, round) => of(one) / of(b[round]!))))
const pace = ({ perSec }: Measured) => perSec

const rowOf = (work: string, { product, thin, sql }: Rounds): Row => ({
  work,
  product: figure(product),
  thin: figure(thin),
  sql: figure(sql),
  ratioThin: ratio(product, thin, pace),
  ratioSql: ratio(product, sql, pace),
})

export const reportOf = ({ rounds, memoryMB, startMs }: Outcome, statements: Map<string, number>): Report => ({
  rows: [...rounds].map(([work, each]) => rowOf(work, each)),
  memoryMB: memoryMB.product,
  startMs,
  statements: Math.max(...statements.values()),
})

const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
const WORKS = [
  line([
    'work',
    '',
    'per second',
    'p50 ms',
    'p95',
    'p99',
    'CPU ms server',
    'CPU ms PostgreSQL',
    '÷ thin',
    '÷ SQL',
    'statements',
  ]),
  '| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |',
]

function table({ rounds }: Outcome, statements: Map<string, number>): string[] {
  const lines = [...rounds].flatMap(([work, each]) => {
    const row = rowOf(work, each)
    return sides.map((side) => {
      const { perSec, p50, p95, p99 } = row[side]
      const own = side === 'product'
      const cpu = [middle(each[side], 'serverMs').toFixed(2), middle(each[side], 'databaseMs').toFixed(2)]
      const last = own
        ? [row.ratioThin.toFixed(2), row.ratioSql.toFixed(2), statements.get(work)!.toFixed(2)]
        : ['', '', '']
      return line([own ? work : '', side, Math.round(perSec).toLocaleString('en'), p50, p95, p99, ...cpu, ...last])
    })
  })
  return [...WORKS, ...lines]
}

/** How a work of one side grew from the smallest data set: each round's quotient by itself, the middle one shown. */
const grown = (outcomes: readonly Outcome[], work: string, side: Side, of: (one: Measured) => number) =>
  outcomes
    .slice(1)
    .map(({ rounds }) => ratio(rounds.get(work)![side], outcomes[0]!.rounds.get(work)![side], of).toFixed(2))

function growth(outcomes: readonly Outcome[]): string[] {
  const [smallest, ...larger] = outcomes.map(({ notes }) => notes.toLocaleString('en'))
  const heads = (what: string) => larger.map((notes) => `${what} × at ${notes}`)
  const head = [
    'work',
    `p95 ms at ${smallest}`,
    ...heads('p95'),
    ...heads('CPU'),
    ...heads('thin p95'),
    ...heads('SQL p95'),
  ]
  const p95 = (one: Measured) => one.p95
  const cpu = (one: Measured) => one.serverMs + one.databaseMs
  const works = [...outcomes[0]!.rounds].map(([work, { product }]) =>
    line([
      work,
      figure(product).p95,
      ...grown(outcomes, work, 'product', p95),
      ...grown(outcomes, work, 'product', cpu),
      ...grown(outcomes, work, 'thin', p95),
      ...grown(outcomes, work, 'sql', p95),
    ]),
  )
  return ['### Growth', '', line(head), line(['---', ...head.slice(1).map(() => '--:')]), ...works, '']
}

/** Everything that was measured, in Markdown. */
export function written(outcomes: readonly Outcome[], statements: Map<string, number>): string {
  const each = outcomes.flatMap((outcome) => {
    const { notes, memoryMB, startMs, loaded } = outcome
    const filled = loaded === undefined ? '' : ` Loaded in ${loaded} s.`
    return [
      `### ${notes.toLocaleString('en')} notes`,
      '',
      ...table(outcome, statements),
      '',
      `Memory: product ${memoryMB.product} MB, thin ${memoryMB.thin} MB. Start to first answer, database included: ${startMs} ms.${filled}`,
      '',
    ]
  })
  return [...each, ...(outcomes.length > 1 ? growth(outcomes) : [])].join('\n')
}
