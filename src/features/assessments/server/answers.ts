import { mayReadHealth } from '#features/journal/server/index.ts'
import { reaches } from '#features/org/server/index.ts'
import type { InputOf } from '#kernel/lang/contract.ts'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { assessments, type Form } from '../contract.ts'
import { shippedForm } from '../forms/shipped.ts'
import { bandOf, scoreOf, settled, whyNotAnswer, whyNotOn } from '../rules.ts'
import { formAt } from './form-at.ts'
import { answering, answerReached, answersOf, mayAnswer, ofAnswer } from './permissions.ts'

const MOST = 200

export const ofCitizen = query(assessments.ofCitizen, {
  may: answersOf(),
  audit: (input) => ({ person: input.citizenId }),
  read: (asked) => sql`
    select answer.id, answer.unit_id as "unitId", answer.form_key as "formKey", form.title as "formTitle", answer.form_version as "formVersion", form.definition as form,
      answer.given, answer.score, answer.band, answer.answered_on as "answeredOn", answer.written_by as "writtenById", answer.written_by_name as "writtenByName",
      answer.signed_at as "signedAt", case when answer.struck_at is not null then json_build_object('at', answer.struck_at, 'reason', answer.strike_reason) end as struck, answer.version, answer.revision
    from assessments.answer join assessments.form on form.tenant_id = answer.tenant_id and form.key = answer.form_key and form.version = answer.form_version
    where answer.tenant_id = kernel.here() and answer.citizen_id = ${asked.input.citizenId}::uuid and ${answerReached(asked)}
      and (answer.signed_at is not null or (answer.written_by = ${asked.actor}::uuid and answer.struck_at is null))
    order by answer.answered_on desc, answer.written_at desc limit ${sql.lit(MOST)}`,
})

/** Where I may fill in a form about the citizen today. */
export const forCitizen = query(assessments.forCitizen, {
  may: answersOf(),
  audit: (input) => ({ person: input.citizenId }),
  steps: (asked) => ({
    units: sql`select distinct tie.unit_id from citizens.tie
      where tie.tenant_id = kernel.here() and tie.citizen_id = ${asked.input.citizenId}::uuid and tie.from_on <= ${asked.today}::date
        and (tie.to_on is null or tie.to_on >= ${asked.today}::date) and tie.unit_id = any (array(${mayAnswer.places}))`,
  }),
  read: ({ input }) => sql`
    select ${input.citizenId}::uuid as id, array(select unit_id from units order by unit_id) as "unitIds",
      array(select unit_id from units where unit_id = any (array(${mayReadHealth.places})) order by unit_id) as "healthUnitIds"`,
  records: sql`select null::uuid where false`,
})

/** The version as it was made; one that came with the product is kept here when it is first answered. */
async function formOf(db: Db, key: string, version: number, by: Id, at: Instant): Promise<Form> {
  const shipped = shippedForm(key, version)
  if (shipped) {
    await db.run(sql`insert into assessments.form (key, version, title, definition, is_health, is_shipped, made_by, made_at)
      values (${key}, ${version}, ${shipped.title}, ${JSON.stringify(shipped)}::jsonb, ${shipped.isHealth}, true, ${by}, ${at}) on conflict do nothing`)
    return shipped
  }
  const found = await formAt(db, key, version)
  if (!found) refuse(refusal('assessments.form-unknown', {}, 'formKey'))
  return found!
}

type Standing = {
  citizenId: Id
  unitId: Id
  writtenBy: Id
  signedAt: Instant | null
  struckAt: Instant | null
  version: number
}
const answerById = (db: Db, id: Id) =>
  db.one<Standing>(sql`select citizen_id as "citizenId", unit_id as "unitId", written_by as "writtenBy", signed_at as "signedAt", struck_at as "struckAt", version
    from assessments.answer where tenant_id = kernel.here() and id = ${id} for update`)

type Saving = InputOf<typeof assessments.save>

function whyNotAgain(standing: Standing, input: Saving, by: Id): void {
  const isSame = standing.citizenId === input.citizenId && standing.unitId === input.unitId
  if (!isSame || standing.writtenBy !== by) throw new Problem('not-permitted', 'assessments.not-yours')
  if (standing.signedAt) refuse(refusal('assessments.signed-already'))
  if (standing.struckAt) refuse(refusal('assessments.struck-already'))
  if (input.version !== null && standing.version !== input.version) throw new Problem('stale', 'kernel.stale')
}

/** Answers of the health class are put away only by those who may read them again. */
async function unlessOpen(db: Db, form: Form, unitId: Id, who: { id: Id; at: Instant; on: string }): Promise<void> {
  if (form.isHealth && !(await reaches(db, who, mayReadHealth, unitId)))
    throw new Problem('not-found', 'kernel.not-found')
}

export const save = command(assessments.save, {
  may: answering(),
  audit: (input) => ({
    place: input.unitId,
    person: input.citizenId,
    records: [input.id],
    about: { form: input.formKey, signed: input.sign },
  }),
  async run({ db, input, by, clock }) {
    const now = clock.now()
    const form = await formOf(db, input.formKey, input.formVersion, by.id, now)
    await unlessOpen(db, form, input.unitId, { id: by.id, at: now, on: clock.today() })
    refuse(whyNotOn(input.answeredOn, clock.today()) ?? whyNotAnswer(form, input.given, input.sign))
    const standing = await answerById(db, input.id)
    if (standing) whyNotAgain(standing, input, by.id)
    const score = scoreOf(form, input.given)
    const band = bandOf(form, score)?.key ?? null
    const version = (standing?.version ?? 0) + 1
    await db.run(sql`insert into assessments.answer (id, citizen_id, unit_id, form_key, form_version, is_health, given, score, band, answered_on, written_by, written_by_name, written_at, signed_at)
      select ${input.id}, ${input.citizenId}, ${input.unitId}, ${form.key}, ${form.version}, ${form.isHealth}, ${JSON.stringify(settled(form, input.given))}::jsonb, ${score}::int, ${band}::text,
        ${input.answeredOn}, employee.id, employee.name, ${now}, ${input.sign ? now : null}::timestamptz
      from org.employee where employee.tenant_id = kernel.here() and employee.id = ${by.id}
      on conflict (tenant_id, id) do update set given = excluded.given, score = excluded.score, band = excluded.band, answered_on = excluded.answered_on,
        written_at = excluded.written_at, signed_at = excluded.signed_at, version = answer.version + 1`)
    return { id: input.id, version, score, band }
  },
  tell: (input) => [{ topic: 'assessments', place: input.unitId, subject: input.citizenId }],
})

export const strike = command(assessments.strike, {
  may: ofAnswer(mayAnswer, (input) => input.id),
  about: (db, input) => answerById(db, input.id),
  audit: (input, about) => ({ place: about?.unitId, person: about?.citizenId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (about.writtenBy !== by.id) throw new Problem('not-permitted', 'assessments.not-yours')
    if (about.struckAt) refuse(refusal('assessments.struck-already'))
    await db.run(sql`update assessments.answer set struck_at = ${clock.now()}, struck_by = ${by.id}, strike_reason = ${input.reason}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, about) => [{ topic: 'assessments', place: about.unitId, subject: about.citizenId }],
})
