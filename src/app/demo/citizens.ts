import { aboutTexts } from './about-texts.ts'
import { staffOf } from './employees.ts'
import * as names from './names.ts'
import { aastedetPeople } from './people-by-hand/aastedet.ts'
import { ankeretPeople, bnordPeople, laerkenPeople, solsikkenPeople } from './people-by-hand/others.ts'
import { doctor, home, person, phone, replacementCpr, serialFor, warn } from './person.ts'
import { isOlive, isPale, type Look, portraitLooks } from './portraits/looks.ts'
import { type Dice, dice } from './random.ts'
import type { DemoCitizen, DemoStay } from './shape.ts'
import { places } from './units.ts'

const byHand: Record<string, DemoCitizen[]> = {
  aastedet: aastedetPeople,
  bnord: bnordPeople,
  laerken: laerkenPeople,
  ankeret: ankeretPeople,
  solsikken: solsikkenPeople,
}

type Kind = {
  stay: DemoStay['kind']
  grounds: string[]
  years: [from: number, to: number]
  about: string
  longest: number
}

// biome-ignore format: a table
const kinds: Record<string, Kind> = {
  aastedet: { stay: 'home', grounds: ['SEL-108'], years: [1950, 2000], about: 'home', longest: 4000 },
  mosebo: { stay: 'home', grounds: ['SEL-85'], years: [1955, 2003], about: 'home', longest: 4200 },
  lyngholt: { stay: 'home', grounds: ['SEL-107'], years: [1970, 2006], about: 'support', longest: 700 },
  kaerhuset: { stay: 'home', grounds: ['SEL-108'], years: [1968, 2004], about: 'home', longest: 3600 },
  rus: { stay: 'treatment', grounds: ['SEL-101', 'SUL-141'], years: [1960, 2005], about: 'treatment', longest: 400 },
  bnord: { stay: 'support', grounds: ['SEL-85'], years: [1950, 2005], about: 'support', longest: 2400 },
  bsyd: { stay: 'support', grounds: ['SEL-85'], years: [1952, 2007], about: 'support', longest: 2200 },
  bakken: { stay: 'day', grounds: ['SEL-103'], years: [1962, 2005], about: 'day', longest: 4500 },
  solsikken: { stay: 'day', grounds: ['SEL-104'], years: [1955, 2005], about: 'day', longest: 3800 },
  ankeret: { stay: 'home', grounds: ['SEL-110'], years: [1958, 2003], about: 'shelter', longest: 120 },
  laerken: { stay: 'home', grounds: ['SEL-109'], years: [1972, 2004], about: 'shelter', longest: 110 },
  broen: { stay: 'home', grounds: ['BL-43'], years: [2009, 2012], about: 'young', longest: 800 },
  krogen: { stay: 'respite', grounds: ['BL-80-90'], years: [2010, 2020], about: 'respite', longest: 1500 },
}

function givenName(d: Dice, pronoun: string, year: number): string {
  const woman = pronoun === 'hun'
  if (year < 1966) return d.pick(woman ? names.womenOld : names.menOld)
  if (year < 1995) return d.pick(woman ? names.womenMid : names.menMid)
  return d.pick(woman ? names.womenYoung : names.menYoung)
}

/** Two of these never appear with the same picture in one unit: a repeated face is worse than none. */
function freeFace(
  unit: string,
  c: { pronoun: string; year: number; family: string },
  used: Set<number>,
  d: Dice,
): number | undefined {
  if (unit === 'krogen' || unit === 'laerken') return undefined
  const age: Look['age'] = c.year < 1966 ? 'old' : c.year < 1993 ? 'mid' : 'young'
  const look = names.lookFor(c.family)
  const skinFits = (l: Look) => isPale(l) === (look === 'pale') && (look !== 'north' || isOlive(l))
  const fits = (l: Look) => l.age === age && l.pronoun === c.pronoun && skinFits(l)
  const fit = portraitLooks.flatMap((l, i) => (fits(l) && !used.has(i) ? [i] : []))
  if (fit.length === 0 || d.chance(0.15)) return undefined
  const face = d.pick(fit)
  used.add(face)
  return face
}

function contactPersonsFor(unit: string, n: number): string[] {
  const staff = staffOf(unit).filter(
    (e) => !e.night && !['temp-worker', 'unit-leader'].includes(e.grants[0]?.role ?? ''),
  )
  return [staff[n % staff.length]?.key ?? '']
}

