import { reaches } from '#features/org/server/index.ts'
import { type Given, Key } from '#features/profiles/contract.ts'
import { resolve } from '#features/profiles/rules.ts'
import { propose as proposeToProfile, templateNews } from '#features/profiles/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { clarification } from '../contract.ts'
import {
  type Answers,
  outcomeOf,
  type RoundState,
  whyNotApprove,
  whyNotMeet,
  whyNotPropose,
  whyNotSendBack,
  whyNotSubmit,
} from '../rules.ts'
import { summaryOf } from '../sentences.ts'
import { answerKind } from './node-kinds.ts'
import { mayAnswer, mayCoordinate, mayLead, ofRecord } from './permissions.ts'
import { askedOf, type By, lockedRound, lockedRoundOf, type StandingRound, type WholeUnit, wholeOf } from './whole.ts'

type Done = { id: Id; version: number; state: RoundState }

const moveTo = async (db: Db, id: Id, state: RoundState, by: By, more: Sql = sql``): Promise<Done> => {
  const row =
    await db.one<Done>(sql`update clarification.round set state = ${state}, version = version + 1, changed_at = ${by.at}, changed_by = ${by.id} ${more}
    where tenant_id = kernel.here() and id = ${id} returning id, version, state`)
  return row!
}

export const begin = command(clarification.begin, {
  may: at(mayAnswer, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    await db.run(sql`select from org.unit where tenant_id = kernel.here() and id = ${input.unitId} for no key update`)
    if (await lockedRoundOf(db, input.unitId)) refuse(refusal('clarification.begun-already'))
    const { number } = await askedOf(db, input.unitId)
    await db.run(sql`insert into clarification.round (id, unit_id, number, state, template, begun_number, changed_at, changed_by)
      values (${input.id}, ${input.unitId}, 1, 'in-progress', ${input.template}, ${number}, ${clock.now()}, ${by.id})`)
    return { id: input.id, version: 1, state: 'in-progress' as const }
  },
  tell: (input) => [{ topic: 'clarification', place: input.unitId }],
})

export const submit = command(clarification.submit, {
  may: ofRecord('round')(mayAnswer),
  about: (db, input) => lockedRound(db, input.id),
  audit: (input, round) => ({ place: round?.unitId, records: [input.id] }),
  async run({ db, input, about: round, by, clock }) {
    refuse(whyNotSubmit(round.state, await wholeOf(db, round.unitId)))
    const when = { id: by.id, at: clock.now(), on: clock.today() }
    return moveTo(
      db,
      input.id,
      'submitted',
      when,
      sql`, submitted_at = ${when.at}, submitted_by = ${by.id}, sent_back = null`,
    )
  },
  tell: (_, round) => [{ topic: 'clarification', place: round.unitId }],
})

export const meet = command(clarification.meet, {
  may: ofRecord('round')(mayCoordinate),
  about: (db, input) => lockedRound(db, input.id),
  audit: (input, round) => ({ place: round?.unitId, records: [input.id] }),
  async run({ db, input, about: round, by, clock }) {
    refuse(whyNotMeet(round.state))
    if (input.metOn > clock.today()) refuse(refusal('clarification.meets-later', {}, 'metOn'))
    for (const { key, mark } of input.marks)
      await db.run(sql`update clarification.answer set mark = ${mark} from clarification.question
        where answer.tenant_id = kernel.here() and answer.unit_id = ${round.unitId} and question.tenant_id = answer.tenant_id
          and question.id = answer.question_id and question.key = ${key}`)
    const when = { id: by.id, at: clock.now(), on: clock.today() }
    return moveTo(db, input.id, 'met', when, sql`, met_on = ${input.metOn}::date, met_note = ${input.note.trim()}`)
  },
  tell: (_, round) => [{ topic: 'clarification', place: round.unitId }],
})

export const sendBack = command(clarification.sendBack, {
  may: ofRecord('round')(mayLead),
  about: (db, input) => lockedRound(db, input.id),
  audit: (input, round) => ({ place: round?.unitId, records: [input.id] }),
  async run({ db, input, about: round, by, clock }) {
    refuse(whyNotSendBack(round.state))
    const when = { id: by.id, at: clock.now(), on: clock.today() }
    return moveTo(db, input.id, 'in-progress', when, sql`, sent_back = ${input.ask.trim()}`)
  },
  tell: (_, round) => [{ topic: 'clarification', place: round.unitId }],
})

const outcomeOfUnit = ({ questions, asked, answers, exceptions }: WholeUnit) =>
  outcomeOf({ questions, answers, base: asked.content.defaults, exceptions })

