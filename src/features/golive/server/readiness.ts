import { type settingGroups, settings } from '#features/profiles/contract.ts'
import { lastAppliedAt } from '#features/profiles/server/index.ts'
import { anywhere } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { golive } from '../contract.ts'
import { measured } from './measures.ts'
import { mayKeep, mayRead, mayRecord, maySay, near } from './permissions.ts'

export const listed = (rows: Sql): Sql => sql`(select coalesce(json_agg(to_json(listed)), '[]') from (${rows}) listed)`
const single = (rows: Sql): Sql => sql`(select to_json(single) from (${rows}) single)`

/** Groups of settings that people see on their screens; who gets in, and what is done in danger, are not among them. @source own choice */
const unseen: readonly (typeof settingGroups)[number][] = ['access', 'safety']
export const screenKeys = Object.entries(settings)
  .filter(([, spec]) => spec.runs && !unseen.includes(spec.group))
  .map(([key]) => key)

/** When something that shows on the unit's screens last became another. */
const screensAt = (unit: Sql, day: Sql): Sql => sql`(
  select max(greatest(change.applied_at, change.undone_at)) from profiles.change
  where change.tenant_id = kernel.here() and change.unit_id = ${unit} and change.from_on <= ${day} and exists (
    select from profiles.held join profiles.setting on setting.tenant_id = held.tenant_id and setting.id = held.setting_id
    where held.tenant_id = kernel.here() and change.id in (held.change_id, held.ended_by_change_id) and setting.key = any (${screenKeys}::text[])))`

const items = (place: Sql): Sql => sql`
  select item.id, item.unit_id as "unitId", item.code, item.title, item.mode, item.weight, item.measure, item.setting_key as "settingKey", item.reset_by as "resetBy",
    item.expires_days as "expiresDays", item.owner
  from golive.item where item.tenant_id = kernel.here() and item.place_id = ${place}
    and (item.unit_id is null or array_position(array(${mayRead.places}), item.unit_id) is not null)
  order by item.unit_id nulls first, item.position, item.code`

const passes = sql`
  select gate_pass.wave_id as "waveId", gate_pass.passed_on as "passedOn", gate_pass.note, employee.name as "byName"
  from golive.gate_pass join org.employee on employee.tenant_id = gate_pass.tenant_id and employee.id = gate_pass.recorded_by
  where gate_pass.tenant_id = kernel.here() and gate_pass.gate_id = gate.id order by gate_pass.passed_on`
const gates = (place: Sql): Sql => sql`
  select gate.id, gate.code, gate.title, gate.why, gate.per_wave as "perWave", ${listed(passes)} as passes
  from golive.gate where gate.tenant_id = kernel.here() and gate.place_id = ${place} order by gate.position`

const seen = sql`
  select evidence.outcome, evidence.note, evidence.seen_on as "seenOn", evidence.recorded_at as "recordedAt", employee.name as "byName"
  from golive.evidence join org.employee on employee.tenant_id = evidence.tenant_id and employee.id = evidence.recorded_by
  where evidence.tenant_id = kernel.here() and evidence.item_id = item.id and evidence.unit_id = own.unit_id order by evidence.recorded_at desc, evidence.id desc limit 1`
/** A decision that is no longer in force carries nothing. */
const accepted = sql`
  select acceptance.decision_id as "decisionId", decision.number as "decisionNumber", acceptance.until_on as "untilOn", acceptance.note
  from golive.acceptance left join decisions.decision on decision.tenant_id = acceptance.tenant_id and decision.id = acceptance.decision_id
  where acceptance.tenant_id = kernel.here() and acceptance.item_id = item.id and acceptance.unit_id = own.unit_id
    and (acceptance.decision_id is null or decision.state in ('in-force', 'under-review')) order by acceptance.accepted_at desc, acceptance.id desc limit 1`

const facts = (place: Sql, day: Sql, now: Sql): Sql => sql`
  select item.id as "itemId", case when measured.outcome is not null then json_build_object('outcome', measured.outcome, 'done', measured.done, 'of', measured.of) end as measured,
    ${single(seen)} as seen, ${single(accepted)} as accepted
  from golive.item left join ${measured({ unit: sql`own.unit_id`, measure: sql`item.measure`, day, now })} on true
  where item.tenant_id = kernel.here() and item.place_id = ${place} and (item.unit_id is null or item.unit_id = own.unit_id)`

const fallback = sql`select fallback.plan, fallback.who, fallback.until_on as "untilOn", fallback.version from golive.fallback
  where fallback.tenant_id = kernel.here() and fallback.unit_id = own.unit_id`
