import type { SettingValue } from '../contract.ts'
import styles from './SetUp.module.css'
import { text } from './text.ts'

const HOURS = 24
const WIDTH = 480
const HEIGHT = 22

/** Hours after midnight of a span of the day; undefined for one of the week. */
function hoursOf(span: string): { from: number; to: number } | undefined {
  const times = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(span)?.slice(1).map(Number)
  if (!times) return undefined
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = times
  return { from: fromHour + fromMinute / 60, to: toHour + toMinute / 60 }
}

/** The parts of a day: a shift across midnight is two. */
function partsOf(value: SettingValue) {
  const spans = Array.isArray(value) ? value.map(String) : []
  return spans.flatMap((span) => {
    const hours = hoursOf(span)
    if (!hours) return []
    const { from, to } = hours
    return to > from
      ? [{ from, to, span }]
      : [
          { from, to: HOURS, span },
          { from: 0, to, span: `${span} ` },
        ]
  })
}

/** Hours that leave no room for words within. */
const NARROW = 2

const clock = (hours: number) => String(Math.floor(hours)).padStart(2, '0') + (hours % 1 ? '.30' : '')

/** The day's shifts before and after, as two strips of 24 hours. What they say stands beside them in words. */
export function ShiftStrips({ old, now }: { old: SettingValue; now: SettingValue }) {
  const [before, after] = [partsOf(old), partsOf(now)]
  if (after.length === 0) return null
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${WIDTH} ${before.length ? 96 : 48}`}
      aria-hidden="true"
      focusable="false"
    >
      {before.length > 0 && <Strip parts={before} y={0} label={text.shiftsNow} />}
      <Strip parts={after} y={before.length ? 48 : 0} label={text.shiftsThen} isThen />
    </svg>
  )
}

type StripProps = { parts: ReturnType<typeof partsOf>; y: number; label: string; isThen?: boolean }

function Strip({ parts, y, label, isThen = false }: StripProps) {
  const at = (hours: number) => (hours / HOURS) * WIDTH
  return (
    <g transform={`translate(0 ${y})`}>
      <text className={styles.soft} x="0" y="12">
        {label}
      </text>
      {parts.map(({ from, to, span }) => (
        <g key={span}>
          <rect
            className={isThen ? styles.then : undefined}
            x={at(from) + 1}
            y="18"
            width={at(to - from) - 2}
            height={HEIGHT}
            rx="3"
          />
          <Start from={from} hours={to - from} x={at(from)} />
        </g>
      ))}
    </g>
  )
}

/** When the part begins: within it, or over its end where it is too narrow. */
const Start = ({ from, hours, x }: { from: number; hours: number; x: number }) =>
  hours < NARROW ? (
    <text x={WIDTH} y="12" textAnchor="end">
      {clock(from)}
    </text>
  ) : (
    <text x={x + 6} y="33">
      {clock(from)}
    </text>
  )
