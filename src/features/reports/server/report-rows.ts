import { answerSources, sourceOpen } from '#features/assessments/server/index.ts'
import { planSources } from '#features/goals/server/index.ts'
import { noteOpen, notesById } from '#features/journal/server/index.ts'
import { employeeName } from '#features/org/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { danishDay } from '#kernel/server/danish-day.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import type { Content, Report } from '../contract.ts'

export const reportColumns: Sql = sql`report.id, report.citizen_id as "citizenId", report.unit_id as "unitId", report.from_on as "fromOn", report.to_on as "toOn",
  report.to_name as "toName", report.follow_up_on as "followUpOn", report.state, report.written_by_name as "writtenByName", report.written_at as "writtenAt",
  report.approved_by_name as "approvedByName", report.approved_at as "approvedAt",
  (select copy.sent_at from reports.copy where copy.tenant_id = kernel.here() and copy.report_id = report.id) as "sentAt", report.version`

export const readings: Sql = sql`(select coalesce(json_agg(listed), '[]') from (
  select reading.id, reading.report_version as "reportVersion", reading.how, reading.agrees, reading.text, reading.read_on as "readOn", reading.written_by_name as "writtenByName"
  from reports.reading where reading.tenant_id = kernel.here() and reading.citizen_id = report.citizen_id and reading.report_id = report.id
  order by reading.written_at desc limit 40) listed)`

/** The sources that a report names: kind, id. */
const cited = sql`select distinct source ->> 'kind' as kind, (source ->> 'id')::uuid as id
  from jsonb_path_query(report.content, '$.sections[*].sentences[*].sources[*]') source`
const citedOf = (kind: string) => sql`select cited.id from (${cited}) cited where cited.kind = ${sql.lit(kind)}`

/** What each source says now. A note that the reader may not see stands there without its words. */
export const sources: Sql = sql`(select coalesce(json_agg(found), '[]') from (
  select 'note' as kind, noted.id, noted.version, noted."happenedAt"::text as "on", noted."authorName" as "byName", noted.text, noted.withdrawn is not null as "isGone"
  from (${notesById(citedOf('note'))}) noted where noted."citizenId" = report.citizen_id
  union all
  select 'note', note.id, 1, '', '', '', false from (${citedOf('note')}) hidden (id)
  join journal.note on note.tenant_id = kernel.here() and note.id = hidden.id and note.citizen_id = report.citizen_id and not ${noteOpen}
  union all
  select plan.kind, plan.id, plan.version, plan."on", plan."byName", plan.text, plan."isGone"
  from (${planSources(sql`select cited.id from (${cited}) cited where cited.kind in ('evaluation', 'goal')`)}) plan where plan.citizen_id = report.citizen_id
  union all
  select form.kind, form.id, form.version, form."on", case when ${sourceOpen(sql`form`)} then form."byName" else '' end,
    case when ${sourceOpen(sql`form`)} then form.text else '' end, form."isGone"
  from (${answerSources(sql`select cited.id from (${cited}) cited where cited.kind = 'answer'`)}) form where form.citizen_id = report.citizen_id
  union all
  select 'worker', worker.id, 1, ${danishDay(sql`report.written_at`)}::text, ${employeeName(sql`worker.id`)}, '', false from (${citedOf('worker')}) worker (id)
  ) found)`

export type Standing = Omit<Report, 'sources' | 'permitted' | 'editing'>
/** The report as it stands, locked, with what the citizen has said of it. */
export async function reportForChange(db: Db, id: Id): Promise<Standing | undefined> {
  await db.run(sql`select from reports.report where tenant_id = kernel.here() and id = ${id} for no key update`)
  const row = await db.one<{ report: string }>(sql`select to_json(standing)::text as report from (
    select ${reportColumns}, report.content, report.worded_version as "wordedVersion", report.writers, report.returned_because as "returnedBecause", ${readings} as readings
    from reports.report where report.tenant_id = kernel.here() and report.id = ${id}) standing`)
  return row && (JSON.parse(row.report) as Standing)
}

/** For what is kept for good: each source of the unit's with its words as they stand. @returns undefined where one is not of the citizen's. */
export async function sourcesOf(db: Db, content: Content, { citizenId, by }: { citizenId: Id; by: readonly Id[] }) {
  const named = content.sections.flatMap(({ sentences }) => sentences.flatMap((one) => one.sources))
  const { found } = (await db.one<{ found: string }>(sql`
    with cited as (select distinct kind, id from json_to_recordset(${JSON.stringify(named)}::json) as named (kind text, id uuid))
    select coalesce(json_agg(told), '[]')::text as found from (
      select 'note' as kind, note.id, coalesce(last.version, 1) as version, note.happened_at::text as "on", note.author_name as "byName", coalesce(last.text, note.text) as text,
        exists (select from journal.withdrawal where withdrawal.tenant_id = kernel.here() and withdrawal.note_id = note.id) as "isGone"
      from cited join journal.note on note.tenant_id = kernel.here() and note.id = cited.id and cited.kind = 'note' and note.citizen_id = ${citizenId}
      left join lateral (select correction.version, correction.text from journal.correction
        where correction.tenant_id = kernel.here() and correction.note_id = note.id order by correction.version desc limit 1) last on true
      union all
      select plan.kind, plan.id, plan.version, plan."on", plan."byName", plan.text, plan."isGone"
      from (${planSources(sql`select cited.id from cited`)}) plan join cited on cited.kind = plan.kind and cited.id = plan.id where plan.citizen_id = ${citizenId}
      union all
      select form.kind, form.id, form.version, form."on", form."byName", form.text, form."isGone"
      from (${answerSources(sql`select cited.id from cited where cited.kind = 'answer'`)}) form where form.citizen_id = ${citizenId}
      union all
      select 'worker', employee.id, 1, '', employee.name, '', false
      from cited join org.employee on employee.tenant_id = kernel.here() and employee.id = cited.id and cited.kind = 'worker' and employee.id = any (${[...by]}::uuid[])
    ) told`))!
  const facts = JSON.parse(found) as Report['sources']
  const known = new Set(facts.map(({ kind, id }) => `${kind} ${id}`))
  return named.every(({ kind, id }) => known.has(`${kind} ${id}`)) ? facts : undefined
}
