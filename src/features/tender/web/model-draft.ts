import type { requirements } from '#features/requirements/contract.ts'
import type { OutputOf } from '#kernel/lang/contract.ts'
import type { Model } from '../model.ts'

export type SetOfRequirements = Pick<OutputOf<typeof requirements.table>, 'areas' | 'requirements'>

/** The model while it is written: numbers as text, and one subcriterion for each area. */
export type Draft = {
  priceWeight: string
  spread: string
  subcriteria: { key: string; name: string; weight: string }[]
  rule: Model['consensus']['rule']
  areas: Readonly<Record<string, string>>
}

/** @source Egebæk's model: a beginning that has been used, with weights to think about */
const beginning: Draft = {
  priceWeight: '35',
  spread: '50',
  subcriteria: [
    { key: 'OPG', name: 'Opgavestøtte', weight: '50' },
    { key: 'IMP', name: 'Implementering og samarbejde', weight: '15' },
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
    priceWeight: String(model.priceWeight),
    spread: model.priceFormula.kind === 'linear' ? String(model.priceFormula.spreadPercent) : '',
    subcriteria: model.subcriteria.map(({ key, name, weight }) => ({ key, name, weight: String(weight) })),
    rule: model.consensus.rule,
    areas: areasOf(known, model),
  }
}

/** Deliveries (J) count for themselves where there are any; else one subcriterion carries all quality. */
function deliveriesApart({ areas }: SetOfRequirements): Draft {
  const deliveries = areas.filter(({ section }) => section === 'J').map(({ id }) => [id, 'IMP'])
  if (deliveries.length === 0) return { ...beginning, subcriteria: [{ ...beginning.subcriteria[0]!, weight: '65' }] }
  return { ...beginning, areas: Object.fromEntries(deliveries) }
}

const numberOf = (written: string): number => Math.max(0, Math.round(Number(written.replace(',', '.')) || 0))
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
    method: 'points',
    scale: base?.scale ?? 10,
    meanings: base?.meanings ?? [],
    priceWeight: numberOf(draft.priceWeight),
    priceFormula: draft.spread.trim()
      ? { kind: 'linear', spreadPercent: numberOf(draft.spread) }
      : { kind: 'relative' },
    subcriteria: draft.subcriteria.map(({ key, name, weight }) => ({
      key,
      name,
      weight: numberOf(weight),
      charge: null,
    })),
    rows: counted.map(({ id, areaId, weight }) => ({
      requirementId: id,
      subcriterion: keyOf(areaId),
      weight: before.get(id)?.weight ?? weight,
    })),
    consensus: { rule: draft.rule, rounding: base?.consensus.rounding ?? 'half-even' },
    trial: base?.trial ?? null,
    priceLines: base?.priceLines ?? [
      { key: 'OPSTART', name: 'Etablering, opsætning og oplæring', times: 1 },
      { key: 'DRIFT', name: 'Licens, drift og support pr. år', times: 4 },
    ],
    decimals: base?.decimals ?? 4,
    tie: base?.tie ?? 'lowest-price',
  }
}
