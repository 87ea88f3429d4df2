import { mayReadHealth } from '#features/journal/server/index.ts'
import type { InputOf } from '#kernel/lang/contract.ts'
import { actor, type Gate, mine } from '#kernel/server/permission.ts'
import { Blank, type Sql, sql } from '#kernel/server/sql.ts'
import { writing } from '#kernel/server/use-case.ts'
import { assessments } from '../contract.ts'
import { shippedForm } from '../forms/shipped.ts'
import { answering, mayAnswer } from './permissions.ts'

type Drafted = InputOf<typeof assessments.saveDraft>

/** The form that came with the product, when it is one of those. */
const shipped = new Blank(({ input }) => {
  const form = shippedForm(String(input.formKey), Number(input.formVersion))
  return form ? JSON.stringify(form) : null
})
const draftId = new Blank(({ input }) => input.id)

const formKnown = (key: Blank, version: Blank): Sql => sql`
  select (${shipped}::jsonb ->> 'isHealth')::boolean as is_health where ${shipped}::jsonb is not null
  union all
  select is_health from assessments.form where tenant_id = kernel.here() and key = ${key}::text and version = ${version}::int and ${shipped}::jsonb is null`

/**
 * Nobody else's draft, about a citizen of the unit today. What I have begun about the same ones can be saved whatever has happened to
 * my reach since: the words are mine. Of the health class only where I follow health.
 */
const ownDraft: Gate<Drafted> = {
  right: mayAnswer,
  says: ['relation'],
  rows: (asked) => {
    const { id, citizenId, unitId, formKey, formVersion } = asked.input
    return sql`
      select allowed.id, allowed.relation from (
        select seen.id, seen.relation from (${answering<Drafted>().rows(asked)}) seen
        union all
        select answer.citizen_id, null from assessments.answer
        where answer.tenant_id = kernel.here() and answer.id = ${id}::uuid and answer.written_by = ${actor}
          and answer.citizen_id = ${citizenId}::uuid and answer.unit_id = ${unitId}::uuid
      ) allowed
      where not exists (select from assessments.answer where answer.tenant_id = kernel.here() and answer.id = ${id}::uuid
          and (answer.written_by <> ${actor} or answer.citizen_id <> ${citizenId}::uuid or answer.unit_id <> ${unitId}::uuid))
        and exists (select from (${formKnown(formKey, formVersion)}) form
          where not form.is_health or ${unitId}::uuid = any (array(${mayReadHealth.places})))
      limit 1`
  },
}

/** The version answered is kept here from its first answer on. */
const keptForm = ({ formKey, formVersion }: Record<'formKey' | 'formVersion', Blank>, now: Blank): Sql => sql`
  insert into assessments.form (key, version, title, definition, is_health, is_shipped, made_by, made_at)
  select ${formKey}::text, ${formVersion}::int, ${shipped}::jsonb ->> 'title', ${shipped}::jsonb, (${shipped}::jsonb ->> 'isHealth')::boolean, true, ${actor}, ${now}::timestamptz
  from may where ${shipped}::jsonb is not null on conflict do nothing returning key`

/**
 * Saved as it is typed. An older revision arriving late changes nothing, nor does one for what has been signed or thrown away; the answer
 * says what stands. One entry in the trail for each draft, at its first save.
 */
export const saveDraft = writing(assessments.saveDraft, {
  may: ownDraft,
  audit: (input) => ({ place: input.unitId, person: input.citizenId, about: { form: input.formKey } }),
  auditWhen: sql`not exists (select from assessments.answer where tenant_id = kernel.here() and id = ${draftId}::uuid)`,
  steps: ({ input, now }) => ({ form_kept: keptForm(input, now) }),
  write: ({ input, now }) => sql`
    insert into assessments.answer as answer (id, citizen_id, unit_id, form_key, form_version, is_health, given, answered_on, written_by, written_by_name, written_at, revision)
    select ${input.id}::uuid, ${input.citizenId}::uuid, ${input.unitId}::uuid, ${input.formKey}::text, ${input.formVersion}::int,
      (select form.is_health from (${formKnown(input.formKey, input.formVersion)}) form), ${input.given}::jsonb, ${input.answeredOn}::date,
      employee.id, employee.name, ${now}::timestamptz, ${input.revision}::int
    from may join org.employee on employee.tenant_id = kernel.here() and employee.id = ${actor}
    on conflict (tenant_id, id) do update set
      (given, answered_on, written_at, revision) = (select newer.* from (
        select excluded.given, excluded.answered_on, excluded.written_at, excluded.revision
        where excluded.revision > answer.revision and answer.signed_at is null and answer.struck_at is null
        union all
        select answer.given, answer.answered_on, answer.written_at, answer.revision
        where excluded.revision <= answer.revision or answer.signed_at is not null or answer.struck_at is not null) newer)
    where answer.written_by = ${actor}
    returning id, revision, written_at as "savedAt"`,
})

/** Thrown away by its author: its words are gone, and that it was begun stands. Of anybody else's nothing is touched. */
export const discardDraft = writing(assessments.discardDraft, {
  may: mine('assessments.discardDraft'),
  audit: () => ({}),
  steps: ({ input, now }) => ({
    discarded: sql`update assessments.answer set given = '{}', struck_at = ${now}::timestamptz, struck_by = ${actor}, strike_reason = 'kladde', version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}::uuid and written_by = ${actor} and signed_at is null and struck_at is null
        and exists (select from may) returning id`,
  }),
  write: ({ input }) => sql`select ${input.id}::uuid as id from may`,
})