/** Tasks, courses and what must be ready, in rows: other features build on them. */
async function keepConsequences(db: Db, roundId: Id, whole: WholeUnit): Promise<void> {
  const { tasks, courses, ready } = outcomeOfUnit(whole)
  for (const [kind, found] of [
    ['task', tasks],
    ['course', courses],
    ['ready', ready],
  ] as const)
    for (const { key, text, question } of found)
      await db.run(sql`insert into clarification.consequence (round_id, kind, key, text, question_id)
        values (${roundId}, ${kind}, ${key}, ${text}, ${whole.asked.ids.get(question)!})`)
}

/** Answers as they were approved: exactly what the rules read of them. */
const plainAnswers = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([key, given]) => {
      const { value, unsure, outside, source } = given!
      return [key, { value, unsure, outside, source }]
    }),
  )

export const approve = command(clarification.approve, {
  may: ofRecord('round')(mayLead),
  about: (db, input) => lockedRound(db, input.id),
  audit: (input, round) => ({ place: round?.unitId, records: [input.id] }),
  async run({ db, input, about: round, by, clock }) {
    const whole = await wholeOf(db, round.unitId)
    refuse(whyNotApprove(round.state, whole))
    const approved = {
      setId: whole.asked.setId,
      setNumber: whole.asked.number,
      sentences: summaryOf(whole.questions, whole.answers),
      answers: plainAnswers(whole.answers),
      settings: outcomeOfUnit(whole).settings,
    }
    await keepConsequences(db, input.id, whole)
    const when = { id: by.id, at: clock.now(), on: clock.today() }
    return moveTo(
      db,
      input.id,
      'approved',
      when,
      sql`, approved_at = ${when.at}, approved_by = ${by.id}, vouched_by = ${by.id}, approved = ${JSON.stringify(approved)}::jsonb`,
    )
  },
  tell: (_, round) => [{ topic: 'clarification', place: round.unitId }],
})

const vouchingLeads = async (db: Db, { vouchedBy, unitId }: StandingRound, { at, on }: By): Promise<boolean> =>
  vouchedBy !== null && reaches(db, { id: vouchedBy, at, on }, mayLead, unitId)

export const vouch = command(clarification.vouch, {
  may: ofRecord('round')(mayLead),
  about: (db, input) => lockedRound(db, input.id),
  audit: (input, round) => ({ place: round?.unitId, records: [input.id] }),
  async run({ db, input, about: round, by, clock }) {
    if (round.state !== 'approved' && round.state !== 'previewed') refuse(refusal('clarification.not-approved'))
    const when = { id: by.id, at: clock.now(), on: clock.today() }
    return moveTo(db, input.id, round.state, when, sql`, vouched_by = ${by.id}`)
  },
  tell: (_, round) => [{ topic: 'clarification', place: round.unitId }],
})

const LONGEST_LABEL = 300

/** The set-up as the profile takes it: each value with the answer, or the decision, that it came from. */
function valuesOf(whole: WholeUnit): Given[] {
  const recordOf = new Map(whole.kept.map((one) => [one.key, one]))
  const textOf = new Map(whole.questions.map(({ key, text }) => [key, text]))
  const sourced = outcomeOfUnit(whole).settings.map(({ key, value, source }): Given => {
    const at = { key: Key.parse(key), value }
    if (source.kind === 'product')
      return { ...at, source: { kind: 'product', ref: null, label: 'Produktets standard', record: null } }
    if (source.kind === 'decision') {
      const by = whole.exceptions.find(({ decision }) => decision === source.label)!
      const record = { kind: 'decisions.decision', id: by.decisionId }
      return { ...at, source: { kind: 'decision', ref: source.label, label: by.title, record } }
    }
    const { id, told } = recordOf.get(source.key)!
    const label = `${textOf.get(source.key)} ${told}`.slice(0, LONGEST_LABEL)
    return { ...at, source: { kind: 'answer', ref: source.key, label, record: { kind: answerKind.kind, id } } }
  })
  return [...resolve(sourced).values()]
}

export const propose = command(clarification.propose, {
  may: ofRecord('round')(mayCoordinate),
  about: (db, input) => lockedRound(db, input.id),
  audit: (input, round) => ({ place: round?.unitId, records: [input.id] }),
  async run({ db, input, about: round, by, clock }) {
    const when = { id: by.id, at: clock.now(), on: clock.today() }
    refuse(whyNotPropose(round.state, await vouchingLeads(db, round, when)))
    const whole = await wholeOf(db, round.unitId)
    const note = `Afklaring af ${whole.unit.name}, udgave ${round.number}`
    // What waves before taught the template stands where nobody has answered.
    const values = [...resolve([...valuesOf(whole), ...(await templateNews(db, round.unitId))]).values()]
    const proposalId = await proposeToProfile(db, { unitId: round.unitId, note, values, by: by.id, at: when.at })
    const done = await moveTo(db, input.id, 'previewed', when, sql`, proposal_id = ${proposalId}`)
    return { ...done, proposalId }
  },
  tell: (_, round) => [{ topic: 'clarification', place: round.unitId }],
})
