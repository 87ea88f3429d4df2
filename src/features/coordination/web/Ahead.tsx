import { AHEAD_DAYS, type DatedRecord } from '#features/thread/contract.ts'
import { hrefOf } from '#features/thread/web/index.ts'
import { addDays, type Day, daysBetween } from '#kernel/lang/day.ts'
import {
  Disclosure,
  Lanes,
  Lines,
  Section,
  Stack,
  shortDayWords,
  TextLink,
  useToday,
  weekWords,
} from '#kernel/ui/index.ts'
import { bySpan } from '../rules.ts'
import styles from './Ahead.module.css'
import { text } from './text.ts'
import { nameOf, rowOf } from './to-do.ts'

/** What has a day in the next eight weeks: drawn along the thread, and in words. */
export function Ahead({ items }: { items: readonly DatedRecord[] }) {
  const today = useToday()
  return (
    <Section title={text.ahead}>
      {items.length === 0 ? (
        <p>{text.aheadNone}</p>
      ) : (
        <Stack gap={4}>
          <Strip items={items} today={today} />
          <Lanes>
            {bySpan(items, today).map(({ span, items: within }) => (
              <Section key={span} title={text.within[span]}>
                {within.length === 0 ? <p>{text.nothingWithin}</p> : <Within items={within} today={today} />}
              </Section>
            ))}
          </Lanes>
        </Stack>
      )}
    </Section>
  )
}

/** Lines of one span that are shown at once. */
const AT_ONCE = 8

function Within({ items, today }: { items: readonly DatedRecord[]; today: Day }) {
  const [shown, folded] = [items.slice(0, AT_ONCE), items.slice(AT_ONCE)]
  return (
    <Stack gap={2}>
      <Dated items={shown} today={today} />
      {folded.length > 0 && (
        <Disclosure title={text.andMore(folded.length)}>
          <Dated items={folded} today={today} />
        </Disclosure>
      )}
    </Stack>
  )
}

const Dated = ({ items, today }: { items: readonly DatedRecord[]; today: Day }) => (
  <Lines>
    {items.map((one) => (
      <li key={`${one.rule} ${one.id}`}>
        <Stack gap={1}>
          <TextLink href={hrefOf(one.kind, one.id)}>{nameOf(one)}</TextLink>
          <small>
            {shortDayWords(one.dueOn, today)} · {rowOf(one)}
          </small>
        </Stack>
      </li>
    ))}
  </Lines>
)

const WEEKS = AHEAD_DAYS / 7
const WIDTH = 8 * AHEAD_DAYS

/** A line for each unit that has tasks and for each other kind, a knot for each thing; the lists beneath say the same in words. */
function Strip({ items, today }: { items: readonly DatedRecord[]; today: Day }) {
  const rows = [...new Set(items.map(rowOf))]
  const weeks = Array.from({ length: WEEKS }, (_, week) => weekWords(addDays(today, week * 7)))
  return (
    <figure className={styles.strip} aria-hidden="true">
      <figcaption className={styles.caption}>{text.aheadCaption}</figcaption>
      <div className={styles.row}>
        <span />
        <div className={styles.weeks}>
          {weeks.map((week) => (
            <span key={week}>{week}</span>
          ))}
        </div>
      </div>
      {rows.map((row) => (
        <div key={row} className={styles.row}>
          <span>{row}</span>
          <svg className={styles.line} viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true" focusable="false">
            <line className={styles.thread} x1="0" y1="8" x2={WIDTH} y2="8" />
            {items
              .filter((one) => rowOf(one) === row)
              .map(({ id, rule, dueOn }) => (
                <circle
                  key={`${rule} ${id}`}
                  className={styles.knot}
                  cx={6 + (daysBetween(today, dueOn) * (WIDTH - 12)) / AHEAD_DAYS}
                  cy="8"
                  r="5"
                />
              ))}
          </svg>
        </div>
      ))}
    </figure>
  )
}
