import { type Day, dayOf, type Instant } from '#kernel/lang/day.ts'

/** The only way time enters. Tests set it; the server reads the machine's. */
export type Clock = { now(): Instant; today(): Day }

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => dayOf(new Date()),
}

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
