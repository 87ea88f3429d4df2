import styles from './ShareBar.module.css'
import { text } from './text.ts'

/** `36 af 38` with a bar; a word where there is nobody, or too few to tell. */
export function ShareBar({ trained, of }: { trained: number | null; of: number }) {
  if (of === 0) return <span className={styles.soft}>{text.nobody}</span>
  if (trained === null) return <span className={styles.soft}>{text.tooFew(of)}</span>
  return (
    <span className={styles.share}>
      <svg className={styles.track} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className={styles.all} width="100" height="8" />
        <rect className={styles.done} width={(100 * trained) / of} height="8" />
      </svg>
      <span className={styles.figure}>
        {trained} / {of}
      </span>
    </span>
  )
}
