import type { Risk } from '../contract.ts'
import { bandOfRisk } from '../rules.ts'
import styles from './RiskMap.module.css'
import { text } from './text.ts'

const steps = [1, 2, 3, 4, 5] as const

/** Where the risks stand: likelier upwards, worse to the right. The list below says the same in words. */
export function RiskMap({ risks }: { risks: readonly Risk[] }) {
  return (
    <figure className={styles.figure}>
      <figcaption>{text.map}</figcaption>
      <div className={styles.map} aria-hidden="true">
        {[...steps].reverse().map((probability) =>
          steps.map((impact) => (
            <div
              key={`${probability} ${impact}`}
              className={`${styles.place} ${styles[bandOfRisk({ probability, impact })]}`}
            >
              {risks
                .filter((risk) => risk.probability === probability && risk.impact === impact)
                .map(({ id, number }) => (
                  <span key={id} className={styles.risk}>
                    {number}
                  </span>
                ))}
            </div>
          )),
        )}
      </div>
      <div className={styles.ends} aria-hidden="true">
        <span>{text.impact} 1</span>
        <span>5</span>
      </div>
    </figure>
  )
}
