import { useRead } from '#kernel/web/index.ts'
import { type Adaptation, type TenderWhole, tender } from '../contract.ts'
import { moneyInWords } from '../danish.ts'
import { isGapOpen } from '../rules.ts'
import styles from './Numbers.module.css'
import { text } from './text.ts'

/** Ordered, and what it became of it: it is done, and paid for. */
const isOrdered = ({ state }: Adaptation): boolean => ['ordered', 'delivered', 'accepted'].includes(state)
const sum = (numbers: readonly (number | null)[]): number => numbers.reduce<number>((all, one) => all + (one ?? 0), 0)

/** Four numbers: adaptations of so many requirements, hours and kroner ordered, gaps that are open. */
export function LedgerNumbers({ whole }: { whole: TenderWhole }) {
  const asked = { tenderId: whole.id }
  const ledger = useRead(tender.adaptations, asked, { live: ['tender', whole.placeId] })
  const gaps = useRead(tender.gaps, asked, { live: ['tender', whole.placeId] })
  const fit = useRead(tender.fit, asked)
  if (!ledger.data || !gaps.data || ledger.data.length + gaps.data.length === 0) return null
  const ordered = ledger.data.filter(isOrdered)
  const requirements = sum((fit.data ?? []).filter(({ hasWon }) => hasWon).map(({ count }) => count))
  const open = gaps.data.filter(({ state }) => isGapOpen(state)).length
  const numbers = [
    { what: text.numbers.adaptations(requirements), is: String(ledger.data.length) },
    { what: text.numbers.hours, is: String(sum(ordered.map(({ hours }) => hours))) },
    { what: text.numbers.price, is: moneyInWords(sum(ordered.map(({ priceOere }) => priceOere))) },
    { what: text.numbers.gaps(gaps.data.length), is: String(open) },
  ]
  return (
    <dl className={styles.numbers}>
      {numbers.map(({ what, is }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{is}</dd>
        </div>
      ))}
    </dl>
  )
}
