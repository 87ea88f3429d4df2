import { type OfferGroup, offerGroups } from '#features/org/offer-groups.ts'
import { language } from '#kernel/lang/text.ts'
import { BarChart } from '#kernel/ui/index.ts'
import type { NeedLine } from '../../contract.ts'
import { text } from '../text.ts'
import styles from './Voices.module.css'

type Voices = NeedLine['voices']
export const groupWords = (group: OfferGroup): string => offerGroups[group][language()]

const SHOWN = 3

/** Dots by kind of offer as small bars, the most first. `max` is shared by all that stand beside each other. */
export function VoiceBars({ voices, max }: { voices: Voices; max: number }) {
  if (voices.length === 0) return <small>{text.noVoices}</small>
  return (
    <div className={styles.voices}>
      {voices.slice(0, SHOWN).map(({ group, dots }) => (
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
      {voices.length > SHOWN && <small>{text.andMore(voices.length - SHOWN)}</small>}
    </div>
  )
}

/** All of them, with the figures as a table one key away. */
export const VoiceChart = ({ voices }: { voices: Voices }) =>
  voices.length === 0 ? (
    <p>{text.noVoices}</p>
  ) : (
    <BarChart
      caption={text.voices}
      unit={text.dotsOf(2).replace('2 ', '')}
      bars={voices.map(({ group, dots }) => ({ label: groupWords(group), value: dots }))}
    />
  )