const presence = sql`select presence.day, to_char(presence.shift_start, 'HH24:MI') as start, presence.who from golive.presence
  where presence.tenant_id = kernel.here() and presence.unit_id = own.unit_id order by presence.day, presence.shift_start`
const verdict = sql`select verdict.verdict, verdict.conditions, verdict.because, verdict.lacking, verdict.decided_on as "decidedOn", employee.name as "byName",
    exists (select from plan.wave_move moved where moved.tenant_id = kernel.here() and moved.wave_id = own.wave_id and moved.moved_at > verdict.decided_at) as "isMovedSince"
  from golive.verdict join org.employee on employee.tenant_id = verdict.tenant_id and employee.id = verdict.decided_by
  where verdict.tenant_id = kernel.here() and verdict.unit_id = own.unit_id and verdict.wave_id = own.wave_id order by verdict.decided_at desc, verdict.id desc limit 1`
const starts = sql`(select coalesce(json_agg(to_char(start, 'HH24:MI') order by start), '[]') from unnest(org_unit.shift_starts) start)`

/** How every unit of a place stands that is in a wave, by go-live. Shared by the list and by the verdict. */
export const unitsOf = (
  place: Sql,
  { today, now, which, offers }: { today: Sql; now: Sql; which: Sql; offers: Sql },
): Sql => {
  const day = sql`least(${today}, wave.go_live_on)`
  return sql`
  select own.unit_id as id, org_unit.name, wave.id as "waveId", wave.name as "waveName", wave.go_live_on as "goLiveOn", org_unit.round_the_clock as "roundTheClock",
    ${starts} as "shiftStarts", ${lastAppliedAt(sql`own.unit_id`, day)} as "setupAt", ${screensAt(sql`own.unit_id`, day)} as "screensAt",
    ${listed(facts(place, day, now))} as facts, ${single(fallback)} as fallback, ${listed(presence)} as presence, ${single(verdict)} as verdict, ${offers} as permitted
  from plan.unit own
  join plan.wave on wave.tenant_id = own.tenant_id and wave.id = own.wave_id
  join org.unit org_unit on org_unit.tenant_id = own.tenant_id and org_unit.id = own.unit_id
  join org.branch on branch.tenant_id = own.tenant_id and branch.unit_id = own.unit_id and branch.above_id = ${place}
  where own.tenant_id = kernel.here() and ${which} order by wave.go_live_on, wave.code, org_unit.name collate "da-x-icu" limit 300`
}

const stops = (place: Sql): Sql => sql`
  select stop.id, one.number as "caseNumber", stop.because, stop.stopped_at as "stoppedAt", employee.name as "byName",
    case when message.id is not null then json_build_object('id', message.id, 'number', message.number, 'isOut', message.released_at is not null) end as message
  from golive.line_stop stop join golive.early_case one on one.tenant_id = stop.tenant_id and one.id = stop.case_id
  join org.employee on employee.tenant_id = stop.tenant_id and employee.id = stop.stopped_by
  left join relay.message on message.tenant_id = stop.tenant_id and message.id = stop.message_id
  where stop.tenant_id = kernel.here() and stop.place_id = ${place} and stop.lifted_at is null order by stop.stopped_at`

/** The place and everything that stands between its units and their go. */
export const placeRow = (given: { today: Sql; now: Sql; which: Sql; offers: Sql; ownOffers: Sql }): Sql => sql`
  select place.id, ${listed(items(sql`place.id`))} as items, ${listed(gates(sql`place.id`))} as gates,
    ${listed(unitsOf(sql`place.id`, { ...given, offers: given.ownOffers }))} as units, ${listed(stops(sql`place.id`))} as stops, ${given.offers} as permitted
  from org.unit place
  where place.tenant_id = kernel.here() and exists (select from golive.item item where item.tenant_id = kernel.here() and item.place_id = place.id)`

export const readiness = query(golive.readiness, {
  may: anywhere(mayRead),
  audit: () => ({}),
  read: ({ offers, visible, today, now }) =>
    sql`${placeRow({
      today: sql`${today}::date`,
      now: sql`${now}::timestamptz`,
      which: visible(sql`own.unit_id`),
      ownOffers: offers({ record: mayRecord, accept: mayKeep, say: maySay }, sql`own.unit_id`),
      offers: offers({ keep: mayKeep, say: maySay }, sql`place.id`),
    })} and ${near(mayRead, sql`place.id`)} order by place.name limit 20`,
})
