import type { EvaluationInput, Model } from '#features/tender/model.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { TenderInFile } from './tender-file.ts'

/** Ids of the file's requirements and vendors, however they are made. */
export type Ids = { requirement: (label: string) => Id; bid: (letter: string) => Id }

const OERE = 100
const PARTICIPANTS = 10
const YEARS = 4

const meanings = [
  { points: 10, text: 'Alle deltrin støttes uden omveje, og problemet er løst.' },
  { points: 8, text: 'Støttes efter opsætning pr. enhed.' },
  { points: 5, text: 'Støttes først efter tilretning, eller opgaven klares med ekstra skridt.' },
  { points: 0, text: 'Opgaven støttes ikke.' },
]

/** Minimum requirements are met or not met; only the others give points. */
export function modelOf(file: TenderInFile, { requirement }: Ids): Model {
  const { model, requirementSubcriterion } = file.evaluation
  const trialled = Object.entries(requirementSubcriterion).find(([, key]) => key === 'BRU')![0]
  return {
    method: 'points',
    scale: 10,
    meanings,
    priceWeight: model.priceWeight,
    priceFormula: { kind: 'linear', spreadPercent: 50 },
    subcriteria: model.subcriteria.map(({ id, name, weight }) => ({ key: id, name, weight, charge: null })),
    rows: file.requirements
      .filter(({ level }) => level === 'vurderes')
      .map(({ id, weight }) => ({
        requirementId: requirement(id),
        subcriterion: requirementSubcriterion[id]!,
        weight,
      })),
    consensus: { rule: 'median', rounding: 'half-even' },
    trial: {
      requirementId: requirement(trialled),
      participants: PARTICIPANTS,
      points: Object.entries(model.usabilityMapping)
        .filter(([solved]) => /^\d+$/.test(solved))
        .map(([solved, points]) => ({ solved: Number(solved), points })),
      text: 'Ti medarbejdere løser seks nøgleopgaver uden hjælp på højst 20 minutter. Samme opgaver til alle.',
    },
    priceLines: [
      { key: 'OPSTART', name: 'Etablering, opsætning og oplæring', times: 1 },
      { key: 'DRIFT', name: 'Licens, drift og support pr. år', times: YEARS },
    ],
    decimals: 4,
    tie: 'lowest-price',
  }
}

export function evaluationOf(file: TenderInFile, ids: Ids): EvaluationInput {
  const { individualPoints, evaluators } = file.evaluation
  return {
    model: modelOf(file, ids),
    evaluators: evaluators.length,
    bids: file.vendors.map(({ letter, name, tco4y, usabilitySolved }) => ({
      id: ids.bid(letter),
      letter,
      name,
      priceOere: tco4y * OERE,
      trialSolved: usabilitySolved,
    })),
    scores: Object.entries(individualPoints).flatMap(([label, byLetter]) =>
      Object.entries(byLetter).flatMap(([letter, points]) =>
        points
          ? [{ bidId: ids.bid(letter), requirementId: ids.requirement(label), byEvaluator: points, agreed: null }]
          : [],
      ),
    ),
  }
}
