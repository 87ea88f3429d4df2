import { type NoteKind, noteKinds, type Running } from '#features/org/contract.ts'
import { type Day, isBefore } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import type { Change, Given, SettingValue, SourceKind } from './contract.ts'
import { type SettingKey, type SettingSpec, settingKeys, specOf } from './settings.ts'

/** Setting to value, as a template or the product has them. */
export type Values = Readonly<Partial<Record<SettingKey, SettingValue>>>
/** A whole set-up. A key that is missing is not part of it. */
export type SetUp = ReadonlyMap<SettingKey, Given>

const rank: Record<SourceKind, number> = { product: 0, template: 1, answer: 2, decision: 3 }

/**
 * What holds of all that was given: product, then template, then the unit's own answer, then a local exception with a decision.
 * Among equals the later wins. The order of kinds never depends on the order they are given in: a template that comes late overwrites nobody's answer.
 */
export function resolve(given: readonly Given[]): SetUp {
  const held = new Map<SettingKey, Given>()
  for (const one of given) {
    const before = held.get(one.key)
    if (!before || rank[one.source.kind] >= rank[before.source.kind]) held.set(one.key, one)
  }
  return new Map(settingKeys.flatMap((key) => (held.has(key) ? [[key, held.get(key)!] as const] : [])))
}

/** Only what was given of a value, without since when it holds. */
export const bare = ({ key, value, source }: Given): Given => ({ key, value, source })

export const setUpOf = (given: readonly Given[]): SetUp => new Map(given.map((one) => [one.key, one]))

export const isSameValue = (a: SettingValue, b: SettingValue): boolean => JSON.stringify(a) === JSON.stringify(b)
const isSameSource = (a: Given, b: Given): boolean =>
  a.source.kind === b.source.kind &&
  a.source.ref === b.source.ref &&
  a.source.label === b.source.label &&
  a.source.record?.id === b.source.record?.id

/** What would become different, value by value, in the order of the settings. */
export const diff = (before: SetUp, after: SetUp): Change[] =>
  settingKeys.flatMap((key) => {
    const [old = null, then = null] = [before.get(key), after.get(key)]
    const same = old === then || (old !== null && then !== null && isSameValue(old.value, then.value))
    return same ? [] : [{ key, old, new: then }]
  })

/** Of the settings whose value stays: those that now come from somewhere else. */
export const rooted = (before: SetUp, after: SetUp): Given[] =>
  [...after.values()].filter((then) => {
    const old = before.get(then.key)
    return old !== undefined && isSameValue(old.value, then.value) && !isSameSource(old, then)
  })

/** Nothing is asked for: off, none, or an empty list. */
const asksNothing = (value: SettingValue): boolean =>
  value === null || value === false || (Array.isArray(value) && value.length === 0)

const optionsOf = (spec: SettingSpec) => ('options' in spec ? spec.options : {})

/** Of a value: what the product does not run yet. `all`: the whole setting waits; otherwise the options that do. */
export function waits(key: SettingKey, value: SettingValue): 'all' | readonly string[] {
  const spec = specOf(key)
  if (asksNothing(value)) return []
  if (!spec.runs) return 'all'
  const options = optionsOf(spec)
  return [value].flat().filter((one) => typeof one === 'string' && options[one]?.runs === false) as string[]
}
/** The value, or some of it, is not run by the product yet. */
export const isWaiting = (key: SettingKey, value: SettingValue): boolean => waits(key, value).length > 0

