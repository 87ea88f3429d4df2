import { type Day, dayOf } from '#kernel/lang/day.ts'
import type { Look } from './contract.ts'

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
