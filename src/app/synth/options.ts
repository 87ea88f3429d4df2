import { dayNumber } from './calendar.ts'

export type SynthOptions = {
  /** The same seed and options give the same bytes. */
  seed: number | string
  /** Offers; the areas above them come on top. */
  units?: number
  /** Everybody who is or was there in the period. */
  citizens?: number
  years?: number
  notesPerDay?: number
  /** Exactly so many notes. Without `years` the history becomes longer, not the days busier. */
  notes?: number
  /** Last day, or last minute in local time: `2026-06-30` or `2026-06-30T14:00`. */
  until?: string
}

export type Size = {
  readonly seed: string
  readonly units: number
  readonly citizens: number
  readonly notes: number
  readonly firstDay: number
  readonly lastDay: number
  /** Last minute of the last day that anything is written in. */
  readonly lastMinute: number
}

const DEFAULT_UNTIL = '2026-06-30'
const DAYS_A_YEAR = 365
const LAST_MINUTE = 1_439

const whole = (name: string, value: number, least: number): number => {
  if (Number.isInteger(value) && value >= least) return value
  throw new Error(`${name} must be a whole number of at least ${least}.`)
}

export function sizeOf(options: SynthOptions): Size {
  const perDay = options.notesPerDay ?? 1_100
  const years = options.years ?? (options.notes === undefined ? 1 : options.notes / perDay / DAYS_A_YEAR)
  if (!(years > 0) || !(perDay > 0)) throw new Error('Years and notes per day must be above nothing.')
  const days = Math.max(1, Math.ceil(years * DAYS_A_YEAR))
  const until = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}))?$/.exec(options.until ?? DEFAULT_UNTIL)
  if (!until || Number.isNaN(Date.parse(until[1]!)))
    throw new Error('Until is a day or a minute: 2026-06-30 or 2026-06-30T14:00.')
  const lastDay = dayNumber(until[1]!)
  return {
    seed: String(options.seed),
    units: whole('Units', options.units ?? 14, 1),
    citizens: whole('Citizens', options.citizens ?? 420, 1),
    notes: whole('Notes', options.notes ?? Math.round(days * perDay), 0),
    firstDay: lastDay - days + 1,
    lastDay,
    lastMinute: until[2] ? Number(until[2]) * 60 + Number(until[3]) : LAST_MINUTE,
  }
}
