import type { requirements } from '#features/requirements/contract.ts'
import type { OutputOf } from '#kernel/lang/contract.ts'
import type { Model } from '../model.ts'

export type SetOfRequirements = Pick<OutputOf<typeof requirements.table>, 'areas' | 'requirements'>

/** The model while it is written: numbers as text, and one subcriterion for each area. */
export type Draft = {
  method: Model['method']
  scale: string
  meanings: { points: string; text: string }[]
  priceLines: { key: string; name: string; times: string }[]
  trial: TrialDraft | null
  priceWeight: string
  spread: string
  /** `charge`: what a bid without a point is charged in a price model, `500.000` (kr.) or `10 %`. */
  subcriteria: { key: string; name: string; weight: string; charge: string }[]
  rule: Model['consensus']['rule']
  areas: Readonly<Record<string, string>>
}

export type TrialDraft = {
  requirementId: string | null
  participants: string
  text: string
  points: { solved: string; points: string }[]
}

/** A trial as many have held it: how many of so many users solve the tasks. */
export const aTrial: TrialDraft = {
  requirementId: null,
  participants: '8',
  text: '',
  points: [
    { solved: '0', points: '0' },
    { solved: '8', points: '10' },
  ],
}

/** @source Egebæk's model: a beginning that has been used, with weights to think about */
const beginning: Draft = {
  method: 'points',
  scale: '10',
  meanings: [],
  priceLines: [
    { key: 'OPSTART', name: 'Etablering, opsætning og oplæring', times: '1' },
    { key: 'DRIFT', name: 'Licens, drift og support pr. år', times: '4' },
  ],
  trial: null,
  priceWeight: '35',
  spread: '50',
  subcriteria: [
    { key: 'OPG', name: 'Opgavestøtte', weight: '50', charge: '' },
    { key: 'IMP', name: 'Implementering og samarbejde', weight: '15', charge: '' },
  ],
  rule: 'median',
  areas: {},
}

/** Where most requirements of an area count is where the area counts. */
function areasOf({ requirements: rows }: SetOfRequirements, { rows: counted }: Model): Record<string, string> {
  const areaOf = new Map(rows.map(({ id, areaId }) => [id, areaId]))
  const areas: Record<string, string> = {}
  for (const { requirementId, subcriterion } of counted) {
    const area = areaOf.get(requirementId)
    if (area) areas[area] ??= subcriterion
  }
  return areas
}

export function draftOf(known: SetOfRequirements, model: Model | undefined): Draft {
  if (!model) return deliveriesApart(known)
  return {
    method: model.method,
    scale: String(model.scale),
    meanings: model.meanings.map(({ points, text }) => ({ points: written(points), text })),
    priceLines: model.priceLines.map(({ key, name, times }) => ({ key, name, times: String(times) })),
    trial: model.trial && trialDraft(model.trial),
    priceWeight: String(model.priceWeight),
    spread: model.priceFormula.kind === 'linear' ? String(model.priceFormula.spreadPercent) : '',
    subcriteria: model.subcriteria.map(({ key, name, weight, charge }) => ({
      ...{ key, name, weight: String(weight), charge: chargeWords(charge) },
    })),
    rule: model.consensus.rule,
    areas: areasOf(known, model),
  }
}

const written = (points: number): string => String(points).replace('.', ',')

const trialDraft = ({ requirementId, participants, points, text }: NonNullable<Model['trial']>): TrialDraft => ({
  ...{ requirementId, text, participants: String(participants) },
  points: points.map((one) => ({ solved: String(one.solved), points: written(one.points) })),
})

type Charge = Model['subcriteria'][number]['charge']

function chargeWords(charge: Charge): string {
  if (!charge) return ''
  return 'percent' in charge ? `${charge.percent} %` : written(charge.oere / 100)
}

/** Kroner as people write them, with dots between thousands; with a sign it is per cent of the bid's own price. */
export function chargeOf(words: string): Charge {
  const number = Number(words.replace(/[%.\s]|kr/gi, '').replace(',', '.'))
  if (words.trim() === '' || !Number.isFinite(number) || number < 0) return null
  return words.includes('%') ? { percent: Math.round(number) } : { oere: Math.round(number * 100) }
}

/** The first key of a row that no other row has. */
export function freeKey(letters: string, rows: readonly { key: string }[]): string {
  const taken = new Set(rows.map(({ key }) => key))
  let at = rows.length + 1
  while (taken.has(`${letters}${at}`)) at++
  return `${letters}${at}`
}

/** Deliveries (J) count for themselves where there are any; else one subcriterion carries all quality. */
function deliveriesApart({ areas }: SetOfRequirements): Draft {
  const deliveries = areas.filter(({ section }) => section === 'J').map(({ id }) => [id, 'IMP'])
  if (deliveries.length === 0) return { ...beginning, subcriteria: [{ ...beginning.subcriteria[0]!, weight: '65' }] }
  return { ...beginning, areas: Object.fromEntries(deliveries) }
}

const decimalOf = (words: string): number => Math.max(0, Number(words.replace(',', '.')) || 0)
const numberOf = (words: string): number => Math.round(decimalOf(words))

function trialOf(trial: TrialDraft | null): Model['trial'] {
  if (!trial?.requirementId) return null
  const points = trial.points.map((one) => ({ solved: numberOf(one.solved), points: decimalOf(one.points) }))
  const { requirementId, text } = trial
  return { requirementId, text: text.trim(), participants: numberOf(trial.participants), points }
}

export const sumOf = ({ priceWeight, subcriteria }: Draft): number =>
  subcriteria.reduce((sum, { weight }) => sum + numberOf(weight), numberOf(priceWeight))

export function modelOf(draft: Draft, { requirements: rows }: SetOfRequirements, base: Model | undefined): Model {
  const first = draft.subcriteria[0]!.key
  const keys = draft.subcriteria.map(({ key }) => key)
  const keyOf = (areaId: string) => (keys.includes(draft.areas[areaId] ?? '') ? draft.areas[areaId]! : first)
  const before = new Map((base?.rows ?? []).map((row) => [row.requirementId, row]))
  const counted = rows.filter(
    ({ level, state }) => level === 'evaluated' && state !== 'dropped' && state !== 'proposed',
  )
  return {
    method: draft.method,
    scale: numberOf(draft.scale),
    meanings: draft.meanings
      .filter(({ text }) => text.trim() !== '')
      .map(({ points, text }) => ({ points: decimalOf(points), text: text.trim() })),
    priceWeight: numberOf(draft.priceWeight),
    priceFormula: draft.spread.trim()
      ? { kind: 'linear', spreadPercent: numberOf(draft.spread) }
      : { kind: 'relative' },
    subcriteria: draft.subcriteria.map(({ key, name, weight, charge }) => ({
      key,
      name,
      weight: numberOf(weight),
      charge: draft.method === 'price' ? chargeOf(charge) : null,
    })),
    rows: counted.map(({ id, areaId, weight }) => ({
      requirementId: id,
      subcriterion: keyOf(areaId),
      weight: before.get(id)?.weight ?? weight,
    })),
    consensus: { rule: draft.rule, rounding: base?.consensus.rounding ?? 'half-even' },
    trial: trialOf(draft.trial),
    priceLines: draft.priceLines.map(({ key, name, times }) => ({ key, name, times: numberOf(times) })),
    decimals: base?.decimals ?? 4,
    tie: base?.tie ?? 'lowest-price',
  }
}
