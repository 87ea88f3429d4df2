import type { Model } from '../model.ts'
import styles from './Charts.module.css'
import { text } from './text.ts'

/** The whole award as one bar: price and each subcriterion by its share. Names and figures stand below. */
export function WeightBars({ model }: { model: Model }) {
  const { subcriteria, priceWeight, method } = model
  const total = subcriteria.reduce((sum, { weight }) => sum + weight, 0)
  const share = (weight: number) => (method === 'points' ? weight : Math.round((100 * weight) / total))
  const parts = [
    ...(method === 'points' ? [{ key: 'price', name: text.price, weight: priceWeight }] : []),
    ...subcriteria.map(({ key, name, weight }) => ({ key, name, weight: share(weight) })),
  ]
  let from = 0
  return (
    <figure className={styles.figure}>
      <figcaption>{text.weights}</figcaption>
      <svg
        className={styles.weights}
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {parts.map(({ key, weight }, at) => {
          const x = from
          from += weight
          return (
            <rect key={key} className={styles[`part${at % 6}`]} x={x} width={Math.max(0, weight - 0.4)} height="6" />
          )
        })}
      </svg>
      <ul className={styles.keys}>
        {parts.map(({ key, name, weight }, at) => (
          <li key={key}>
            <span className={`${styles.key} ${styles[`part${at % 6}`]}`} /> {name} <strong>{weight} %</strong>
          </li>
        ))}
      </ul>
    </figure>
  )
}
