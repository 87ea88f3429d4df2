import { Disclosure, Stack, Table } from '#kernel/ui/index.ts'
import type { Evaluated } from '../evaluate.ts'
import { asDecimal } from '../fraction.ts'
import type { EvaluationInput } from '../model.ts'
import { flipsOf, type Sensitivity } from '../sensitivity.ts'
import styles from './Charts.module.css'
import { text } from './text.ts'

type Props = { input: EvaluationInput; out: Evaluated; found: Sensitivity }
const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM, RIGHT] = [640, 320, 30, 24, 34, 120]
const numberOf = (value: { over: bigint; under: bigint }) => Number(asDecimal(value, 6))

/** Each bid's total as price weighs from nothing to everything: straight lines, and where they cross at the top the winner changes. */
export function FlipLines({ input, out, found }: Props) {
  const { scale, priceWeight } = input.model
  const x = (weight: number) => LEFT + (weight / 100) * (WIDTH - LEFT - RIGHT)
  const y = (points: number) => TOP + (1 - points / scale) * (HEIGHT - TOP - BOTTOM)
  const ends = out.bids.map((bid) => ({
    id: bid.id,
    quality: numberOf(bid.quality),
    price: numberOf(bid.pricePoints!),
  }))
  const at = (id: string, weight: number) => {
    const { quality, price } = ends.find((end) => end.id === id)!
    return quality + ((price - quality) * weight) / 100
  }
  const letter = (id: string) => input.bids.find((bid) => bid.id === id)!.letter
  const flips = flipsOf(found.priceWeights)
  return (
    <figure className={styles.figure}>
      <figcaption>{text.alongPrice}</figcaption>
      <svg className={styles.lines} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={text.alongPrice}>
        <line className={styles.axis} x1={LEFT} x2={x(100)} y1={y(0)} y2={y(0)} />
        {[0, 25, 50, 75, 100].map((weight) => (
          <text key={weight} className={styles.softWords} x={x(weight)} y={HEIGHT - 10} textAnchor="middle">
            {weight} %
          </text>
        ))}
        <line className={styles.here} x1={x(priceWeight)} x2={x(priceWeight)} y1={TOP} y2={y(0)} />
        <text className={styles.softWords} x={x(priceWeight)} y={TOP - 8} textAnchor="middle">
          {text.published} {priceWeight} %
        </text>
        {ends.map(({ id, quality, price }, index) => (
          <g key={id}>
            <line className={styles[`line${index % 6}`]} x1={x(0)} y1={y(quality)} x2={x(100)} y2={y(price)} />
            <text className={styles.words} x={x(100) + 8} y={y(price) + 4}>
              {letter(id)}
            </text>
          </g>
        ))}
        {flips.map(({ at: weight, to }) => (
          <g key={weight}>
            <circle className={styles.turn} cx={x(weight)} cy={y(at(to, weight))} r="6" />
            <text className={styles.words} x={x(weight)} y={y(at(to, weight)) - 30} textAnchor="middle">
              {text.turns(weight, letter(to))}
            </text>
          </g>
        ))}
      </svg>
      <ul className={styles.keys}>
        {ends.map(({ id }, index) => (
          <li key={id}>
            <span className={`${styles.key} ${styles[`part${index % 6}`]}`} /> {letter(id)} ·{' '}
            {input.bids.find((bid) => bid.id === id)!.name}
          </li>
        ))}
      </ul>
      <StretchTable caption={text.alongPrice} along={found.priceWeights} input={input} />
    </figure>
  )
}

export function StretchTable({
  caption,
  along,
  input,
}: {
  caption: string
  along: Sensitivity['spreads']
  input: EvaluationInput
}) {
  const letter = (id: string) => input.bids.find((bid) => bid.id === id)!.letter
  return (
    <Disclosure title={text.asNumbers}>
      <Stack gap={2}>
        <Table
          caption={caption}
          rows={along}
          rowKey={({ from }) => from}
          columns={[
            { head: text.from, cell: ({ from }) => `${from} %`, isNumber: true },
            { head: text.to, cell: ({ to }) => `${to} %`, isNumber: true },
            { head: text.order, cell: ({ ranking }) => ranking.map(letter).join(', ') },
          ]}
        />
      </Stack>
    </Disclosure>
  )
}
