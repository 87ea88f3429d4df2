import type { DatedRecord, LooseThread } from '#features/thread/contract.ts'
import { hrefOf, ruleWordsOf } from '#features/thread/web/index.ts'
import { type Day, dayOf } from '#kernel/lang/day.ts'
import { dueOfLoose, type ToDo } from '../rules.ts'
import { text } from './text.ts'

export type Line = ToDo & { readonly words: string; readonly about: string | undefined; readonly href: string }

export type LooseGroup = { readonly rule: string; readonly count: number; readonly since: Day | null }

export const looseHref = (rule: string): string => `/loese-traade?slags=${encodeURIComponent(rule)}`

/** Loose threads by rule, with the day the oldest came loose; most first. */
export function groupsOf(loose: readonly LooseThread[]): LooseGroup[] {
  const groups = new Map<string, LooseGroup>()
  for (const { rule, since } of loose) {
    const { count = 0, since: oldest = null } = groups.get(rule) ?? {}
    const day = since === null ? null : dayOf(since)
    groups.set(rule, {
      rule,
      count: count + 1,
      since: oldest === null || (day !== null && day < oldest) ? day : oldest,
    })
  }
  return [...groups.values()].sort((a, b) => b.count - a.count)
}

export const nameOf = ({ label, title }: { label: string | null; title: string | null }): string =>
  [label, title].filter(Boolean).join(' ')

/** What stands in a row of its own in what lies ahead: each unit's tasks, and every other kind of day. */
export const rowOf = ({ rule, who }: Pick<DatedRecord, 'rule' | 'who'>): string =>
  rule === 'plan.due' && who ? who : ruleWordsOf(rule)

export function linesOf(groups: readonly LooseGroup[], ahead: readonly DatedRecord[], today: Day): Line[] {
  const loose = groups.map(({ rule, count, since }) => ({
    id: rule,
    dueOn: dueOfLoose(since, today),
    words: text.counted(ruleWordsOf(rule), count),
    about: undefined,
    href: looseHref(rule),
  }))
  const dated = ahead.map((one) => ({
    id: `${one.rule} ${one.id}`,
    dueOn: one.dueOn,
    words: rowOf(one),
    about: nameOf(one),
    href: hrefOf(one.kind, one.id),
  }))
  return [...loose, ...dated]
}
