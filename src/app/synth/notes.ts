import { LocalDay, MINUTE_MS } from './calendar.ts'
import type { SynthCitizen, SynthStay } from './citizens.ts'
import type { Shift, Staff, SynthEmployee } from './employees.ts'
import { addendum, noteAbout, noteOfUnit, type When, whyCorrected, whyWithdrawn } from './grammar.ts'
import type { Size } from './options.ts'
import { Random } from './random.ts'
import { dayWeight, minuteOf } from './rhythm.ts'
import type { Rhythm, SynthUnit } from './units.ts'

export type Correction = { version: number; text: string; reason: string; author: SynthEmployee; writtenAt: number }
export type Withdrawal = { reason: string; by: SynthEmployee; at: number }
export type Reading = { employee: SynthEmployee; at: number; version: number }

/** Times are milliseconds since 1970. */
export type SynthNote = {
  readonly id: string
  /** From 1, in order of writing. */
  readonly number: number
  readonly unit: SynthUnit
  /** Null in the unit's shared diary. */
  readonly citizen: SynthCitizen | null
  readonly kind: string
  readonly happenedAt: number
  readonly writtenAt: number
  readonly author: SynthEmployee
  readonly text: string
  readonly important: boolean
  readonly theme: string | null
  readonly corrections: readonly Correction[]
  readonly withdrawal: Withdrawal | null
  /** Only of the last days: older readings are of no use to anybody. */
  readonly readings: readonly Reading[]
}

const CORRECTED = 0.02
const CORRECTED_TWICE = 0.1
const WITHDRAWN = 0.002
const IMPORTANT = 0.05
const OF_UNIT = 0.03
const READ = 0.62
export const DAYS_OF_READINGS = 14
const rhythms: readonly Rhythm[] = ['house', 'day', 'visit']

/** Stays of one rhythm, picked by how much is written about each. */
class Pool {
  readonly stays: readonly SynthStay[]
  readonly total: number
  readonly #sums: Float64Array
  readonly #anchors: readonly SynthStay[]

  constructor(stays: readonly SynthStay[]) {
    this.stays = stays
    this.#sums = new Float64Array(stays.length)
    let sum = 0
    for (const [index, { citizen }] of stays.entries()) this.#sums[index] = sum += citizen.weight
    this.total = sum
    this.#anchors = stays.filter(({ to }) => to === null)
  }

  pick(random: Random, day: number): SynthStay {
    for (let attempt = 0; attempt < 40; attempt++) {
      const stay = this.stays[this.#indexOf(random.share() * this.total)]!
      if (stay.from <= day && (stay.to === null || day <= stay.to)) return stay
    }
    return this.#anchors[0] ?? this.stays[0]!
  }

  #indexOf(sum: number): number {
    let [low, high] = [0, this.#sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#sums[middle]! < sum) low = middle + 1
      else high = middle
    }
    return low
  }
}

type Drawn = { stay: SynthStay; second: number }

/** All notes in order of writing; nothing is held but one day's. */
export class Notes implements Iterable<SynthNote> {
  readonly #size: Size
  readonly #staff: Staff
  readonly #pools: Record<Rhythm, Pool>

  constructor(size: Size, staff: Staff, stays: readonly SynthStay[]) {
    this.#size = size
    this.#staff = staff
    const poolOf = (rhythm: Rhythm) => new Pool(stays.filter(({ unit }) => unit.rhythm === rhythm))
    this.#pools = { house: poolOf('house'), day: poolOf('day'), visit: poolOf('visit') }
  }

  /** Last moment of the period. */
  get end(): number {
    return new LocalDay(this.#size.lastDay).at(this.#size.lastMinute)
  }

  *[Symbol.iterator](): Generator<SynthNote> {
    const random = new Random(`${this.#size.seed} notes`)
    let [number, spent] = [0, 0]
    const days = this.#days()
    const whole = days.reduce((sum, { weight }) => sum + weight, 0)
    for (const { day, weight } of days) {
      spent += weight
      const upTo = day === days.at(-1)!.day ? this.#size.notes : Math.floor((spent / whole) * this.#size.notes)
      const today = new LocalDay(day)
      for (const drawn of this.#draw(upTo - number, today, random)) yield this.#write(++number, drawn, today, random)
    }
  }

  #weights(day: LocalDay): number[] {
    return rhythms.map((rhythm) => this.#pools[rhythm].total * dayWeight(rhythm, day))
  }

  #days(): { day: number; weight: number }[] {
    const { firstDay, lastDay, lastMinute } = this.#size
    return Array.from({ length: lastDay - firstDay + 1 }, (_, index) => {
      const day = firstDay + index
      const weight = this.#weights(new LocalDay(day)).reduce((sum, each) => sum + each, 0)
      return { day, weight: day === lastDay ? (weight * (lastMinute + 1)) / 1_440 : weight }
    })
  }

  /** Who is written about and when on one day, in order of time. */
  #draw(count: number, day: LocalDay, random: Random): Drawn[] {
    const [house, days, visits] = this.#weights(day) as [number, number, number]
    const drawn = Array.from({ length: count }, (): Drawn => {
      const share = random.share() * (house + days + visits)
      const rhythm = share < house ? 'house' : share < house + days ? 'day' : 'visit'
      const stay = this.#pools[rhythm].pick(random, day.number)
      return { stay, second: this.#minute(rhythm, day.number, random) * 60 + random.below(60) }
    })
    return drawn.sort((a, b) => a.second - b.second)
  }

  #minute(rhythm: Rhythm, day: number, random: Random): number {
    const limit = day === this.#size.lastDay ? this.#size.lastMinute : 1_440
    for (let attempt = 0; attempt < 20; attempt++) {
      const minute = minuteOf(rhythm, random)
      if (minute < limit) return minute
    }
    return random.below(limit)
  }

