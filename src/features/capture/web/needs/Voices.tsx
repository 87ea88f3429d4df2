import { type OfferGroup, offerGroups } from '#features/org/offer-groups.ts'
import { language } from '#kernel/lang/text.ts'
import { Disclosure, Section, Table } from '#kernel/ui/index.ts'
import type { NeedLine } from '../../contract.ts'
import { text } from '../text.ts'
import styles from './Voices.module.css'

type Voices = NeedLine['voices']
export const groupWords = (group: OfferGroup): string => offerGroups[group][language()]

type BarsProps = { voices: Voices; max: number; most?: number }

/** Dots by kind of offer as small bars with their figures, the most first. `max` is shared by all that stand beside each other. */
export function VoiceBars({ voices, max, most = voices.length }: BarsProps) {
  if (voices.length === 0) return <small>{text.noVoices}</small>
  return (
    <div className={styles.voices}>
      {voices.slice(0, most).map(({ group, dots }) => (
        <div key={group} className={styles.row}>
          <span>{groupWords(group)}</span>
          <svg
            className={styles.track}
            viewBox="0 0 100 8"
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
          >
            <rect className={styles.bar} width={(100 * dots) / max} height="8" />
          </svg>
          <span className={styles.figure}>{dots}</span>
        </div>
      ))}
      {voices.length > most && <small>{text.andMore(voices.length - most)}</small>}
    </div>
  )
}

/** All of them, and the same as a table for those who would rather read. */
export const VoiceChart = ({ voices }: { voices: Voices }) => (
  <Section title={text.voices}>
    <VoiceBars voices={voices} max={Math.max(1, ...voices.map(({ dots }) => dots))} />
    {voices.length > 0 && (
      <Disclosure title={text.asTable}>
        <Table
          caption={text.voices}
          rows={voices}
          rowKey={({ group }) => group}
          columns={[
            { head: text.offerGroup, cell: ({ group }) => groupWords(group) },
            { head: text.dots, cell: ({ dots }) => dots, isNumber: true },
          ]}
        />
      </Disclosure>
    )}
  </Section>
)
