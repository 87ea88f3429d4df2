import type { LocalDay } from './calendar.ts'
import type { Random } from './random.ts'
import type { Rhythm } from './units.ts'

/** How much is written in each half hour of the day, from midnight: most just before a shift ends, when people write up. */
const half = (text: string) => text.trim().split(/\s+/).map(Number)
const curves: Record<Rhythm, readonly number[]> = {
  //     0   1   2   3   4   5   6    7    8   9   10  11  12  13   14   15  16  17  18  19  20   21    22  23
  house: half(
    '2 2 1 1 1 1 1 1 1 1 2 3 9 14 14 15 16 12 7 6 6 6 5 6 6 7 9 15 22 26 18 10 7 6 6 7 7 7 7 8 9 13 18 22 26 16 5 3',
  ),
  day: half('0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 3 8 9 8 7 7 8 9 8 6 8 12 18 24 22 10 4 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0'),
  visit: half(
    '0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 3 8 9 9 10 11 12 12 9 7 9 11 14 18 22 18 10 5 2 2 1 1 1 0 0 0 0 0 0 0 0 0 0',
  ),
}
const SLOTS = 4_096

/** Which half hour a number below 4,096 falls in. */
function spread(curve: readonly number[]): Uint8Array {
  const total = curve.reduce((sum, weight) => sum + weight, 0)
  const slots = new Uint8Array(SLOTS)
  let [at, sum] = [0, 0]
  for (const [index, weight] of curve.entries()) {
    sum += weight
    for (const end = Math.round((sum / total) * SLOTS); at < end; at++) slots[at] = index
  }
  return slots
}
const slots: Record<Rhythm, Uint8Array> = {
  house: spread(curves.house),
  day: spread(curves.day),
  visit: spread(curves.visit),
}

/** A minute of the day in which somebody writes. */
export const minuteOf = (rhythm: Rhythm, random: Random): number =>
  slots[rhythm][random.below(SLOTS)]! * 30 + random.below(30)

const WEEK: Record<Rhythm, readonly number[]> = {
  house: [1, 1.02, 1, 1.03, 1.05, 0.86, 0.82],
  day: [1, 1.05, 1.05, 1.05, 0.9, 0.03, 0.02],
  visit: [1.05, 1.05, 1, 1.05, 0.95, 0.09, 0.06],
}
const YEAR: Record<Rhythm, { summer: number; holiday: number }> = {
  house: { summer: 0.85, holiday: 0.8 },
  day: { summer: 0.25, holiday: 0.03 },
  visit: { summer: 0.65, holiday: 0.12 },
}
const isSummer = (monthDay: string) => monthDay >= '07-06' && monthDay <= '08-02'
const isHoliday = (monthDay: string) => monthDay >= '12-23' || monthDay <= '01-01' || monthDay === '06-05'

/** How much is written on a day, against an ordinary one. Easter and Whitsun are left out. */
export function dayWeight(rhythm: Rhythm, { monthDay, weekday }: LocalDay): number {
  const { summer, holiday } = YEAR[rhythm]
  return WEEK[rhythm][weekday]! * (isHoliday(monthDay) ? holiday : isSummer(monthDay) ? summer : 1)
}
