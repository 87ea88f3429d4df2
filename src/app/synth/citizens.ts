import { familyNamesFor, menMid, menOld, menYoung, streets, womenMid, womenOld, womenYoung } from '#app/demo/names.ts'
import { phone, replacementCpr } from '#app/demo/person.ts'
import { dayText } from './calendar.ts'
import type { SynthEmployee } from './employees.ts'
import type { Size } from './options.ts'
import { Random } from './random.ts'
import { type SynthUnit, shapes } from './units.ts'
import { type Around, contactsFor, warningsFor } from './words/around.ts'
import { type Goal, goals } from './words/goals.ts'

export type SynthCitizen = {
  readonly index: number
  readonly id: string
  readonly externalId: string
  readonly givenName: string
  readonly familyName: string
  readonly preferredName: string | null
  readonly pronoun: string
  /** A replacement number (day + 60), which no living person has, or none. */
  readonly number: string | null
  readonly bornOn: string
  readonly address: string | null
  readonly room: string | null
  readonly phone: string | null
  readonly identityProtected: boolean
  readonly hiddenStay: boolean
  readonly diedOn: string | null
  /** What one works on together; its words come back in the notes. */
  readonly goals: readonly Goal[]
  /** Notes about them, in proportion to others: a few have very many. */
  readonly weight: number
  readonly around: Around
}

export type SynthStay = {
  readonly id: string
  readonly externalId: string
  readonly citizen: SynthCitizen
  readonly unit: SynthUnit
  readonly kind: string
  readonly legalGround: string
  readonly from: number
  /** Day the citizen left; null while there. */
  readonly to: number | null
  readonly endReason: 'moved-home' | 'moved-on' | 'died' | 'ended' | null
}

/** Days old at least when a stay begins. */
const YOUNGEST = 3 * 365

type Dates = Pick<SynthStay, 'from' | 'to' | 'endReason'>

export class Residents {
  readonly citizens: SynthCitizen[] = []
  readonly stays: SynthStay[] = []
  readonly #numbers = new Set<string>()
  readonly #random: Random
  readonly #size: Size
  readonly #dayUnits: readonly SynthUnit[]

  constructor(size: Size, units: readonly SynthUnit[]) {
    this.#size = size
    this.#random = new Random(`${size.seed} citizens`)
    this.#dayUnits = units.filter(({ setting }) => setting === 'day')
    const places = seats(size.citizens, units)
    for (const [index, unit] of places.entries()) this.#add(index, unit, places.indexOf(unit) === index)
  }

  /** @param anchor the first of a unit stays the whole time, so that there is always somebody to write about */
  #add(index: number, unit: SynthUnit, anchor: boolean): void {
    const random = this.#random
    const dates = anchor ? { from: this.#size.firstDay - 400, to: null, endReason: null } : this.#dates(unit)
    const citizen = this.#person(index, unit, dates)
    this.citizens.push(citizen)
    this.#stay(citizen, unit, dates)
    if (unit.setting === 'home' && this.#dayUnits.length && random.chance(0.35))
      this.#stay(citizen, random.pick(this.#dayUnits), dates)
  }

  #stay(citizen: SynthCitizen, unit: SynthUnit, dates: Dates): void {
    const { stay: kind, ground: legalGround } = shapes[unit.setting]
    const id = this.#random.id(Date.parse(dayText(dates.from)))
    this.stays.push({ id, externalId: `O${this.stays.length + 1}`, citizen, unit, kind, legalGround, ...dates })
  }

