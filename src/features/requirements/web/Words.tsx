import { Hidden } from '#kernel/ui/index.ts'
import { text } from './text.ts'
import styles from './Words.module.css'

/** What stood and what stands, beside each other: struck and underlined, and said in words to those who listen. */
export function Words({ before, after }: { before: string | null; after: string | null }) {
  return (
    <p className={styles.words}>
      {before !== null && before !== '' && (
        <del>
          <Hidden>{text.from}: </Hidden>
          {before}
        </del>
      )}{' '}
      {after !== null && after !== '' && (
        <ins>
          <Hidden>{text.to}: </Hidden>
          {after}
        </ins>
      )}
    </p>
  )
}