  #write(number: number, { stay, second }: Drawn, day: LocalDay, random: Random): SynthNote {
    const { unit } = stay
    const minute = Math.floor(second / 60)
    const writtenAt = day.at(minute) + (second % 60) * 1_000
    const delay = random.chance(0.2) ? 0 : 3 + random.below(random.chance(0.4) ? 170 : 25)
    const duty = dutyAt(unit, day.number, minute)
    const author = random.pick(this.#staff.onDuty(unit, duty.day, duty.shift))
    const ofUnit = unit.rhythm === 'house' && random.chance(OF_UNIT)
    const said = ofUnit
      ? { text: noteOfUnit(random), theme: null, kind: 'unit' }
      : noteAbout(stay.citizen, unit.setting, whenOf(minute), random)
    const note = {
      id: random.id(writtenAt),
      number,
      unit,
      citizen: ofUnit ? null : stay.citizen,
      happenedAt: Math.floor(writtenAt / MINUTE_MS - delay) * MINUTE_MS,
      writtenAt,
      author,
      important: random.chance(IMPORTANT),
      ...said,
    }
    return { ...note, ...this.#afterwards(note, duty, random) }
  }

  #afterwards(note: Omit<SynthNote, 'corrections' | 'withdrawal' | 'readings'>, duty: Duty, random: Random) {
    const chance = random.share()
    return {
      corrections: chance < CORRECTED ? this.#correct(note, random) : NONE,
      withdrawal: chance > 1 - WITHDRAWN ? this.#withdraw(note, random) : null,
      readings: duty.day > this.#size.lastDay - DAYS_OF_READINGS ? this.#read(note, duty, random) : NONE,
    }
  }

  #correct(
    { text, citizen, author, writtenAt }: Pick<SynthNote, 'text' | 'citizen' | 'author' | 'writtenAt'>,
    random: Random,
  ): Correction[] {
    const corrections: Correction[] = []
    for (let at = writtenAt, version = 2; version < 4; version++) {
      at += (4 + random.below(random.chance(0.7) ? 90 : 1_500)) * MINUTE_MS
      text = `${text} ${addendum(citizen, random)}`
      if (at > this.end) break
      corrections.push({ version, text, reason: whyCorrected(random), author, writtenAt: at })
      if (!random.chance(CORRECTED_TWICE)) break
    }
    return corrections
  }

  #withdraw({ author, writtenAt }: Pick<SynthNote, 'author' | 'writtenAt'>, random: Random): Withdrawal | null {
    const at = writtenAt + (2 + random.below(240)) * MINUTE_MS
    return at > this.end ? null : { reason: whyWithdrawn(random), by: author, at }
  }

  /** Those of the next two shifts read most of what was written, soon after they came. */
  #read(
    { unit, author, writtenAt }: Pick<SynthNote, 'unit' | 'author' | 'writtenAt'>,
    duty: Duty,
    random: Random,
  ): Reading[] {
    const readings: Reading[] = []
    const seen = new Set([author])
    for (let next = nextDuty(unit, duty), left = 2; left > 0; left--, next = nextDuty(unit, next))
      for (const employee of this.#staff.onDuty(unit, next.day, next.shift)) {
        const at = startOf(unit, next) + (1 + random.below(45)) * MINUTE_MS
        if (!random.chance(READ) || at <= writtenAt || at > this.end || seen.has(employee)) continue
        seen.add(employee)
        readings.push({ employee, at, version: 1 })
      }
    return readings
  }
}

const NONE: readonly never[] = []

export type Duty = { day: number; shift: Shift }
const START: Record<Shift, number> = { day: 7 * 60, evening: 15 * 60, night: 23 * 60 }
const ORDER: readonly Shift[] = ['day', 'evening', 'night']

/** The shift at work in a minute of a day; until seven the night's, which began the evening before. */
export function dutyAt({ rhythm }: SynthUnit, day: number, minute: number): Duty {
  if (rhythm !== 'house') return { day, shift: 'day' }
  if (minute < START.day) return { day: day - 1, shift: 'night' }
  return { day, shift: minute < START.evening ? 'day' : minute < START.night ? 'evening' : 'night' }
}

export function nextDuty({ rhythm }: SynthUnit, { day, shift }: Duty): Duty {
  if (rhythm !== 'house') return { day: day + 1, shift: 'day' }
  return shift === 'night' ? { day: day + 1, shift: 'day' } : { day, shift: ORDER[ORDER.indexOf(shift) + 1]! }
}

export const startOf = ({ rhythm }: SynthUnit, { day, shift }: Duty): number =>
  new LocalDay(day).at(rhythm === 'house' ? START[shift] : 7 * 60 + 30)

const whenOf = (minute: number): When => {
  if (minute < 6 * 60 + 30 || minute >= 23 * 60) return 'n'
  return minute < 10 * 60 ? 'm' : minute < 17 * 60 ? 'd' : 'e'
}
