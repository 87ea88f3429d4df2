import type { Taken } from './closed-loop.ts'

export type Side = 'product' | 'thin' | 'sql'
/** One measurement, with the CPU time of a request in the server and in PostgreSQL. */
export type Measured = Taken & { serverMs: number; databaseMs: number; memoryMB: number }
export type Rounds = Record<Side, Measured[]>
export type Figure = { perSec: number; p50: number; p95: number; p99: number }
export type Row = { work: string; product: Figure; thin: Figure; sql: Figure; ratioThin: number; ratioSql: number }
export type Report = { rows: Row[]; memoryMB: number; startMs: number; statements: number }

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const [below, above] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0]
  return (below + above) / 2
}

const middle = (rounds: Measured[], field: keyof Measured) => median(rounds.map((round) => round[field]))

const figure = (rounds: Measured[]): Figure => ({
  perSec: middle(rounds, 'perSec'),
  p50: middle(rounds, 'p50'),
  p95: middle(rounds, 'p95'),
  p99: middle(rounds, 'p99'),
})

const two = (value: number) => Number(value.toFixed(2))
/** The median of the ratios of each round, so that a neighbour who was busy in one round does not decide. */
const ratio = (a: Measured[], b: Measured[]) => two(median(a.map(({ perSec }, round) => perSec / b[round]!.perSec)))

export const rowOf = (work: string, { product, thin, sql }: Rounds): Row => ({
  work,
  product: figure(product),
  thin: figure(thin),
  sql: figure(sql),
  ratioThin: ratio(product, thin),
  ratioSql: ratio(product, sql),
})

const HEAD =
  '| work | | per second | p50 ms | p95 | p99 | CPU ms server | CPU ms PostgreSQL | ÷ thin | ÷ SQL | statements |\n| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |'

export function table(all: Map<string, Rounds>, statements: Map<string, number>): string {
  const lines = [...all].flatMap(([work, rounds]) => {
    const row = rowOf(work, rounds)
    return (['product', 'thin', 'sql'] as const).map((side) => {
      const { perSec, p50, p95, p99 } = row[side]
      const own = side === 'product'
      const cells = [
        own ? work : '',
        side,
        Math.round(perSec).toLocaleString('en'),
        p50,
        p95,
        p99,
        middle(rounds[side], 'serverMs').toFixed(2),
        middle(rounds[side], 'databaseMs').toFixed(2),
        own ? row.ratioThin.toFixed(2) : '',
        own ? row.ratioSql.toFixed(2) : '',
        own ? statements.get(work)!.toFixed(2) : '',
      ]
      return `| ${cells.join(' | ')} |`
    })
  })
  return [HEAD, ...lines].join('\n')
}
