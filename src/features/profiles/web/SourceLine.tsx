import type { Day } from '#kernel/lang/day.ts'
import { Mark, shortDayWords, useToday } from '#kernel/ui/index.ts'
import type { Source } from '../contract.ts'
import styles from './SetUp.module.css'
import { text } from './text.ts'

const tones = { product: 'neutral', template: 'neutral', answer: 'info', decision: 'violet' } as const

/** Where a value came from, and since when: a shape and a word, then the words of its source. */
export function SourceLine({ source, sinceOn }: { source: Source; sinceOn?: Day }) {
  const today = useToday()
  const more = [source.ref, sinceOn && text.since(shortDayWords(sinceOn, today))].filter(Boolean).join(' · ')
  return (
    <span className={styles.source}>
      <Mark tone={tones[source.kind]}>{text.sources[source.kind]}</Mark>
      {more && <span>{more}</span>}
    </span>
  )
}
