import { LIX_FOR_ALL } from '#kernel/lang/lix.ts'
import { Glyph, Hidden } from '#kernel/ui/index.ts'
import type { ContentLine } from '../content.ts'
import { isNeeded, type WritingCheck } from '../writing-checks.ts'
import styles from './Task.module.css'
import { text } from './text.ts'

type ChecksProps = { checks: readonly WritingCheck[]; lines: readonly ContentLine[]; lix: number | undefined }

/** Advice beside the writing, never in its way; said quietly to those who listen. */
export function Checks({ checks, lines, lix }: ChecksProps) {
  const isHard = lix !== undefined && lix > LIX_FOR_ALL
  return (
    <div>
      {lix !== undefined && (
        <p className={styles.soft}>
          {text.lixOf(lix)}
          {isHard && ` · ${text.lixHigh}`}
        </p>
      )}
      {checks.length > 0 && (
        <ul className={styles.checks} aria-label={text.checks}>
          {checks.map((check) => (
            <li key={keyOf(check)} className={isNeeded(check) ? `${styles.check} ${styles.needed}` : styles.check}>
              <Glyph name={isNeeded(check) ? 'warning' : 'info'} size={16} />
              <span>
                <Hidden>{text.checks}: </Hidden>
                {wordsOf(check, lines)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** A row being written has no number yet. */
export const NEW_NO = '+'

const keyOf = (check: WritingCheck): string => `${check.code} ${'lineId' in check ? check.lineId : ''}`

function wordsOf(check: WritingCheck, lines: readonly ContentLine[]): string {
  const said = text.check
  if (check.code === 'few-steps') return said['few-steps'](check.steps)
  if (check.code === 'wish-not-problem') return said['wish-not-problem'](check.no)
  if (!('lineId' in check)) return said[check.code]
  const line = lines.find(({ id }) => id === check.lineId)
  const where = !line ? text.checkHead : line.no === NEW_NO ? text.newLine : text.lineNo(line.no)
  return check.code === 'screen-word' ? said['screen-word'](where, check.word) : said[check.code](where)
}
