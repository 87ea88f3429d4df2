import { link, touched } from '#features/thread/server/index.ts'
import type { InputOf } from '#kernel/lang/contract.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { clarification } from '../contract.ts'
import type { AnswerValue, Question } from '../question-set.ts'
import { chosenOf, gapTextOf, isAsked, openOf, sourceOf, whyNotAnswerer, whyNotReopen, whyNotValue } from '../rules.ts'
import { keepGapOf } from './gap-of-answer.ts'
import { answerKind, questionKind } from './node-kinds.ts'
import { mayAnswer, ofRecord } from './permissions.ts'
import {
  type Asked,
  answeringOf,
  answersOf,
  askedOf,
  type By,
  lockedRound,
  lockedRoundOf,
  type StandingRound,
  templateOf,
} from './whole.ts'

type Input = InputOf<typeof clarification.answer>
type Said = Pick<Input, 'value' | 'unsure' | 'outside' | 'comment' | 'reason' | 'saidBy'>

/** The answer as it stands: what a late edit is handed back. */
type StandingAnswer = {
  id: Id | null
  unitId: Id
  value: string | null
  unsure: boolean
  outside: string | null
  answeredByName: string | null
  version: number
}

const lockedAnswer = async (db: Db, unitId: Id, key: string): Promise<StandingAnswer> => {
  await lockedRoundOf(db, unitId)
  const row = await db.one<StandingAnswer>(sql`
    select answer.id, answer.unit_id as "unitId", answer.value::text, answer.unsure, answer.outside, employee.name as "answeredByName", answer.version
    from clarification.answer join clarification.question on question.tenant_id = answer.tenant_id and question.id = answer.question_id
    join org.employee on employee.tenant_id = answer.tenant_id and employee.id = answer.answered_by
    where answer.tenant_id = kernel.here() and answer.unit_id = ${unitId} and question.key = ${key} for update of answer`)
  return row ?? { id: null, unitId, value: null, unsure: false, outside: null, answeredByName: null, version: 0 }
}

const blankAsNull = (words: string | null): string | null => words?.trim() || null

/** The answer in words; people are counted, never named on the thread. */
function toldOf(question: Question, { value, unsure, outside }: Pick<Said, 'value' | 'unsure' | 'outside'>): string {
  if (unsure) return 'ved ikke'
  if (outside) return outside
  if (value === null || value === '') return ''
  if (question.kind === 'people') return `${(value as string[]).length} personer`
  const chosen = chosenOf(question, value)
  return question.options.length ? chosen.map(({ label }) => label).join(', ') : String(value).slice(0, 300)
}

async function refusePeople(db: Db, { kind, key }: Question, value: AnswerValue | null): Promise<void> {
  if (kind !== 'people' || !Array.isArray(value)) return
  const row = await db.one<{ count: number }>(sql`select count(*)::int as count from org.employee
    where tenant_id = kernel.here() and id::text = any (${value as string[]}::text[])`)
  if (row!.count !== new Set(value as string[]).size)
    refuse(refusal('clarification.no-such-person', { question: key }, 'value'))
}

/** Writes the answer and keeps how it was given. */
async function put(
  db: Db,
  { unitId, questionId, question }: { unitId: Id; questionId: Id; question: Question },
  said: Said & { source: 'template' | 'unit' },
  by: By,
): Promise<{ id: Id; version: number }> {
  const value = said.value === null ? null : JSON.stringify(said.value)
  const row = await db.one<{ id: Id; version: number }>(sql`
    insert into clarification.answer as answer (id, unit_id, question_id, value, unsure, outside, told, comment, reason, source, said_by, answered_at, answered_by)
    values (${newId()}, ${unitId}, ${questionId}, ${value}::jsonb, ${said.unsure}, ${blankAsNull(said.outside)}, ${toldOf(question, said)},
      ${said.comment.trim()}, ${said.reason.trim()}, ${said.source}, ${blankAsNull(said.saidBy)}, ${by.at}, ${by.id})
    on conflict (tenant_id, unit_id, question_id) do update set value = excluded.value, unsure = excluded.unsure, outside = excluded.outside, told = excluded.told,
      comment = excluded.comment, reason = excluded.reason, source = excluded.source, said_by = excluded.said_by, mark = null,
      answered_at = excluded.answered_at, answered_by = excluded.answered_by, version = answer.version + 1
    returning answer.id, answer.version`)
  await db.run(sql`insert into clarification.answer_was (answer_id, version, value, unsure, outside, comment, source, answered_at, answered_by)
    select id, version, value, unsure, outside, comment, source, answered_at, answered_by from clarification.answer
    where tenant_id = kernel.here() and id = ${row!.id}`)
  const record = { kind: answerKind, id: row!.id }
  const ends = { from: { kind: questionKind, id: questionId }, to: record }
  await link(db, { type: 'answered-by', ...ends, by: by.id, at: by.at })
  await touched(db, record, { what: 'value', by: by.id, at: by.at })
  return row!
}

