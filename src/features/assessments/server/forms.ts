import { calledName, seenToday } from '#features/citizens/server/index.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere, at } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { assessments } from '../contract.ts'
import { shippedForms } from '../forms/shipped.ts'
import { whyNotForm } from '../rules.ts'
import { classOpen, mayMake, mayRead, mayUse } from './permissions.ts'

const MOST = 200
const DAYS_AHEAD = 14

export const forms = query(assessments.forms, {
  may: anywhere(mayRead) as never,
  audit: () => ({}),
  read: () => sql`
    select distinct on (form.key) form.key as id, form.definition as form from assessments.form
    where form.tenant_id = kernel.here() and not form.is_shipped order by form.key, form.version desc`,
  records: sql`select null::uuid where false`,
})

/** A version never changes: answers point at it. */
export const makeForm = command(assessments.makeForm, {
  may: anywhere(mayMake) as never,
  audit: (input) => ({ about: { form: input.form.key, version: String(input.form.version) } }),
  async run({ db, input: { id, form }, by, clock }) {
    refuse(whyNotForm(form))
    if (shippedForms.some(({ key }) => key === form.key)) refuse(refusal('assessments.shipped', {}, 'form.key'))
    const last = await db.one<{ version: number }>(
      sql`select max(version) as version from assessments.form where tenant_id = kernel.here() and key = ${form.key}`,
    )
    if (form.version !== (last?.version ?? 0) + 1) refuse(refusal('assessments.version-follows', {}, 'form.version'))
    await db.run(sql`insert into assessments.form (key, version, title, definition, is_health, is_shipped, made_by, made_at)
      values (${form.key}, ${form.version}, ${form.title}, ${JSON.stringify(form)}::jsonb, ${form.isHealth}, false, ${by.id}, ${clock.now()})`)
    await db.run(
      sql`delete from assessments.sketch where tenant_id = kernel.here() and id = ${id} and author_id = ${by.id}`,
    )
    return { id }
  },
})

export const usedAt = query(assessments.usedAt, {
  may: at(mayRead, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  steps: ({ input }) => ({
    listed: sql`select used.form_key as id, used.move_in_days as "moveInDays", used.every_months as "everyMonths" from assessments.used
      where used.tenant_id = kernel.here() and used.unit_id = ${input.unitId}::uuid and used.ended_at is null order by used.form_key`,
  }),
  read: ({ input, offers }) => sql`
    select place.id, (select coalesce(json_agg(to_json(listed)), '[]') from listed) as used, ${offers({ use: mayUse, make: mayMake }, sql`place.id`)} as permitted
    from (select ${input.unitId}::uuid as id) place`,
  records: sql`select null::uuid where false`,
})

export const use = command(assessments.use, {
  may: at(mayUse, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, about: { form: input.formKey } }),
  async run({ db, input, by, clock }) {
    const made = await db.one<{ health: boolean }>(
      sql`select is_health as health from assessments.form where tenant_id = kernel.here() and key = ${input.formKey} order by version desc limit 1`,
    )
    const isHealth = shippedForms.find(({ key }) => key === input.formKey)?.isHealth ?? made?.health
    if (isHealth === undefined) refuse(refusal('assessments.form-unknown', {}, 'formKey'))
    await db.run(sql`insert into assessments.used as used (unit_id, form_key, move_in_days, every_months, is_health, since_on, decided_by, decided_at, ended_at)
      values (${input.unitId}, ${input.formKey}, ${input.moveInDays}::int, ${input.everyMonths}::int, ${isHealth}, ${clock.today()}, ${by.id}, ${clock.now()}, ${input.end ? clock.now() : null}::timestamptz)
      on conflict (tenant_id, unit_id, form_key) do update set move_in_days = excluded.move_in_days, every_months = excluded.every_months,
        since_on = case when used.ended_at is null then used.since_on else excluded.since_on end,
        decided_by = excluded.decided_by, decided_at = excluded.decided_at, ended_at = excluded.ended_at`)
    return { id: input.id }
  },
  tell: (input) => [{ topic: 'assessments', place: input.unitId }],
})

/** From the last signed answer, or from the day they came; those who were there already, from the day the unit chose the form. */
export const due = query(assessments.due, {
  may: at(mayRead, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  read: (asked) => sql`
    select tie.citizen_id as id, tie.citizen_id as "citizenId", ${calledName(sql`citizen`)} as "calledName", used.form_key as "formKey", owed.due_on as "dueOn", last.on_day as "lastOn"
    from assessments.used
    join citizens.tie on tie.tenant_id = kernel.here() and tie.unit_id = used.unit_id and ${seenToday(asked, sql`tie`)}
    join citizens.citizen on citizen.tenant_id = kernel.here() and citizen.id = tie.citizen_id
    left join lateral (
      select answer.answered_on as on_day from assessments.answer
      where answer.tenant_id = kernel.here() and answer.citizen_id = tie.citizen_id and answer.form_key = used.form_key
        and answer.signed_at is not null and answer.struck_at is null order by answer.answered_on desc limit 1) last on true
    cross join lateral (select case when last.on_day is null then greatest(tie.from_on, used.since_on) + used.move_in_days
      else (last.on_day + make_interval(months => used.every_months))::date end as due_on) owed
    where used.tenant_id = kernel.here() and used.unit_id = ${asked.input.unitId}::uuid and used.ended_at is null and ${classOpen(sql`used`)}
      and owed.due_on <= ${asked.today}::date + ${sql.lit(DAYS_AHEAD)}
    order by owed.due_on, tie.citizen_id limit ${sql.lit(MOST)}`,
  subjects: sql`select "citizenId" from rows`,
})
