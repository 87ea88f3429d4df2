import { LocalDay, MINUTE_MS } from './calendar.ts'
import type { SynthCitizen, SynthStay } from './citizens.ts'
import { type Staff, type SynthEmployee, shiftsOf } from './employees.ts'
import { unfinishedAbout } from './grammar.ts'
import { startOf } from './notes.ts'
import type { Size } from './options.ts'
import { Random } from './random.ts'
import type { SynthUnit } from './units.ts'

export type Takeover = { id: string; unit: SynthUnit; employee: SynthEmployee; at: number }
export type Draft = {
  id: string
  author: SynthEmployee
  unit: SynthUnit
  citizen: SynthCitizen
  text: string
  revision: number
  startedAt: number
  savedAt: number
}
export type Attendance = {
  citizen: SynthCitizen
  unit: SynthUnit
  day: number
  here: boolean
  by: SynthEmployee
  at: number
}

export const DAYS_OF_TAKEOVERS = 30
const TAKES_OVER = 0.75
const DAYS_OF_ATTENDANCE = 14

/** Most of those who come take over; some forget, and have much unread. */
export function* takeovers(size: Size, staff: Staff, units: readonly SynthUnit[], end: number): Generator<Takeover> {
  const random = new Random(`${size.seed} takeovers`)
  for (let day = Math.max(size.firstDay, size.lastDay - DAYS_OF_TAKEOVERS + 1); day <= size.lastDay; day++)
    for (const unit of units)
      for (const shift of shiftsOf(unit))
        for (const employee of staff.onDuty(unit, day, shift)) {
          const at = startOf(unit, { day, shift }) + random.below(25) * MINUTE_MS
          if (random.chance(TAKES_OVER) && at <= end) yield { id: random.id(at), unit, employee, at }
        }
}

/** What lies half written on the last day: about one for every six at work. */
export function* drafts(size: Size, staff: Staff, stays: readonly SynthStay[], end: number): Generator<Draft> {
  const random = new Random(`${size.seed} drafts`)
  for (const stay of stays.filter(({ to }) => to === null)) {
    if (!random.chance(0.08)) continue
    const author = random.pick(staff.onDuty(stay.unit, size.lastDay, random.pick(shiftsOf(stay.unit))))
    const savedAt = end - random.below(600) * MINUTE_MS
    const startedAt = savedAt - random.below(20) * MINUTE_MS
    yield {
      id: random.id(startedAt),
      author,
      unit: stay.unit,
      citizen: stay.citizen,
      text: unfinishedAbout(stay.citizen, random),
      revision: 1 + random.below(12),
      startedAt,
      savedAt,
    }
  }
}

/** Who came, where people come by day. */
export function* attendances(
  size: Size,
  staff: Staff,
  stays: readonly SynthStay[],
  end: number,
): Generator<Attendance> {
  const random = new Random(`${size.seed} attendances`)
  const byDay = stays.filter(({ kind }) => kind === 'day')
  for (let day = Math.max(size.firstDay, size.lastDay - DAYS_OF_ATTENDANCE + 1); day <= size.lastDay; day++) {
    const at = new LocalDay(day).at(9 * 60)
    if ((day + 3) % 7 >= 5 || at > end) continue
    for (const { citizen, unit, from, to } of byDay)
      if (from <= day && (to === null || to >= day))
        yield {
          citizen,
          unit,
          day,
          here: random.chance(0.86),
          by: staff.onDuty(unit, day, 'day')[0]!,
          at: at + random.below(40) * MINUTE_MS,
        }
  }
}
