import { type Day, dayOf, type Instant } from '#kernel/lang/day.ts'

/** The only way time enters. Tests set it; the server reads the machine's. */
export type Clock = { now(): Instant; today(): Day }

const HOUR_MS = 3_600_000
let known = { hour: 0, day: '' }

/** Danish midnight falls on a whole hour of UTC: within one, the day is worked out once. */
function dayNow(): Day {
  const hour = Math.floor(Date.now() / HOUR_MS)
  if (hour !== known.hour) known = { hour, day: dayOf(new Date(hour * HOUR_MS)) }
  return known.day
}

export const systemClock: Clock = { now: () => new Date().toISOString(), today: dayNow }

/** A clock that stands where it is put. */
export function standingClock(at: Instant): Clock & { set(to: Instant): void } {
  let current = new Date(at).toISOString()
  return {
    now: () => current,
    today: () => dayOf(current),
    set(to) {
      current = new Date(to).toISOString()
    },
  }
}
