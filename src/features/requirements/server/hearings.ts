import type { InputOf } from '#kernel/lang/contract.ts'
import { isBefore } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { requirements } from '../contract.ts'
import { whyNotAnswer, whyNotAnswerSo } from '../rules.ts'
import { make, moveOn } from './baselines.ts'
import { byHearing, bySpec, mayAnswer, mayEdit, overSpec } from './permissions.ts'
import { lockedSpec } from './specs.ts'

type Opening = InputOf<typeof requirements.openHearing>

const isOpen = (db: Db, specId: Id) =>
  db.one(sql`select from requirements.hearing join requirements.baseline on baseline.tenant_id = hearing.tenant_id and baseline.id = hearing.baseline_id
    where hearing.tenant_id = kernel.here() and baseline.spec_id = ${specId} and hearing.closed_at is null`)

/** Only units below the set's place are heard; one from elsewhere is not found. */
async function insertUnits(db: Db, placeId: Id, { id, units }: Opening): Promise<void> {
  for (const { unitId, offerGroups } of units) {
    const done = await db.run(sql`insert into requirements.hearing_unit (hearing_id, unit_id, offer_groups)
      select ${id}, branch.unit_id, ${offerGroups}::text[] from org.branch
      where branch.tenant_id = kernel.here() and branch.above_id = ${placeId} and branch.unit_id = ${unitId}`)
    if (done === 0) throw new Problem('not-found', 'kernel.not-found')
  }
}

export const openHearing = command(requirements.openHearing, {
  may: overSpec(mayEdit, bySpec),
  about: (db, input) => lockedSpec(db, input.specId),
  audit: (input, spec) => ({ place: spec?.placeId, records: [input.id, input.baselineId] }),
  async run({ db, input, about: spec, by, clock }) {
    if (await isOpen(db, spec.id)) refuse(refusal('requirements.hearing-open'))
    if (isBefore(input.closesOn, clock.today())) refuse(refusal('requirements.closes-in-past', {}, 'closesOn'))
    const opener = { id: by.id, at: clock.now() }
    const making = {
      id: input.baselineId,
      specId: spec.id,
      label: input.label,
      purpose: 'hearing',
      note: input.note,
      correctsId: null,
    } as const
    await make(db, spec, making, opener)
    await db.run(sql`insert into requirements.hearing (id, baseline_id, note, closes_on, opened_at, opened_by)
      values (${input.id}, ${input.baselineId}, ${input.note.trim()}, ${input.closesOn}, ${opener.at}, ${opener.id})`)
    await insertUnits(db, spec.placeId, input)
    await moveOn(db, input.baselineId, ['draft'], 'hearing')
    return { id: input.id }
  },
  tell: (_, spec) => [{ topic: 'requirements', place: spec.placeId }],
})

type Standing = { id: string; baselineId: string; placeId: string; closesOn: string; closedAt: string | null }

const lockedHearing = (db: Db, id: Id, how = sql`for update of hearing`) =>
  db.one<Standing>(sql`select hearing.id, hearing.baseline_id as "baselineId", spec.place_id as "placeId", hearing.closes_on::text as "closesOn", hearing.closed_at as "closedAt"
    from requirements.hearing
    join requirements.baseline on baseline.tenant_id = hearing.tenant_id and baseline.id = hearing.baseline_id
    join requirements.spec on spec.tenant_id = baseline.tenant_id and spec.id = baseline.spec_id
    where hearing.tenant_id = kernel.here() and hearing.id = ${id} ${how}`)

export const closeHearing = command(requirements.closeHearing, {
  may: overSpec(mayEdit, (input) => byHearing(input.id)),
  about: (db, input) => lockedHearing(db, input.id),
  audit: (input, hearing) => ({ place: hearing?.placeId, records: [input.id] }),
  async run({ db, input, about, clock }) {
    refuse(about.closedAt ? whyNotAnswer(about, clock.today()) : undefined)
    await db.run(
      sql`update requirements.hearing set closed_at = ${clock.now()} where tenant_id = kernel.here() and id = ${input.id}`,
    )
    return { id: input.id }
  },
  tell: (_, hearing) => [{ topic: 'requirements', place: hearing.placeId }],
})

