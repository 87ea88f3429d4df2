import type { EvaluationInput } from '../model.ts'
import type { Stretch } from '../sensitivity.ts'
import styles from './Charts.module.css'
import { StretchTable } from './FlipLines.tsx'
import { text } from './text.ts'

const [WIDTH, TOP, BAR] = [640, 26, 30]

/** Who wins along a line of per cent: one stretch for each winner, and a mark at what was published. */
export function Stretches({ input, along, at }: { input: EvaluationInput; along: readonly Stretch[]; at: number }) {
  const [from, to] = [along[0]!.from, along.at(-1)!.to]
  const x = (percent: number) => ((percent - from) / (to - from)) * WIDTH
  const index = (id: string) => input.bids.findIndex((bid) => bid.id === id)
  const winners = joined(along)
  return (
    <figure className={styles.figure}>
      <figcaption>{text.alongSpread}</figcaption>
      <svg className={styles.lines} viewBox={`0 0 ${WIDTH} 84`} role="img" aria-label={text.alongSpread}>
        {winners.map((stretch) => (
          <g key={stretch.from}>
            <rect
              className={styles[`part${index(stretch.winner) % 6}`]}
              x={x(stretch.from)}
              y={TOP}
              width={Math.max(2, x(stretch.to) - x(stretch.from) - 2)}
              height={BAR}
              opacity="0.55"
            />
            <text className={styles.words} x={(x(stretch.from) + x(stretch.to)) / 2} y={TOP + 20} textAnchor="middle">
              {input.bids[index(stretch.winner)]!.letter}
            </text>
            <text className={styles.softWords} x={x(stretch.from)} y={TOP + BAR + 20}>
              {stretch.from} %
            </text>
          </g>
        ))}
        <line className={styles.here} x1={x(at)} x2={x(at)} y1={TOP - 4} y2={TOP + BAR + 6} />
        <text className={styles.softWords} x={x(at)} y={TOP - 10} textAnchor="middle">
          {text.published} {at} %
        </text>
      </svg>
      <StretchTable caption={text.alongSpread} along={along} input={input} />
    </figure>
  )
}

/** Stretches with the same winner as one, whatever comes after it. */
function joined(along: readonly Stretch[]): { from: number; to: number; winner: string }[] {
  const winners: { from: number; to: number; winner: string }[] = []
  for (const { from, to, ranking } of along) {
    const last = winners.at(-1)
    if (last?.winner === ranking[0]) last!.to = to
    else winners.push({ from, to, winner: ranking[0]! })
  }
  return winners
}