  #dates(unit: SynthUnit): Dates {
    const random = this.#random
    const { firstDay, lastDay } = this.#size
    const span = lastDay - firstDay + 1
    const brief = unit.setting === 'shelter' || unit.setting === 'crisis'
    const from = random.chance(brief ? 0.3 : 0.1) ? firstDay + random.below(span) : firstDay - 20 - random.below(2_500)
    if (!random.chance(brief ? 0.25 : 0.08)) return { from, to: null, endReason: null }
    const to = Math.max(from, firstDay) + 14 + random.below(span)
    if (to > lastDay) return { from, to: null, endReason: null }
    return { from, to, endReason: random.chance(0.12) ? 'died' : random.pick(['moved-on', 'moved-home', 'ended']) }
  }

  #person(index: number, unit: SynthUnit, { from, to, endReason }: Dates): SynthCitizen {
    const random = this.#random
    const age = ageIn(unit, random)
    const bornOn = dayText(Math.min(this.#size.lastDay - age * 365 - random.below(365), from - YOUNGEST))
    const he = unit.setting === 'crisis' ? false : random.chance(0.55)
    const givenName = random.pick(namesOf(he, age))
    const hidden = unit.setting === 'crisis'
    return {
      index,
      id: random.id(Date.parse(dayText(from))),
      externalId: `B${index + 1}`,
      givenName,
      familyName: random.pick(familyNamesFor(givenName)),
      preferredName: random.chance(0.12) ? givenName.slice(0, 3 + random.below(2)).replace(/-$/, '') : null,
      pronoun: random.chance(0.015) ? 'de' : he ? 'han' : 'hun',
      number: random.chance(0.06) ? null : this.#number(bornOn, he),
      bornOn,
      address: hidden ? null : `${random.pick(streets)} ${1 + random.below(120)}`,
      room: unit.rhythm === 'house' ? String(1 + random.below(40)) : null,
      phone: random.chance(0.6) ? phone(random.below(9_000)) : null,
      identityProtected: hidden ? random.chance(0.5) : random.chance(0.02),
      hiddenStay: hidden,
      diedOn: endReason === 'died' ? dayText(to!) : null,
      goals: pickGoals(random),
      weight: (random.chance(0.15) ? 0.2 : 1) / (0.04 + random.share()),
      around: { contacts: contactsFor(random, age), warnings: warningsFor(random) },
    }
  }

  /** Tried anew while taken; in vain among very many of one birthday, who then have none. */
  #number(bornOn: string, he: boolean): string | null {
    for (let attempt = 0; attempt < 20; attempt++) {
      const number = replacementCpr(bornOn, this.#random.below(2_000) * 2 + (he ? 1 : 0))
      if (!this.#numbers.has(number)) {
        this.#numbers.add(number)
        return number
      }
    }
    return null
  }
}

/** Which unit each citizen has as the first one: every unit has somebody, the larger ones more. */
function seats(count: number, units: readonly SynthUnit[]): SynthUnit[] {
  const taken = units.map(() => 0)
  const most = Math.max(count, 0)
  return Array.from({ length: most }, () => {
    const next = units.reduce((best, unit) =>
      taken[unit.index]! / shapes[unit.setting].citizens < taken[best.index]! / shapes[best.setting].citizens
        ? unit
        : best,
    )
    taken[next.index]!++
    return next
  })
}

function ageIn({ setting }: SynthUnit, random: Random): number {
  if (setting === 'youth') return 13 + random.below(9)
  if (setting === 'respite') return 5 + random.below(12)
  return 19 + Math.floor((random.below(60) + random.below(60)) / 2)
}

function namesOf(he: boolean, age: number): readonly string[] {
  if (age < 28) return he ? menYoung : womenYoung
  if (age < 55) return he ? menMid : womenMid
  return he ? menOld : womenOld
}

function pickGoals(random: Random): Goal[] {
  const first = random.below(goals.length)
  return [0, 7, 17].slice(0, 1 + random.below(3)).map((step) => goals[(first + step) % goals.length]!)
}

/** Each citizen has one employee of the unit as their own. */
export const contactPersonOf = (stay: SynthStay, present: readonly SynthEmployee[]): SynthEmployee => {
  const own = present.filter(({ role }) => role === 'support-worker')
  return own[stay.citizen.index % own.length]!
}
