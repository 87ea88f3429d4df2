import { sql } from '#kernel/server/sql.ts'
import type { NewsRule } from './news-rule.ts'

/** Those about which somebody was to be told stand first: `at` is the same day, a second earlier. */
const decided = sql`select decision.id, decision.place_id, decision.why as text,
    decision.decided_on::timestamp at time zone 'Europe/Copenhagen' - case when exists (select from decisions.part
      where part.tenant_id = decision.tenant_id and part.decision_id = decision.id and part.role = 'informed') then interval '0' else interval '-1 second' end as at
  from decisions.decision where decision.tenant_id = kernel.here() and decision.state in ('in-force', 'under-review')`

const risksThatHappened = sql`select risk.id, risk.place_id, risk.measure as text, risk.moved_at as at
  from decisions.risk where risk.tenant_id = kernel.here() and risk.state = 'happened'`

/** A message for information has no other clock than the next newsletter. */
const forInformation = sql`select message.id, message.place_id, message.own_body as text, message.released_at as at
  from relay.message where message.tenant_id = kernel.here() and message.severity = 'info' and message.state in ('released', 'closed')`

const takenBack = sql`select message.id, message.place_id, message.recalled_because as text, message.changed_at as at
  from relay.message where message.tenant_id = kernel.here() and message.state = 'recalled'`

const breakdowns = sql`select message.id, message.place_id, null::text as text, message.released_at as at
  from relay.message where message.tenant_id = kernel.here() and message.by_pass and message.state <> 'recalled'`

const answeredAtMeetings = sql`select asked.id, meeting.place_id, asked.answer as text, asked.answered_at as at
  from relay.meeting_question asked join relay.meeting on meeting.tenant_id = asked.tenant_id and meeting.id = asked.meeting_id
  where asked.tenant_id = kernel.here() and asked.answer is not null`

const meetings = sql`select meeting.id, meeting.place_id,
    to_char(slot.starts_at at time zone 'Europe/Copenhagen', 'FMDD.FMMM. "kl." HH24.MI') || ', ' || meeting.venue as text, slot.starts_at as at
  from relay.meeting join lateral (select min(slot.starts_at) as starts_at from relay.slot where slot.tenant_id = meeting.tenant_id and slot.meeting_id = meeting.id) slot on true
  where meeting.tenant_id = kernel.here()`

const days = sql`select event.id, event.place_id, to_char(event.opens_at at time zone 'Europe/Copenhagen', 'FMDD.FMMM. "kl." HH24.MI') || ', ' || event.venue as text,
    event.opens_at as at
  from capture.event where event.tenant_id = kernel.here() and event.state in ('planned', 'open')`

/** The latest of the month, with the number it is a share of: one taken from too few says nothing. A dropped point is told by the one that corrects it. */
const points = sql`select distinct on (measure.benefit_id, date_trunc('month', point.taken_on)) measure.benefit_id as id, measure.place_id,
    concat_ws(' ', case when measure.baseline is not null then 'Fra ' || replace(trim_scale(measure.baseline)::text, '.', ',') || ' til' end,
      replace(trim_scale(point.value)::text, '.', ','), measure.counted_in || ',', 'mål ' || replace(trim_scale(measure.target)::text, '.', ',')) as text,
    point.taken_on::timestamp at time zone 'Europe/Copenhagen' as at
  from benefits.measure join benefits.point on point.tenant_id = measure.tenant_id and point.measure_id = measure.id
  where measure.tenant_id = kernel.here() and (point.sample is null or point.sample >= measure.smallest_sample)
    and not exists (select from benefits.point better where better.tenant_id = kernel.here() and better.corrects_id = point.id)
  order by measure.benefit_id, date_trunc('month', point.taken_on), point.taken_on desc`

/** A wave's own day; whether it came to that, the go-live itself tells. */
const waves = sql`select wave.id, plan.place_id, to_char(wave.go_live_on, '"Planlagt til "FMDD.FMMM') || '.' as text,
    wave.go_live_on::timestamp at time zone 'Europe/Copenhagen' as at
  from plan.wave join plan.plan on plan.tenant_id = wave.tenant_id and plan.id = wave.plan_id where wave.tenant_id = kernel.here()`

/** What the features below have to tell. Others are added where the house is put together. */
export const newsFromBelow: readonly NewsRule[] = [
  { slot: 'decided', kind: 'decisions.decision', rows: decided },
  { slot: 'told', kind: 'relay.message', rows: forInformation },
  { slot: 'went-wrong', kind: 'decisions.risk', rows: risksThatHappened },
  { slot: 'went-wrong', kind: 'relay.message', rows: takenBack },
  { slot: 'went-wrong', kind: 'relay.message', rows: breakdowns },
  { slot: 'measured', kind: 'requirements.benefit', rows: points },
  { slot: 'answered', kind: 'relay.meeting-question', rows: answeredAtMeetings },
  { slot: 'coming', kind: 'plan.wave', rows: waves },
  { slot: 'coming', kind: 'relay.meeting', rows: meetings },
  { slot: 'coming', kind: 'capture.event', rows: days },
]
