import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import type { Band } from '../contract.ts'
import { classOpen } from './permissions.ts'

/** A signed score, with the band it fell in as its form said then. */
export type ToldScore = {
  id: Id
  version: number
  formKey: string
  title: string
  on: Day
  score: number
  band: Pick<Band, 'title' | 'tone'> | null
}
type Wanted = { citizenId: Id; unitId: Id; fromOn: Day; toOn: Day; withHealth: boolean }
const MOST = 120

const bandOfAnswer = sql`(select json_build_object('title', shelf.said ->> 'title', 'tone', shelf.said ->> 'tone')
  from jsonb_array_elements(form.definition -> 'bands') shelf (said) where shelf.said ->> 'key' = answer.band limit 1)`

/** For a command that has asked for the right itself: the scores of the period, oldest first. */
export async function scoresBetween(db: Db, wanted: Wanted): Promise<ToldScore[]> {
  const { citizenId, unitId, fromOn, toOn, withHealth } = wanted
  const { told } = (await db.one<{
    told: string
  }>(sql`select coalesce(json_agg(told order by told."on", told.id), '[]')::text as told from (
    select answer.id, answer.version, answer.form_key as "formKey", form.title, answer.answered_on as "on", answer.score, ${bandOfAnswer} as band
    from assessments.answer join assessments.form on form.tenant_id = answer.tenant_id and form.key = answer.form_key and form.version = answer.form_version
    where answer.tenant_id = kernel.here() and answer.citizen_id = ${citizenId} and answer.unit_id = ${unitId} and answer.score is not null
      and answer.signed_at is not null and answer.struck_at is null and (${withHealth} or not answer.is_health)
      and answer.answered_on between ${fromOn}::date and ${toOn}::date
    order by answer.answered_on desc, answer.id limit ${sql.lit(MOST)}) told`))!
  return JSON.parse(told)
}

/** Whoever reads these has asked whether the citizen is theirs to see: what a signed form says now, in a line. */
export const answerSources = (ids: Sql): Sql => sql`
  select 'answer' as kind, answer.id, answer.version, answer.answered_on::text as "on", answer.citizen_id, answer.unit_id, answer.is_health, answer.written_by_name as "byName",
    form.title || coalesce(': ' || answer.score, '') || coalesce(' · ' || (${bandOfAnswer} ->> 'title'), '') as text, answer.struck_at is not null as "isGone"
  from assessments.answer join assessments.form on form.tenant_id = answer.tenant_id and form.key = answer.form_key and form.version = answer.form_version
  where answer.tenant_id = kernel.here() and answer.signed_at is not null and answer.id in (${ids})`

/** Whether the reader may see the words of a row of `answerSources`: of the health class only where they follow health. */
export const sourceOpen = (row: Sql): Sql => classOpen(row)
