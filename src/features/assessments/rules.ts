import type { Day } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import type { Band, Condition, Field, Form, Given } from './contract.ts'

type Value = Given[string] | undefined

function holds({ op, value }: Condition, given: Value): boolean {
  if (op === 'at-least') return typeof given === 'number' && typeof value === 'number' && given >= value
  const is = Array.isArray(given) ? (given as unknown[]).includes(value) : given === value
  return op === 'is' ? is : given !== undefined && given !== null && !is
}

/** What one answer counts: its points, or itself when it is a number. */
function pointsOf(field: Field, value: Value): number {
  if (typeof value === 'number') return value
  const chosen = Array.isArray(value) ? (value as unknown[]) : [value]
  if (field.kind === 'yes-no') return value === true ? 1 : 0
  return (field.choices ?? [])
    .filter(({ key }) => chosen.includes(key))
    .reduce((sum, { points = 0 }) => sum + points, 0)
}

type Settled = { shown: Field[]; kept: Given }

/** In order, so that a condition or a sum sees what stands before it as it was kept: never what came in for a hidden field, or for a sum. */
function settle(form: Pick<Form, 'fields'>, given: Given): Settled {
  const shown: Field[] = []
  const kept: Given = {}
  for (const field of form.fields) {
    const { showIf, key } = field
    if (showIf && !(shown.some((one) => one.key === showIf.field) && holds(showIf, kept[showIf.field]))) continue
    const value = field.kind === 'sum' ? sumOf(field, shown, kept) : given[key]
    if (value !== undefined && value !== null) kept[key] = value
    shown.push(field)
  }
  return { shown, kept }
}

const sumOf = ({ of = [] }: Field, shown: readonly Field[], kept: Given): number =>
  shown.filter(({ key }) => of.includes(key)).reduce((sum, one) => sum + pointsOf(one, kept[one.key]), 0)

/** Fields to show, in order. What hangs on a hidden field is hidden too. */
export const shownFields = (form: Pick<Form, 'fields'>, given: Given): Field[] => settle(form, given).shown

/** Answers to what is shown, with the sums worked out; whatever stands in hidden fields is left out. */
export const settled = (form: Pick<Form, 'fields'>, given: Given): Given => settle(form, given).kept

/** Null while what it is made of has not been answered. */
export function scoreOf(form: Pick<Form, 'fields' | 'score'>, given: Given): number | null {
  if (!form.score) return null
  const kept = settled(form, given)
  const field = form.fields.find(({ key }) => key === form.score)
  const isBegun = field?.kind !== 'sum' || field.of?.some((key) => kept[key] !== undefined)
  const value = kept[form.score]
  return isBegun && typeof value === 'number' ? Math.round(value) : null
}

export const bandOf = ({ bands }: Pick<Form, 'bands'>, score: number | null): Band | undefined =>
  score === null ? undefined : bands.find(({ from, to }) => score >= from && score <= to)

const gapAt = (bands: readonly Band[]) => bands.findIndex((band, at) => at > 0 && band.from !== bands[at - 1]!.to + 1)

/** Why a form cannot be used as it is made. */
export function whyNotForm({ fields, bands, score }: Form): Refusal | undefined {
  const seen = new Set<string>()
  for (const [at, { key, showIf, kind, choices, of }] of fields.entries()) {
    if (seen.has(key)) return refusal('assessments.field-twice', {}, `form.fields.${at}.key`)
    if (showIf && !seen.has(showIf.field)) return refusal('assessments.condition-ahead', {}, `form.fields.${at}.showIf`)
    if ((kind === 'choice' || kind === 'multi-choice') && !choices?.length)
      return refusal('assessments.no-choices', {}, `form.fields.${at}.choices`)
    if (kind === 'sum' && !of?.every((one) => seen.has(one)))
      return refusal('assessments.sum-ahead', {}, `form.fields.${at}.of`)
    seen.add(key)
  }
  if (score && !seen.has(score)) return refusal('assessments.score-unknown', {}, 'form.score')
  if (bands.some(({ from, to }) => to < from) || gapAt(bands) >= 0)
    return refusal('assessments.bands-with-gaps', {}, 'form.bands')
  return undefined
}

const numeric = ['number', 'scale', 'tally']

function whyNotValue(field: Field, value: Value): Refusal | undefined {
  if (value === undefined || value === null) return undefined
  const at = `given.${field.key}`
  if (numeric.includes(field.kind)) {
    const { min = -1_000_000, max = 1_000_000 } = field
    if (typeof value !== 'number') return refusal('assessments.no-number', {}, at)
    if (value < min || value > max) return refusal('assessments.out-of-range', { min, max }, at)
  }
  if (field.kind === 'choice' && !field.choices?.some(({ key }) => key === value))
    return refusal('assessments.not-a-choice', {}, at)
  return undefined
}

const isEmpty = (value: Value) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

const whyNotField = (field: Field, value: Value, sign: boolean): Refusal | undefined =>
  whyNotValue(field, value) ??
  (sign && field.required && field.kind !== 'sum' && isEmpty(value)
    ? refusal('assessments.required', { field: field.key }, `given.${field.key}`)
    : undefined)

/** Everything that stands in the way, in the order of the fields; what is required is asked for only when somebody signs. */
export const whyNotsAnswer = (form: Form, given: Given, sign: boolean): Refusal[] =>
  shownFields(form, given).flatMap((field) => whyNotField(field, given[field.key], sign) ?? [])

/** Why answers cannot be put away: the first of it. */
export const whyNotAnswer = (form: Form, given: Given, sign: boolean): Refusal | undefined =>
  whyNotsAnswer(form, given, sign)[0]

export const whyNotOn = (answeredOn: Day, today: Day): Refusal | undefined =>
  answeredOn > today ? refusal('assessments.in-the-future', {}, 'answeredOn') : undefined

/** How much a band asks for, from calm to much: only what tones say by their order, nothing clinical. */
const weights: Readonly<Record<Band['tone'], number>> = { ok: 0, neutral: 1, info: 1, attention: 2, violet: 3 }
export const weightOf = ({ tone }: Pick<Band, 'tone'>): number => weights[tone]