/** Whether the unit is asked about the requirement: the version heard holds it, for a group the unit is in. */
const isAsked = (db: Db, { hearingId, unitId, requirementId }: InputOf<typeof requirements.answerHearing>) =>
  db.one(sql`select from requirements.hearing
    join requirements.hearing_unit on hearing_unit.tenant_id = hearing.tenant_id and hearing_unit.hearing_id = hearing.id
    join requirements.baseline_requirement held on held.tenant_id = hearing.tenant_id and held.baseline_id = hearing.baseline_id
    where hearing.tenant_id = kernel.here() and hearing.id = ${hearingId} and hearing_unit.unit_id = ${unitId} and held.requirement_id = ${requirementId}
      and held.content -> 'offerGroups' ?| hearing_unit.offer_groups`)

/** Another answer of the same unit is added, not written over; the latest counts. */
export const answerHearing = command(requirements.answerHearing, {
  may: {
    right: mayAnswer,
    rows: ({ input, visible }) => sql`select unit_id as id from requirements.hearing_unit
      where tenant_id = kernel.here() and hearing_id = ${input.hearingId}::uuid and unit_id = ${input.unitId}::uuid and ${visible(sql`unit_id`)}`,
  },
  about: (db, input) => lockedHearing(db, input.hearingId, sql`for share of hearing`),
  audit: (input) => ({
    place: input.unitId,
    records: [input.id, input.requirementId],
    about: { answer: input.answer },
  }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotAnswer(about, clock.today()))
    refuse(whyNotAnswerSo(input.answer, input.text))
    if (!(await isAsked(db, input))) refuse(refusal('requirements.not-asked'))
    const answeredAt = clock.now()
    await db.run(sql`insert into requirements.hearing_answer (id, hearing_id, unit_id, requirement_id, answer, text, answered_at, answered_by)
      values (${input.id}, ${input.hearingId}, ${input.unitId}, ${input.requirementId}, ${input.answer}, nullif(btrim(${input.text}::text), ''), ${answeredAt}, ${by.id})`)
    return { id: input.id, answeredAt }
  },
  tell: (input, hearing) => [
    { topic: 'requirements', place: hearing.placeId },
    { topic: 'requirements', place: input.unitId },
  ],
})

type Answered = { id: string; placeId: string; unitId: string; answer: string; replied: boolean }

const lockedAnswer = (db: Db, id: Id) =>
  db.one<Answered>(sql`select answer.id, spec.place_id as "placeId", answer.unit_id as "unitId", answer.answer,
      exists (select from requirements.hearing_reply where tenant_id = kernel.here() and answer_id = answer.id) as replied
    from requirements.hearing_answer answer
    join requirements.hearing on hearing.tenant_id = answer.tenant_id and hearing.id = answer.hearing_id
    join requirements.baseline on baseline.tenant_id = hearing.tenant_id and baseline.id = hearing.baseline_id
    join requirements.spec on spec.tenant_id = baseline.tenant_id and spec.id = baseline.spec_id
    where answer.tenant_id = kernel.here() and answer.id = ${id}`)

export const reply = command(requirements.reply, {
  may: overSpec(mayEdit, (input) =>
    byHearing(
      sql`(select hearing_id from requirements.hearing_answer where tenant_id = kernel.here() and id = ${input.answerId}::uuid)` as never,
    ),
  ),
  about: (db, input) => lockedAnswer(db, input.answerId),
  audit: (input, answer) => ({ place: answer?.unitId, records: [input.answerId] }),
  async run({ db, input, about, by, clock }) {
    if (about.answer === 'agree') refuse(refusal('requirements.agreed'))
    if (about.replied) refuse(refusal('requirements.replied'))
    await db.run(sql`insert into requirements.hearing_reply (answer_id, outcome, text, replied_at, replied_by)
      values (${input.answerId}, ${input.outcome}, ${input.text.trim()}, ${clock.now()}, ${by.id})`)
    return { id: input.answerId }
  },
  tell: (_, answer) => [
    { topic: 'requirements', place: answer.placeId },
    { topic: 'requirements', place: answer.unitId },
  ],
})
