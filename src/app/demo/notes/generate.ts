import { citizens, nameOf } from '../citizens.ts'
import { employees, staffOf } from '../employees.ts'
import { type Dice, dice } from '../random.ts'
import type { DemoCitizen, DemoEmployee, DemoNote } from '../shape.ts'
import { healthEnds, type Templates, templatesFor } from './templates.ts'

/** Notes a citizen has in two weeks, on average, at each unit. */
// biome-ignore format: a table
const perCitizen: Record<string, number> = {
  aastedet: 11, mosebo: 12, lyngholt: 13, kaerhuset: 18, rus: 3, bnord: 3, bsyd: 4, bakken: 5, solsikken: 4, ankeret: 8, laerken: 9, broen: 14, krogen: 4,
}

const officeHours = /^(rus|bnord|bsyd|bakken|solsikken)$/

const nightAway = employees.filter((e) => e.grants[0]?.unit === 'nat' && e.grants[0].role === 'night-worker')

function nightStaff(unit: string): DemoEmployee[] {
  const own = staffOf(unit).filter((e) => e.night)
  return own.length > 0 ? own : nightAway
}

/** Where people only come, a temp reaches those marked as come that day; of the weeks before nobody was marked. */
const mayHaveWritten = (unit: string, role: string | undefined): boolean =>
  role !== 'unit-leader' && !(role === 'temp-worker' && officeHours.test(unit))

function dayStaff(unit: string, health: boolean): DemoEmployee[] {
  const all = staffOf(unit).filter((e) => !e.night && mayHaveWritten(unit, e.grants[0]?.role))
  const nurses = all.filter((e) => e.grants[0]?.role === 'health-worker')
  return health && nurses.length > 0 ? nurses : all
}

function fill(text: string, c: DemoCitizen): string {
  const [he, him, his] = c.pronoun === 'han' ? ['han', 'ham', 'hans'] : ['hun', 'hende', 'hendes']
  const capital = `${he[0]?.toUpperCase()}${he.slice(1)}`
  const name = nameOf(c).includes(' ') ? c.given : nameOf(c)
  const slots: Record<string, string> = { N: name, h: he, H: capital, m: him, s: his }
  return text.replace(/\{([NhHms])\}/g, (_, slot: string) => slots[slot] ?? '')
}

const two = (n: number): string => String(n).padStart(2, '0')

/** What the words say about the hour: nobody ends a film before breakfast. */
const hours: [words: RegExp, from: number, count: number][] = [
  [/aften|film|I seng|musik/i, 19, 3],
  [/morgen|Stod selv op|Kom op|vækkeur|til tiden/i, 8, 2],
  [/frokost|eftermiddag|besøg af familie|Afhentet|træning/i, 14, 3],
]

function timeFor(unit: string, text: string, night: boolean, d: Dice): string {
  // The night is summed up before the day shift comes.
  if (night) return d.chance(0.5) ? `05:${two(30 + d.int(30))}` : `06:${two(d.int(51))}`
  const said = officeHours.test(unit) ? undefined : hours.find(([words]) => words.test(text))
  const [from, count] = said ? [said[1], said[2]] : officeHours.test(unit) ? [9, 6] : [9, 12]
  return `${two(from + d.int(count))}:${two(d.int(12) * 5)}`
}

function kindFor(unit: string, health: boolean): DemoNote['kind'] {
  if (health) return 'health'
  if (unit === 'bnord' || unit === 'bsyd') return 'visit'
  return unit === 'rus' ? 'conversation' : 'diary'
}

function lengthOf(pieces: string[], d: Dice): string {
  const [opening = '', middle = '', end = ''] = pieces
  const take = d.int(10)
  return take < 2 ? opening : take < 6 ? `${opening} ${middle}` : take < 8 ? `${opening} ${end}` : pieces.join(' ')
}

/** Those who stayed away or rang off have no middle: nothing more was seen of them. */
const short = /^(Meldt syg|Udeblev|Ikke hjemme)/

function textOf(body: string, night: boolean, t: Templates, d: Dice): string {
  return short.test(body) || night ? body : lengthOf([body, d.pick(t.middle), d.pick(t.end)], d).trim()
}

function made(c: DemoCitizen, unit: string, n: number): DemoNote {
  const d = dice(`note/${unit}/${c.key}/${n}`)
  const t = templatesFor[unit]!
  const [, mark, body = '', theme] = /^([hn]:)?(.*?)(?: #([a-z]+))?$/.exec(d.pick(t.opening)) ?? []
  const night = mark === 'n:'
  const health = mark === 'h:'
  const text = textOf(body, night, health ? { ...t, middle: healthEnds, end: [''] } : t, d)
  const staff = night ? nightStaff(unit) : dayStaff(unit, health)
  const own = c.contactPersons.find((k) => staff.some((e) => e.key === k))
  return {
    citizen: c.key,
    unit,
    by: own && d.chance(0.35) ? own : d.pick(staff).key,
    kind: kindFor(unit, health),
    day: d.int(14) - 13,
    time: timeFor(unit, text, night, d),
    ...(d.chance(0.2) ? { wroteAfterMinutes: 10 + d.int(9) * 10 } : {}),
    text: fill(text, c),
    ...(/^(Faldt|Løb fra)|Tilbagefald/.test(text) ? { important: true as const } : {}),
    ...(theme ? { theme } : {}),
  }
}

function madeFor(c: DemoCitizen, unit: string): DemoNote[] {
  const d = dice(`count/${unit}/${c.key}`)
  const mean = perCitizen[unit] ?? 3
  const stay = c.stays.find((s) => s.unit === unit && s.toDay === undefined)
  const count = stay ? Math.max(1, Math.round(mean * (0.6 + d.int(9) / 10))) : 0
  const seen = new Set<string>()
  return Array.from({ length: count }, (_, i) => made(c, unit, i)).filter((n) => {
    const key = n.text.slice(0, 24)
    const keep = n.day > (stay?.fromDay ?? 0) && !seen.has(key)
    seen.add(key)
    return keep
  })
}

/** The people with a written story keep it: nothing made is added to theirs. */
export function generateNotes(written: Set<string>): DemoNote[] {
  return citizens.flatMap((c) => c.stays.flatMap((s) => (written.has(`${s.unit}/${c.key}`) ? [] : madeFor(c, s.unit))))
}
