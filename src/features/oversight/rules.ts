import { addDays, type Day, dayOf, daysBetween } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import { type Judgement, type Look, MOST_DAYS } from './contract.ts'

/** Look-ups drawn at random, for each unit and month. */
export const RANDOM_A_UNIT = 5
/** What stands out that a leader is asked about, for each unit and week; the rest is only counted. */
export const OUTLIERS_A_UNIT = 10
/** One person opening this many different citizens, one by one, within one hour of the clock. */
export const MANY_CITIZENS = 20
/** A surname is only a sign while it is rare: borne by at most this many employees and citizens together. */
export const RARE_SURNAME = 5
/** Local hours in which a look-up stands out unless whoever looked also wrote, or took over a shift, within HOURS_OF_DUTY. */
export const NIGHT = { from: 23, to: 7 } as const
/** The roster is not in this system: having written or taken over within so many hours is what is known of a duty. */
export const HOURS_OF_DUTY = 8
export const DAYS_TO_REVIEW = 14
export const DAYS_BETWEEN_REMINDERS = 7
/** After so many reminders the data protection officer has it. */
export const REMINDERS = 2

/** Why a look-up cannot be judged so. */
export function whyNotJudge(judgement: Judgement, note: string | null): Refusal | undefined {
  return judgement !== 'work-need' && !note?.trim() ? refusal('oversight.note-missing', {}, 'note') : undefined
}

/** Why a period cannot be asked about. */
export function whyNotPeriod(from: Day, to: Day): Refusal | undefined {
  const days = daysBetween(from, to)
  return days < 0 || days >= MOST_DAYS ? refusal('oversight.too-long', {}, 'from') : undefined
}

/** The last whole month, and the last whole week from Monday, before a day. */
export function lastMonth(today: Day): { from: Day; to: Day } {
  const to = addDays(`${today.slice(0, 7)}-01`, -1)
  return { from: `${to.slice(0, 7)}-01`, to }
}
export function lastWeek(today: Day): { from: Day; to: Day } {
  const monday = addDays(today, -((new Date(today).getUTCDay() + 6) % 7))
  return { from: addDays(monday, -7), to: addDays(monday, -1) }
}

export type Act = { readonly action: string; readonly purpose: string | null; readonly count: number }
/** What one person did with the citizen on one day. */
export type Visit = {
  readonly key: string
  readonly name: string | null
  readonly roles: readonly string[]
  readonly unitName: string | null
  readonly firstAt: string
  readonly lastAt: string
  readonly acts: readonly Act[]
  /** Attempts that were refused. */
  readonly denied: number
}
export type LookDay = { readonly day: Day; readonly visits: readonly Visit[] }

const whoOf = ({ name, roles, unitName, outcome }: Look) =>
  `${name ?? ''} ${roles.join()} ${unitName ?? ''} ${outcome === 'denied'}`

function groupBy<T>(of: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of of) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

function actsOf(looks: readonly Look[]): Act[] {
  const done = looks.filter(({ outcome }) => outcome !== 'denied')
  return [...groupBy(done, ({ action, purpose }) => `${action} ${purpose ?? ''}`).values()].map((same) => ({
    action: same[0]!.action,
    purpose: same[0]!.purpose,
    count: same.length,
  }))
}

function visitOf(key: string, looks: readonly Look[]): Visit {
  const [latest] = looks as [Look]
  return {
    key,
    name: latest.name,
    roles: latest.roles,
    unitName: latest.unitName,
    firstAt: looks.at(-1)!.at,
    lastAt: latest.at,
    acts: actsOf(looks),
    denied: looks.filter(({ outcome }) => outcome === 'denied').length,
  }
}

/** Look-ups, latest first, gathered by local day and by who it was: opening a page is many entries and one visit. */
export const byDay = (looks: readonly Look[]): LookDay[] =>
  [...groupBy(looks, ({ at }) => dayOf(at))].map(([day, ofDay]) => ({
    day,
    visits: [...groupBy(ofDay, whoOf)].map(([key, own]) => visitOf(key, own)),
  }))
