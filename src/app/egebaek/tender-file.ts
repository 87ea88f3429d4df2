import { z } from 'zod'
import { Day } from '#kernel/lang/day.ts'

const RequirementId = z.string().regex(/^K-\d{3}$/)
const Letter = z.enum(['A', 'B', 'C'])
const byLetter = <T extends z.ZodType>(of: T) => z.record(Letter, of)
const levels = ['standard', 'opsætning', 'tilretning', 'anden arbejdsgang', 'tilbydes ikke'] as const
const SubKey = z.enum(['OPG', 'BRU', 'IMP', 'DAT'])
const Ranking = z.array(Letter)

const EvaluationInFile = z.object({
  model: z.object({
    priceWeight: z.int(),
    qualityWeight: z.int(),
    subcriteria: z.array(z.object({ id: SubKey, name: z.string(), weight: z.int() })),
    usabilityMapping: z.record(z.string(), z.int()),
    lockedAt: Day,
    publishedAt: Day,
  }),
  evaluators: z.array(z.string()),
  requirementSubcriterion: z.record(RequirementId, SubKey),
  individualPoints: z.record(RequirementId, byLetter(z.array(z.int()).nullable())),
  consensus: z.record(RequirementId, byLetter(z.int())),
  reasons: z.record(RequirementId, byLetter(z.string())),
  expected: z.object({
    subscores: byLetter(z.record(SubKey, z.number())),
    pricePoints: byLetter(z.number()),
    totals: byLetter(z.number()),
    ranking: Ranking,
    sensitivity: z.object({
      priceWeightWhereWinnerChanges: z.int(),
      spreadPercentFromWhichBWins: z.int(),
      spread: z.array(z.object({ spread: z.number(), ranking: Ranking })),
      irrelevantAlternative: z.array(
        z.object({ withoutBid: Letter, ranking: Ranking, totals: z.partialRecord(Letter, z.number()) }),
      ),
      leaveOneEvaluatorOut: z.array(
        z.object({ withoutEvaluator: z.int(), ranking: Ranking, totals: byLetter(z.number()) }),
      ),
      subcriterionPlusMinus10: z.array(z.object({ sub: SubKey, delta: z.int(), ranking: Ranking })),
    }),
  }),
})

export const TenderInFile = z.object({
  meta: z.object({ demoToday: Day }),
  requirementVersions: z.array(z.object({ version: z.string(), date: Day, note: z.string() })),
  decisions: z.array(z.object({ id: z.string(), date: Day, title: z.string(), why: z.string() })),
  requirements: z.array(
    z.object({ id: RequirementId, weight: z.int(), level: z.enum(['mindstekrav', 'vurderes', 'option']) }),
  ),
  vendors: z.array(
    z.object({
      id: z.string(),
      letter: Letter,
      name: z.string(),
      tco4y: z.int(),
      setup: z.int(),
      yearly: z.int(),
      usabilitySolved: z.int(),
      fit: z.record(z.enum(levels), z.int()),
      adaptations: z.int(),
    }),
  ),
  vendorAnswers: z.array(
    z.object({
      vendor: z.string(),
      requirement: RequirementId,
      level: z.enum(levels),
      text: z.string(),
      hours: z.int().optional(),
    }),
  ),
  evaluation: EvaluationInFile,
  tenderQA: z.array(
    z.object({
      id: z.string().regex(/^SS-\d\d$/),
      askedAt: Day,
      question: z.string(),
      answer: z.string(),
      requirements: z.array(RequirementId),
    }),
  ),
  adaptations: z.array(
    z.object({
      id: z.string().regex(/^T-\d\d$/),
      requirement: RequirementId,
      title: z.string(),
      vendor: z.string(),
      hours: z.int(),
      price: z.int(),
      status: z.enum(['afvist', 'bestilt', 'udskudt']),
      decision: z.string(),
      outcome: z.string(),
    }),
  ),
  gaps: z.array(
    z.object({
      id: z.string(),
      unit: z.string(),
      text: z.string(),
      status: z.string(),
      decision: z.string().nullable(),
      requirements: z.array(RequirementId),
    }),
  ),
})
export type TenderInFile = z.infer<typeof TenderInFile>
