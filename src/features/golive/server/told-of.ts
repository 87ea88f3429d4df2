import { type Sql, sql } from '#kernel/server/sql.ts'

/** The latest that was said of a unit in the wave it is in. */
const latest = sql`select distinct on (verdict.unit_id) verdict.id, verdict.unit_id as place_id, verdict.verdict, verdict.decided_at, wave.go_live_on
  from golive.verdict join plan.unit own on own.tenant_id = verdict.tenant_id and own.unit_id = verdict.unit_id and own.wave_id = verdict.wave_id
  join plan.wave on wave.tenant_id = verdict.tenant_id and wave.id = verdict.wave_id
  where verdict.tenant_id = kernel.here() order by verdict.unit_id, verdict.decided_at desc, verdict.id desc`

/** For news: units that went live with a go. What was said of conditions is for those who are to meet them. */
export const wentLive: Sql = sql`select said.id, said.place_id, 'I drift fra ' || to_char(said.go_live_on, 'FMDD.FMMM') || '.' as text,
    greatest(said.decided_at, said.go_live_on::timestamp at time zone 'Europe/Copenhagen') as at
  from (${latest}) said where said.verdict in ('go', 'conditions')`

/** A no-go that stands. Why is not told of: it is often about somebody. */
export const toldNoGo: Sql = sql`select said.id, said.place_id, 'Går ikke i drift som planlagt. En ny dag følger.' as text, said.decided_at as at
  from (${latest}) said where said.verdict = 'no-go'`

const solved = sql`one.tenant_id = kernel.here() and one.state in ('solved', 'confirmed') and one.cause is not null and btrim(one.resolution) <> ''`
const taught = sql`exists (select from golive.suggestion where suggestion.tenant_id = kernel.here() and suggestion.case_id = one.id and suggestion.state = 'taken')`

/** For news: what was solved, and how; what the template was taught first. */
export const learntFromCases: Sql = sql`select one.id, one.unit_id as place_id, one.resolution as text,
    one.solved_on::timestamp at time zone 'Europe/Copenhagen' - case when ${taught} then interval '1 second' else interval '0' end as at
  from golive.early_case one where ${solved} and one.solved_on is not null`

const causeWords = sql`case one.cause when 'set-up' then 'opsætning' when 'fault' then 'fejl' when 'training' then 'oplæring' when 'data' then 'data'
  when 'access' then 'adgang' when 'way-of-working' then 'arbejdsgang' else 'ønske' end`

/** For the book: a page of each solved case. What the template was taught is for all; the rest is the unit's own. */
export const casePages: Sql = sql`select one.id, case when ${taught} then one.place_id else one.unit_id end, case when ${taught} then null else one.unit_id end,
    'H-' || lpad(one.number::text, greatest(3, length(one.number::text)), '0'), one.title, one.resolution, 'Det skyldtes ' || ${causeWords} || '.', one.solved_on
  from golive.early_case one where ${solved}`