const spans =
  /^(([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d|(man|tir|ons|tor|fre|lør|søn) \d\d:\d\d-(man|tir|ons|tor|fre|lør|søn) \d\d:\d\d)$/

/** Whether a value is one the setting may have; null is "none" for what is chosen. */
function fits(spec: SettingSpec, value: SettingValue): boolean {
  const isList = (of: (one: unknown) => boolean) => Array.isArray(value) && value.every(of)
  const isOption = (one: unknown) => typeof one === 'string' && Object.hasOwn(optionsOf(spec), one)
  switch (spec.kind) {
    case 'flag':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number' && value >= 0 && value <= 1000
    case 'numbers':
      return isList((one) => typeof one === 'number')
    case 'times':
      return isList((one) => typeof one === 'string' && spans.test(one)) && (value as unknown[]).length > 0
    case 'one':
      return value === null || isOption(value)
    case 'several':
      return isList(isOption) && new Set(value as string[]).size === (value as unknown[]).length
  }
}

/** Why values cannot be proposed: none twice, and each one that its setting may have. */
export function whyNotPropose(given: readonly Given[]): Refusal | undefined {
  if (new Set(given.map(({ key }) => key)).size !== given.length) return refusal('profiles.twice', {}, 'values')
  const odd = given.findIndex(({ key, value }) => !fits(specOf(key), value))
  return odd < 0 ? undefined : refusal('profiles.no-such-value', { key: given[odd]!.key }, `values.${odd}.value`)
}

/**
 * Why a proposal cannot say that values come from a template: they differ from what it has. Whatever differs has an answer or a
 * decision behind it. A template that does not name a setting says nothing of it.
 */
export function whyNotRooted(given: readonly Given[], template: Values): Refusal | undefined {
  const odd = given.findIndex(({ key, value, source }) => {
    const theirs = source.kind === 'template' ? template[key] : undefined
    return theirs !== undefined && !isSameValue(theirs, value)
  })
  return odd < 0 ? undefined : refusal('profiles.not-the-template', { key: given[odd]!.key }, `values.${odd}.source`)
}

/**
 * Why single values cannot be proposed over what holds. A person's proposal comes from an answer or a decision, never from nowhere;
 * and an answer does not push a decision aside.
 */
export function whyNotSuggest(live: SetUp, given: readonly Given[]): Refusal | undefined {
  const unrooted = given.findIndex(({ source }) => rank[source.kind] < rank.answer)
  if (unrooted >= 0) return refusal('profiles.needs-a-reason', {}, `values.${unrooted}.source`)
  const weak = given.findIndex(({ key, source }) => rank[source.kind] < rank[live.get(key)?.source.kind ?? 'product'])
  if (weak >= 0) return refusal('profiles.source-too-weak', { key: given[weak]!.key }, `values.${weak}.source`)
  return whyNotPropose(given)
}

/** Why a template cannot be released with these values. */
export function whyNotRelease(values: Readonly<Record<string, SettingValue>>): Refusal | undefined {
  const unknown = Object.keys(values).find((key) => !(settingKeys as readonly string[]).includes(key))
  if (unknown !== undefined) return refusal('profiles.no-such-setting', { key: unknown }, 'settings')
  const odd = settingKeys.find((key) => values[key] !== undefined && !fits(specOf(key), values[key]))
  return odd ? refusal('profiles.no-such-value', { key: odd }, `settings.${odd}`) : undefined
}

export type Offered = {
  readonly changes: { key: SettingKey; old: SettingValue; new: SettingValue }[]
  readonly keeps: { key: SettingKey; value: SettingValue; offered: SettingValue }[]
}

/**
 * What a template would change of a live set-up, and what stands against it: a unit's own answer and a decision are never overwritten,
 * however new the template is.
 */
export function offered(live: SetUp, template: Values): Offered {
  const apart = settingKeys.flatMap((key) => {
    const [held, then] = [live.get(key), template[key]]
    return held && then !== undefined && !isSameValue(held.value, then) ? [{ key, held, then }] : []
  })
  const isOwn = ({ held }: { held: Given }) => rank[held.source.kind] >= rank.answer
  return {
    changes: apart.filter((one) => !isOwn(one)).map(({ key, held, then }) => ({ key, old: held.value, new: then })),
    keeps: apart.filter(isOwn).map(({ key, held, then }) => ({ key, value: held.value, offered: then })),
  }
}

type Applying = {
  /** Day it was applied already. */
  readonly appliedOn: Day | null
  readonly fromOn: Day
  readonly today: Day
  /** The latest change that stands: what is known by whoever applies, and what there is. */
  readonly seenId: string | null
  readonly standing: { readonly id: string; readonly fromOn: Day } | undefined
  readonly changes: number
}

/** Why a proposal cannot be applied on a day. */
export function whyNotApply(given: Applying): Refusal | undefined {
  const { appliedOn, fromOn, today, seenId, standing, changes } = given
  if (appliedOn) return refusal('profiles.applied-already', { fromOn: appliedOn })
  if (isBefore(fromOn, today)) return refusal('profiles.applies-backwards', {}, 'fromOn')
  if (seenId !== (standing?.id ?? null)) return refusal('profiles.another-applied')
  if (standing && isBefore(fromOn, standing.fromOn))
    return refusal('profiles.out-of-order', { fromOn: standing.fromOn }, 'fromOn')
  if (changes === 0) return refusal('profiles.changes-nothing')
  return undefined
}

type Undoing = { readonly isUndone: boolean; readonly isLatest: boolean; readonly leaning: number }

/** Why a change cannot be taken back. `leaning`: records that were made because of it. */
export function whyNotUndo({ isUndone, isLatest, leaning }: Undoing): Refusal | undefined {
  if (isUndone) return refusal('profiles.undone-already')
  if (!isLatest) return refusal('profiles.not-the-latest')
  return leaning > 0 ? refusal('profiles.is-leant-on', { count: leaning }) : undefined
}

/** A value as a project's files write it, in the product's words; undefined when it has no such word. */
export function fromTheirs(key: SettingKey, theirs: SettingValue): SettingValue | undefined {
  const options = Object.entries(optionsOf(specOf(key)))
  const one = (word: unknown) => options.find(([, option]) => option.theirs === word)?.[0]
  if (options.length === 0 || theirs === null) return theirs
  if (!Array.isArray(theirs)) return one(theirs)
  const words = theirs.map(one)
  return words.includes(undefined) ? undefined : (words as string[])
}

/** And back. */
export function toTheirs(key: SettingKey, value: SettingValue): SettingValue {
  const options = optionsOf(specOf(key))
  const one = (word: string) => options[word]?.theirs ?? word
  if (typeof value === 'string') return one(value)
  return Array.isArray(value) && typeof value[0] === 'string' ? (value as string[]).map(one) : value
}

/** Local start of each shift, in order of the day, of spans: `23:00-07:00` begins at 23:00, `fre 15:00-søn 17:00` at 15:00. */
export const shiftStartsOf = (times: readonly string[]): string[] =>
  [...new Set(times.map((span) => /\d\d:\d\d/.exec(span)![0]))].sort()

const DAYS_A_WEEK = 7
/** Weeks between evaluations that a goal may have. @source features/goals/contract.ts */
const MOST_WEEKS = 26

/**
 * What care runs on of a set-up. What it does not say, or what the product does not do, is null: then it is as it is for everybody.
 * The diary that is about nobody stays, whatever kinds of note were chosen.
 */
export function runningOf(setUp: SetUp): Running {
  const worth = <T extends SettingValue>(key: SettingKey): T | null => (setUp.get(key)?.value ?? null) as T | null
  const types = worth<string[]>('journal.types') ?? []
  const inOrder = types.filter((kind): kind is NoteKind => (noteKinds as readonly string[]).includes(kind))
  const times = worth<string[]>('shift.times')
  const days = worth<number>('goals.followUpDays')
  return {
    noteKinds: inOrder.length > 0 ? [...inOrder, 'unit'] : null,
    shiftStarts: times && times.length > 0 ? shiftStartsOf(times) : null,
    citizenWord: worth<NonNullable<Running['citizenWord']>>('terminology.citizen'),
    handover: worth<boolean>('handover.enabled'),
    handoverOrder: worth<NonNullable<Running['handoverOrder']>>('handover.order'),
    takesOver: worth<boolean>('handover.ack'),
    goals: worth<boolean>('modules.goals'),
    goalWeeks: days ? Math.min(MOST_WEEKS, Math.max(1, Math.ceil(days / DAYS_A_WEEK))) : null,
    packPlace: worth<NonNullable<Running['packPlace']>>('continuity.pack'),
  }
}
