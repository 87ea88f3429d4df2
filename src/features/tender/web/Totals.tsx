import { Disclosure, Mark, Section, Stack, Table } from '#kernel/ui/index.ts'
import { moneyInWords, pointsInWords } from '../danish.ts'
import { type Evaluated, written } from '../evaluate.ts'
import { asDecimal } from '../fraction.ts'
import type { EvaluationInput } from '../model.ts'
import type { Sensitivity } from '../sensitivity.ts'
import styles from './Charts.module.css'
import { text } from './text.ts'

type Props = { input: EvaluationInput; out: Evaluated; found: Sensitivity }
type Row = ReturnType<typeof written>['bids'][number]

const totalWords = ({ model }: EvaluationInput, total: string) =>
  model.method === 'price' ? moneyInWords(Number(total)) : pointsInWords(total)

/** What each bid's total is made of, as one bar: price and quality side by side, best first. */
export function Totals({ input, out, found }: Props) {
  const told = written(input, out)
  const rows = out.ranking.map((id) => told.bids.find((bid) => bid.id === id)!)
  const nameOf = (id: string) => input.bids.find((bid) => bid.id === id)!.name
  return (
    <Section
      title={text.totals}
      note={found.margin && input.model.method === 'points' && text.ahead(pointsInWords(asDecimal(found.margin, 4)))}
    >
      <Stack gap={4}>
        <ul className={styles.vendors}>
          {rows.map((row, at) => (
            <li key={row.id} className={styles.vendor}>
              <span>
                {row.letter} · {nameOf(row.id)} {at === 0 && <Mark tone="ok">{text.wins}</Mark>}
              </span>
              <Bar input={input} row={row} />
              <strong className={styles.total}>{totalWords(input, row.total)}</strong>
            </li>
          ))}
        </ul>
        {input.model.method === 'points' && <Keys input={input} />}
        <Disclosure title={text.asNumbers}>
          <Numbers input={input} rows={rows} nameOf={nameOf} />
        </Disclosure>
      </Stack>
    </Section>
  )
}

const partsOf = ({ model }: EvaluationInput, row: Row) => {
  const whole = model.subcriteria.reduce((sum, { weight }) => sum + weight, 0)
  return [
    (Number(row.pricePoints) * model.priceWeight) / 100,
    ...model.subcriteria.map(
      ({ key, weight }) => (Number(row.subscores[key]) * weight * (100 - model.priceWeight)) / whole / 100,
    ),
  ]
}

function Bar({ input, row }: { input: EvaluationInput; row: Row }) {
  const { model } = input
  if (model.method === 'price') return <span />
  let from = 0
  return (
    <svg
      className={styles.bar}
      viewBox={`0 0 ${model.scale} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className={styles.track} width={model.scale} height="1" />
      {partsOf(input, row).map((width, at) => {
        const x = from
        from += width
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place
        return <rect key={at} className={styles[`part${at % 6}`]} x={x} width={Math.max(0, width - 0.02)} height="1" />
      })}
    </svg>
  )
}

const Keys = ({ input }: { input: EvaluationInput }) => (
  <ul className={styles.keys} aria-label={text.parts}>
    {[{ key: 'price', name: text.price }, ...input.model.subcriteria].map(({ key, name }, at) => (
      <li key={key}>
        <span className={`${styles.key} ${styles[`part${at % 6}`]}`} /> {name}
      </li>
    ))}
  </ul>
)

const Numbers = ({
  input,
  rows,
  nameOf,
}: {
  input: EvaluationInput
  rows: readonly Row[]
  nameOf: (id: string) => string
}) => (
  <Table
    caption={text.parts}
    rows={rows}
    columns={[
      { head: text.vendor, cell: (row) => `${row.letter} · ${nameOf(row.id)}` },
      ...(input.model.method === 'points'
        ? [{ head: text.price, cell: (row: Row) => pointsInWords(row.pricePoints!), isNumber: true }]
        : []),
      ...input.model.subcriteria.map(({ key, name }) => ({
        head: name,
        cell: (row: Row) => pointsInWords(row.subscores[key]!),
        isNumber: true,
      })),
      { head: text.totals, cell: (row) => totalWords(input, row.total), isNumber: true },
    ]}
  />
)