function dateIn(d: Dice, [from, to]: [number, number]): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${from + d.int(to - from + 1)}-${two(1 + d.int(12))}-${two(1 + d.int(28))}`
}

function relativesFor(d: Dice, year: number, family: string, n: number): DemoCitizen['contacts'] {
  if (d.chance(0.35)) return []
  const relation = year > 2008 ? d.pick(['mor', 'far']) : d.pick(['søster', 'bror', 'mor', 'datter', 'niece', 'ven'])
  const given = d.pick(names.givenFor(['bror', 'far'].includes(relation) ? 'han' : 'hun', family))
  return [{ kind: 'relative', name: `${given} ${family}`, relation, phone: phone(n + 200) }]
}

function warningsFor(d: Dice, by: string, kind: string): DemoCitizen['warnings'] {
  if (!d.chance(0.16)) return []
  const from = -10 - d.int(300)
  const review = d.int(60) - 4
  const all = [
    warn('allergy', by, from, review, 'Allergi: nødder.'),
    warn('epilepsy', by, from, review, 'Epilepsi: tag tid på anfald, ring 112 efter 5 minutter.'),
    warn('fall', by, from, review, 'Faldrisiko ved trapper. Gå ved siden af.'),
    warn('alone-time', by, from, review, 'Kan ikke være alene i trafikken.'),
    warn('other', by, from, review, 'Bliver utryg ved fremmede. Sig navn og ærinde først.'),
  ]
  return [kind === 'support' || kind === 'treatment' ? (all[4] ?? all[0]!) : d.pick(all)]
}

function addressFor(d: Dice, unit: string, kind: Kind): Partial<DemoCitizen> {
  if (kind.stay === 'home') return unit === 'laerken' || unit === 'ankeret' ? {} : { room: String(1 + d.int(30)) }
  return { address: `${d.pick(names.streets)} ${1 + d.int(90)}, 9990 Egebæk` }
}

let serial = 40

function generated(unit: string, n: number, used: Set<number>): DemoCitizen {
  const d = dice(`${unit}/${n}`)
  const kind = kinds[unit]!
  const pronoun = unit === 'laerken' ? 'hun' : d.chance(unit === 'ankeret' ? 0.2 : 0.47) ? 'hun' : 'han'
  const bornOn = dateIn(d, kind.years)
  const year = Number(bornOn.slice(0, 4))
  const given = givenName(d, pronoun, year)
  const family = d.pick(names.familyNamesFor(given))
  const contactPersons = contactPersonsFor(unit, n)
  const unknown = (unit === 'ankeret' || unit === 'laerken') && n % 2 === 0
  const face = unknown ? undefined : freeFace(unit, { pronoun, year, family }, used, d)
  serial += 1
  return person(`${unit}-${String(n).padStart(2, '0')}`, given, unknown ? '' : family, {
    ...(unknown ? { preferred: given } : { bornOn, cpr: replacementCpr(bornOn, serialFor(pronoun, serial)) }),
    ...(face === undefined ? {} : { portrait: face }),
    ...(unit === 'laerken' ? { hiddenStay: true } : {}),
    ...(d.chance(0.6) ? { about: d.pick(aboutTexts[kind.about] ?? []) } : {}),
    ...addressFor(d, unit, kind),
    pronoun,
    contacts: unknown ? [] : [...relativesFor(d, year, family, n), doctor(n)],
    warnings: warningsFor(d, contactPersons[0] ?? '', kind.stay),
    contactPersons,
    stays: [home(unit, d.pick(kind.grounds), -20 - d.int(kind.longest), kind.stay)],
  })
}

function renamed(c: DemoCitizen, like: DemoCitizen | undefined, change: Partial<DemoCitizen>): DemoCitizen {
  return like ? { ...c, family: like.family, ...change } : c
}

/** Look-alikes on purpose: same full name in Mosebo and in Bostøtten Syd, twins in Bækken. */
function withLookAlikes(unit: string, all: DemoCitizen[]): DemoCitizen[] {
  const [first, second] = all
  if (!first || !second) return all
  if (unit === 'mosebo' || unit === 'bsyd') {
    const { pronoun, given, family } = first
    all[1] = renamed(second, first, { given, pronoun, preferred: `${given} ${family} (${second.bornOn?.slice(0, 4)})` })
    all[0] = { ...first, preferred: `${given} ${family} (${first.bornOn?.slice(0, 4)})` }
  }
  if (unit === 'bakken') {
    const { bornOn = '1990-01-01', pronoun } = first
    const given = pronoun === 'hun' ? 'Anne-Mette' : 'Hans-Henrik'
    all[1] = renamed(second, first, { given, pronoun, bornOn, cpr: replacementCpr(bornOn, serialFor(pronoun, 490)) })
  }
  return all
}

function peopleOf(unit: string): DemoCitizen[] {
  const own = byHand[unit] ?? []
  const used = new Set(own.flatMap((c) => c.portrait ?? []))
  const rest = Array.from({ length: (places[unit]?.primary ?? 0) - own.length }, (_, i) => generated(unit, i + 1, used))
  return [...own, ...withLookAlikes(unit, rest)]
}

/** Day places taken by people who live, or have support, somewhere else. */
function addSecondPlaces(all: DemoCitizen[]): DemoCitizen[] {
  const open = (unit: string) =>
    (places[unit]?.secondary ?? 0) - all.filter((c) => c.stays.slice(1).some((s) => s.unit === unit && !s.toDay)).length
  const left: Record<string, number> = { solsikken: open('solsikken'), bakken: open('bakken') }
  const grounds: Record<string, string> = { solsikken: 'SEL-104', bakken: 'SEL-103' }
  return all.map((c, i) => {
    const first = c.stays[0]
    if (!first || !/^(mosebo|kaerhuset|bnord|bsyd)-/.test(c.key) || i % 3 !== 0) return c
    const unit = ['solsikken', 'bakken'].find(
      (u) => (left[u] ?? 0) > 0 && (u !== 'bakken' || first.unit !== 'kaerhuset'),
    )
    if (!unit) return c
    left[unit] = (left[unit] ?? 0) - 1
    return { ...c, stays: [...c.stays, home(unit, grounds[unit] ?? '', Math.max(first.fromDay, -1500), 'day')] }
  })
}

export const citizens: DemoCitizen[] = addSecondPlaces(Object.keys(places).flatMap(peopleOf))

export function nameOf(c: DemoCitizen): string {
  return c.preferred ?? `${c.given} ${c.family}`.trim()
}
