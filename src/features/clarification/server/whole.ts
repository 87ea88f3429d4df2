import { reaches } from '#features/org/server/index.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import type { Answer } from '../contract.ts'
import type { Template } from '../question-set.ts'
import { QuestionSetContent } from '../question-set.ts'
import type { Answering, Answers, LocalException, RoundState, UnitFacts } from '../rules.ts'
import { mayAnswerOwn, mayCoordinate, mayLead } from './permissions.ts'

export type By = { readonly id: Id; readonly at: Instant; readonly on: Day }

export type StandingRound = {
  id: Id
  unitId: Id
  number: number
  state: RoundState
  template: keyof QuestionSetContent['templates']
  begunNumber: number
  vouchedBy: Id | null
  approved: string | null
  version: number
}

const roundColumns = sql`id, unit_id as "unitId", number, state, template, begun_number as "begunNumber", vouched_by as "vouchedBy", approved::text, version`

/** The unit's present round, locked: what is done to a unit's answers is done one at a time. */
export const lockedRoundOf = (db: Db, unitId: Id) =>
  db.one<StandingRound>(sql`select ${roundColumns} from clarification.round
    where tenant_id = kernel.here() and unit_id = ${unitId} order by number desc limit 1 for update`)

/** A round that is named; only the unit's present one can be moved. */
export const lockedRound = (db: Db, id: Id) =>
  db.one<StandingRound>(sql`select ${roundColumns} from clarification.round where tenant_id = kernel.here() and id = ${id}
    and not exists (select from clarification.round later where later.tenant_id = kernel.here() and later.unit_id = round.unit_id and later.number > round.number)
    for update`)

export type Asked = {
  readonly setId: Id
  readonly number: number
  readonly content: QuestionSetContent
  /** The record of each question, by key. */
  readonly ids: ReadonlyMap<string, Id>
}

/** The questions that hold for a unit. */
export async function askedOf(db: Db, unitId: Id): Promise<Asked> {
  const row = await db.one<{ id: Id; number: number; placeId: Id; content: string }>(sql`
    select id, number, place_id as "placeId", content::text from clarification.question_set
    where tenant_id = kernel.here() and id = clarification.set_of(${unitId})`)
  if (!row) {
    refuse(refusal('clarification.no-questions'))
    throw new Problem('broken', 'kernel.broken')
  }
  const records = await db.all<{ id: Id; key: string }>(sql`select id, key from clarification.question
    where tenant_id = kernel.here() and place_id = ${row.placeId}`)
  return {
    setId: row.id,
    number: row.number,
    content: QuestionSetContent.parse(JSON.parse(row.content)),
    ids: new Map(records.map(({ key, id }) => [key, id])),
  }
}

export const templateOf = ({ content }: Asked, round: Pick<StandingRound, 'template'>): Template =>
  content.templates[round.template] ?? {}

type Kept = Pick<Answer, 'id' | 'key' | 'value' | 'unsure' | 'outside' | 'source' | 'reason' | 'told'> & {
  version: number
}

/** The unit's answers by key, with their records and reasons. */
export async function answersOf(db: Db, unitId: Id) {
  const rows = await db.all<Omit<Kept, 'value'> & { value: string | null }>(sql`
    select answer.id, question.key, answer.value::text, answer.unsure, answer.outside, answer.source, answer.reason, answer.told, answer.version
    from clarification.answer join clarification.question on question.tenant_id = answer.tenant_id and question.id = answer.question_id
    where answer.tenant_id = kernel.here() and answer.unit_id = ${unitId}`)
  const kept = rows.map((row): Kept => ({ ...row, value: row.value === null ? null : JSON.parse(row.value) }))
  const answers: Answers = Object.fromEntries(kept.map((one) => [one.key, one]))
  return { answers, kept, reasons: Object.fromEntries(kept.map(({ key, reason }) => [key, reason])) }
}

/** What decisions gave the unit beside its answers, in the order of the decisions. */
export async function exceptionsOf(db: Db, unitId: Id) {
  const rows = await db.all<{ sets: string; decision: string; decisionId: Id; title: string }>(sql`
    select gap.sets::text, 'D-' || lpad(decision.number::text, greatest(3, length(decision.number::text)), '0') as decision, decision.id as "decisionId", decision.title
    from clarification.gap join decisions.decision on decision.tenant_id = gap.tenant_id and decision.id = gap.decision_id
    where gap.tenant_id = kernel.here() and gap.unit_id = ${unitId} and gap.state = 'set-up' and gap.sets <> '[]'::jsonb
    order by decision.number, gap.number`)
  return rows.flatMap(({ sets, ...rest }) =>
    (JSON.parse(sets) as Omit<LocalException, 'decision'>[]).map((one) => ({ ...one, ...rest })),
  )
}

export async function factsOf(db: Db, unitId: Id): Promise<UnitFacts & { name: string }> {
  const row = await db.one<
    UnitFacts & { name: string }
  >(sql`select name, legal_grounds as "legalGrounds", round_the_clock as "roundTheClock" from org.unit
    where tenant_id = kernel.here() and id = ${unitId}`)
  return row!
}

/** What the one who acts is to the unit, for the rules of who answers what. */
export async function answeringOf(db: Db, { id, at, on }: By, unitId: Id): Promise<Answering> {
  const has = (right: typeof mayLead) => reaches(db, { id, at, on }, right, unitId)
  return { leads: await has(mayLead), coordinates: await has(mayCoordinate), isOfUnit: await has(mayAnswerOwn) }
}

/** Everything the rules ask of a unit. */
export async function wholeOf(db: Db, unitId: Id) {
  const asked = await askedOf(db, unitId)
  const { answers, kept, reasons } = await answersOf(db, unitId)
  const unit = await factsOf(db, unitId)
  return {
    asked,
    questions: asked.content.questions,
    answers,
    kept,
    reasons,
    unit,
    exceptions: await exceptionsOf(db, unitId),
  }
}
export type WholeUnit = Awaited<ReturnType<typeof wholeOf>>
