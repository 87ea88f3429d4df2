import { familyNamesFor, menMid, menYoung, womenMid, womenYoung } from '#app/demo/names.ts'
import type { Role } from '#features/org/roles.ts'
import { dayNumber, dayText } from './calendar.ts'
import type { Size } from './options.ts'
import { Random } from './random.ts'
import type { SynthUnit } from './units.ts'

export type Shift = 'day' | 'evening' | 'night'
export const shiftsOf = (unit: SynthUnit): readonly Shift[] =>
  unit.rhythm === 'house' ? ['day', 'evening', 'night'] : ['day']

export type SynthEmployee = {
  readonly index: number
  readonly id: string
  readonly externalId: string
  readonly name: string
  readonly userName: string
  readonly profession: string
  readonly role: Role
  /** Units where the role is held; the first is the own one. */
  readonly units: readonly SynthUnit[]
  readonly employedFrom: string
  readonly employedTo: string | null
}

type Tenure = { from: number; to: number; employee: SynthEmployee }
/** A place on the roster. One person after another holds it. */
type Post = { role: Role; shift: Shift; unit: SynthUnit; alsoAt: SynthUnit | undefined; tenures: Tenure[] }

const POSTS: Record<'house' | 'other', readonly (readonly [Role, Shift, number])[]> = {
  house: [
    ['unit-leader', 'day', 1],
    ['health-worker', 'day', 1],
    ['support-worker', 'day', 6],
    ['support-worker', 'evening', 5],
    ['night-worker', 'night', 4],
    ['temp-worker', 'evening', 2],
    ['temp-worker', 'day', 2],
  ],
  other: [
    ['unit-leader', 'day', 1],
    ['support-worker', 'day', 8],
    ['temp-worker', 'day', 1],
  ],
}
const PROFESSIONS: Partial<Record<Role, readonly string[]>> = {
  'unit-leader': ['afdelingsleder'],
  'health-worker': ['sygeplejerske', 'social- og sundhedsassistent'],
  'night-worker': ['nattevagt', 'omsorgsmedhjælper'],
  'temp-worker': ['vikar', 'pædagogstuderende'],
}
const CARE = [
  'pædagog',
  'socialpædagog',
  'pædagogisk assistent',
  'omsorgsmedhjælper',
  'social- og sundhedsassistent',
  'ergoterapeut',
]
/** On duty at once: on weekdays, and in the weekend. */
const ON_DUTY: Record<Shift, readonly [number, number]> = { day: [4, 3], evening: [3, 2], night: [2, 2] }
const MOST_YEARS = 9

const letters = (name: string) =>
  name
    .toLowerCase()
    .replace(/[æåáâ]/g, 'a')
    .replace(/[øöó]/g, 'o')
    .normalize('NFD')
    .replace(/[^a-z]/g, '')

/** Who works where, and who is at work when. */
export class Staff {
  readonly employees: SynthEmployee[] = []
  readonly #posts: Post[] = []
  readonly #rosters = new Map<string, Post[]>()
  readonly #size: Size
  readonly #random: Random

  constructor(size: Size, units: readonly SynthUnit[]) {
    this.#size = size
    this.#random = new Random(`${size.seed} employees`)
    for (const unit of units)
      for (const [role, shift, count] of POSTS[unit.rhythm === 'house' ? 'house' : 'other'])
        for (let i = 0; i < count; i++) this.#addPost(unit, role, shift, units)
  }

  #addPost(unit: SynthUnit, role: Role, shift: Shift, units: readonly SynthUnit[]): void {
    const random = this.#random
    const elsewhere = role === 'temp-worker' && random.chance(0.4) ? random.pick(units) : undefined
    const alsoAt = elsewhere && elsewhere !== unit && shiftsOf(elsewhere).includes(shift) ? elsewhere : undefined
    const post: Post = { role, shift, unit, alsoAt, tenures: [] }
    const { firstDay, lastDay } = this.#size
    for (let from = firstDay - 30 - random.below(3_000); from <= lastDay; ) {
      const lasts = 400 + random.below(MOST_YEARS * 365)
      const to = Math.max(from + lasts, firstDay + random.below(200))
      post.tenures.push({ from, to, employee: this.#hire(post, from, to) })
      // The last day of one is the first of the next.
      from = to
    }
    this.#posts.push(post)
    for (const place of alsoAt ? [unit, alsoAt] : [unit]) this.#rosterOf(place, shift).push(post)
  }

  #rosterOf(unit: SynthUnit, shift: Shift): Post[] {
    const key = `${unit.index} ${shift}`
    const roster = this.#rosters.get(key) ?? []
    this.#rosters.set(key, roster)
    return roster
  }

  #hire({ role, unit, alsoAt }: Post, from: number, to: number): SynthEmployee {
    const random = this.#random
    const index = this.employees.length
    const given = random.pick(random.chance(0.68) ? [...womenMid, ...womenYoung] : [...menMid, ...menYoung])
    const family = random.pick(familyNamesFor(given))
    const employee: SynthEmployee = {
      index,
      id: random.id(Date.parse(dayText(from))),
      externalId: `M${index + 1}`,
      name: `${given} ${family}`,
      userName: `${letters(given).slice(0, 2)}${letters(family).slice(0, 2)}${String(index + 1).padStart(3, '0')}`,
      profession: random.pick(PROFESSIONS[role] ?? CARE),
      role,
      units: alsoAt ? [unit, alsoAt] : [unit],
      employedFrom: dayText(from),
      employedTo: to > this.#size.lastDay ? null : dayText(to),
    }
    this.employees.push(employee)
    return employee
  }

  /** Who is at work; the night shift belongs to the day it began on. Never nobody. */
  onDuty(unit: SynthUnit, day: number, shift: Shift): SynthEmployee[] {
    const roster = this.#rosterOf(unit, shift)
    const [weekdays, weekend] = ON_DUTY[shift]
    const count = Math.min(roster.length, (day + 3) % 7 >= 5 ? weekend : weekdays)
    const start = day * count + unit.index
    return Array.from({ length: count }, (_, n) => holderOn(roster[(start + n) % roster.length]!, day))
  }

  /** Those with a role in the unit on the last day, by post. */
  presentAt(unit: SynthUnit): SynthEmployee[] {
    return this.#posts.filter((post) => post.unit === unit).map((post) => holderOn(post, this.#size.lastDay))
  }
}

/** A night that began on somebody's last day is still theirs; before the first tenure there is nobody to ask for. */
const holderOn = ({ tenures }: Post, day: number): SynthEmployee =>
  (tenures.find(({ to }) => day < to) ?? tenures.at(-1)!).employee

export const wasEmployedOn = ({ employedFrom, employedTo }: SynthEmployee, day: number): boolean =>
  dayNumber(employedFrom) <= day && (employedTo === null || dayNumber(employedTo) >= day)