/** What was approved is answered anew in a round of its own; the approved one stays as it was. */
async function reopened(db: Db, round: StandingRound, because: string | null, by: By): Promise<StandingRound> {
  refuse(whyNotReopen(round.state, because))
  if (round.state !== 'approved' && round.state !== 'previewed') return round
  const id = newId()
  await db.run(sql`insert into clarification.round (id, unit_id, number, state, template, begun_number, because, changed_at, changed_by)
    values (${id}, ${round.unitId}, ${round.number + 1}, 'in-progress', ${round.template}, ${round.begunNumber}, ${because!.trim()}, ${by.at}, ${by.id})`)
  return { ...round, id, number: round.number + 1, state: 'in-progress', version: 1 }
}

const questionNamed = ({ content, ids }: Asked, key: string): { question: Question; questionId: Id } => {
  const question = content.questions.find((one) => one.key === key)
  if (!question) refuse(refusal('clarification.no-such-question', { question: key }, 'key'))
  return { question: question!, questionId: ids.get(key)! }
}

async function answerOne(db: Db, input: Input, by: By) {
  const round = await lockedRoundOf(db, input.unitId)
  if (!round) refuse(refusal('clarification.not-begun'))
  const asked = await askedOf(db, input.unitId)
  const { question, questionId } = questionNamed(asked, input.key)
  refuse(whyNotAnswerer(question, await answeringOf(db, by, input.unitId), input.saidBy))
  if (input.value !== null) refuse(whyNotValue(question, input.value))
  await refusePeople(db, question, input.value)
  if (Number(input.value !== null) + Number(input.unsure) + Number(Boolean(blankAsNull(input.outside))) > 1)
    refuse(refusal('clarification.one-thing', { question: input.key }, 'value'))
  const now = await reopened(db, round!, input.because, by)
  const source = sourceOf(input.value, templateOf(asked, now)[input.key])
  const kept = await put(db, { unitId: input.unitId, questionId, question }, { ...input, source }, by)
  const given = { value: input.value, unsure: input.unsure, outside: blankAsNull(input.outside), source }
  await keepGapOf(db, { unitId: input.unitId, questionId, answerId: kept.id, text: gapTextOf(question, given) }, by)
  return { ...kept, roundId: now.id, roundVersion: now.version, state: now.state }
}

export const answer = command(clarification.answer, {
  may: at(mayAnswer, (input) => input.unitId),
  about: (db, input) => lockedAnswer(db, input.unitId, input.key),
  audit: (input, about) => ({
    place: input.unitId,
    records: about?.id ? [about.id] : [],
    about: { question: input.key },
  }),
  run: ({ db, input, by, clock }) => answerOne(db, input, { id: by.id, at: clock.now(), on: clock.today() }),
  tell: (input) => [{ topic: 'clarification', place: input.unitId }],
})

/** Those of the unit's own questions that are open and that its kind of offer has a likely answer for; asked again as each answer opens others. */
async function takeAll(db: Db, round: StandingRound, by: By): Promise<number> {
  const asked = await askedOf(db, round.unitId)
  const template = templateOf(asked, round)
  let answers = (await answersOf(db, round.unitId)).answers
  let taken = 0
  for (const question of asked.content.questions) {
    const value = template[question.key]
    const isOpen = openOf({ questions: [question], answers }, ['unit']).length > 0 && isAsked(question, answers)
    if (!isOpen || value === undefined) continue
    const said = {
      value,
      unsure: false,
      outside: null,
      comment: '',
      reason: '',
      saidBy: null,
      source: 'template' as const,
    }
    await put(db, { unitId: round.unitId, questionId: asked.ids.get(question.key)!, question }, said, by)
    answers = { ...answers, [question.key]: said }
    taken++
  }
  return taken
}

export const takeSuggestions = command(clarification.takeSuggestions, {
  may: ofRecord('round')(mayAnswer),
  about: (db, input) => lockedRound(db, input.id),
  audit: (input, round) => ({ place: round?.unitId, records: [input.id] }),
  async run({ db, input, about: round, by, clock }) {
    if (round.state !== 'in-progress') refuse(refusal('clarification.submitted-already'))
    const taken = await takeAll(db, round, { id: by.id, at: clock.now(), on: clock.today() })
    return { id: input.id, version: round.version, state: round.state, taken }
  },
  tell: (_, round) => [{ topic: 'clarification', place: round.unitId }],
})
