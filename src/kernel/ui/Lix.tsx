import { LIX_FOR_ALL, lix } from '#kernel/lang/lix.ts'
import styles from './Lix.module.css'
import { text } from './text.ts'

/** With fewer words the figure says nothing yet. */
const FEWEST_WORDS = 10

/** How easy a text is to read, beside where it is written. Advice, never in the way. */
export function Lix({ of }: { of: string }) {
  const figure = lix(of)
  if (figure === undefined || of.trim().split(/\s+/).length < FEWEST_WORDS) return null
  return (
    <p className={styles.lix}>
      {text.lix(figure)}
      {figure > LIX_FOR_ALL && ` · ${text.lixHigh}`}
    </p>
  )
}
