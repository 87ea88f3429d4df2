import { anywhere } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { plan } from '../contract.ts'
import type { BookingSource } from './bookings.ts'
import { isOwn, ownerOf } from './owner.ts'
import { mayAct, mayKeep, mayRead, maySee, near, placeOfTask } from './permissions.ts'

const listed = (rows: Sql): Sql => sql`(select coalesce(json_agg(to_json(listed)), '[]') from (${rows}) listed)`

export const places = query(plan.places, {
  may: anywhere(mayKeep),
  audit: () => ({}),
  read: ({ visible }) => sql`
    select unit.id, unit.name from org.unit
    where unit.tenant_id = kernel.here() and unit.kind <> 'offer' and unit.closed_on is null and ${visible(sql`unit.id`)}
    order by unit.kind = 'municipality' desc, unit.name collate "da-x-icu" limit 200`,
})

const phases = sql`select phase.id, phase.code, phase.name, phase.done_when as "doneWhen", phase.starts_on as "startsOn", phase.ends_on as "endsOn"
  from plan.phase where phase.tenant_id = kernel.here() and phase.plan_id = plan.id order by phase.starts_on, phase.code`

const holders = sql`select holder.unit_id as "unitId", holder.employee_id as "employeeId", holder.who from plan.holder
  where holder.tenant_id = kernel.here() and holder.role_id = role.id and holder.ended_at is null order by holder.unit_id nulls first`
const roles = sql`select role.id, role.code, role.name, role.org_role as "orgRole", role.per_unit as "perUnit", ${listed(holders)} as holders
  from plan.role where role.tenant_id = kernel.here() and role.plan_id = plan.id order by role.position`

const needsOf = (table: 'template_need' | 'task_need', own: Sql): Sql =>
  sql`coalesce((select json_agg(need.needs_id) from plan.${sql.ref(table)} need where need.tenant_id = kernel.here() and ${own}), '[]')`

const templates = sql`select template.id, template.code, template.title, template.why, template.offset_days as "offsetDays", template.role_id as "roleId",
    template.earliest_phase_id as "earliestPhaseId", ${needsOf('template_need', sql`need.template_id = template.id`)} as needs, template.version
  from plan.template where template.tenant_id = kernel.here() and template.plan_id = plan.id order by template.position`

const stages = sql`select stage.id, stage.code, stage.name, stage.after_go_live as "afterGoLive",
    coalesce((select json_agg(need.template_id) from plan.stage_need need where need.tenant_id = kernel.here() and need.stage_id = stage.id), '[]') as needs
  from plan.stage where stage.tenant_id = kernel.here() and stage.plan_id = plan.id order by stage.position`

const unitsOfWave = sql`select own.unit_id as id, org_unit.name from plan.unit own
  join org.unit org_unit on org_unit.tenant_id = own.tenant_id and org_unit.id = own.unit_id
  where own.tenant_id = kernel.here() and own.wave_id = wave.id order by org_unit.name collate "da-x-icu"`
const movesOfWave = sql`select wave_move.was_on as "wasOn", wave_move.becomes_on as "becomesOn", wave_move.because, wave_move.moved_at as at, employee.name as "byName"
  from plan.wave_move join org.employee on employee.tenant_id = wave_move.tenant_id and employee.id = wave_move.moved_by
  where wave_move.tenant_id = kernel.here() and wave_move.wave_id = wave.id order by wave_move.moved_at desc limit 20`
const waves = sql`select wave.id, wave.code, wave.name, wave.go_live_on as "goLiveOn", ${listed(unitsOfWave)} as units, ${listed(movesOfWave)} as moves, wave.version
  from plan.wave where wave.tenant_id = kernel.here() and wave.plan_id = plan.id order by wave.go_live_on, wave.code`

const absences = sql`select absence.id, absence.employee_id as "employeeId", employee.name, absence.deputy_id as "deputyId", deputy.name as "deputyName",
    absence.from_on as "fromOn", absence.to_on as "toOn", absence.version
  from plan.absence join org.employee on employee.tenant_id = absence.tenant_id and employee.id = absence.employee_id
  left join org.employee deputy on deputy.tenant_id = absence.tenant_id and deputy.id = absence.deputy_id
  where absence.tenant_id = kernel.here() and absence.plan_id = plan.id and absence.cancelled_at is null
    and array_position(array(${mayKeep.places}), plan.place_id) is not null
  order by absence.from_on limit 300`

const ownBookings = (
  now: Sql,
): Sql => sql`select engagement.id, engagement.unit_id as "unitId", org_unit.name as "unitName", engagement.title, engagement.who,
    engagement.employee_id as "employeeId", engagement.room, engagement.from_at as "fromAt", engagement.until_at as "untilAt", engagement.version, null::text as "keptIn"
  from plan.engagement left join org.unit org_unit on org_unit.tenant_id = engagement.tenant_id and org_unit.id = engagement.unit_id
  where engagement.tenant_id = kernel.here() and engagement.plan_id = plan.id and engagement.cancelled_at is null and engagement.until_at > ${now} - interval '7 days'
    and (array_position(array(${mayRead.places}), plan.place_id) is not null or array_position(array(${mayRead.places}), engagement.unit_id) is not null)`

/** Those of a feature above, for units of the plan. Whoever may read only of their own unit sees what it is booked for. */
const booked = ({ keptIn, rows }: BookingSource, now: Sql): Sql => sql`
  select booked.id, case when cardinality(booked.unit_ids) = 1 then booked.unit_ids[1] end, named.units, booked.title, booked.who,
    booked.employee_id, booked.room, booked.from_at, booked.until_at, booked.version, ${sql.lit(keptIn)}
  from (${rows}) booked
  cross join lateral (select string_agg(org_unit.name, ', ' order by org_unit.name collate "da-x-icu") as units,
      bool_or(org_unit.id = any (array(${mayRead.places}))) as within
    from org.unit org_unit join org.branch on branch.tenant_id = org_unit.tenant_id and branch.unit_id = org_unit.id and branch.above_id = plan.place_id
    where org_unit.tenant_id = kernel.here() and org_unit.id = any (booked.unit_ids)) named
  where named.within and booked.until_at > ${now} - interval '7 days'`

/** From a week ago on; what is over clashes with nothing. */
const engagements = (sources: readonly BookingSource[], now: Sql): Sql => sql`select * from (
    ${sql.join([ownBookings(now), ...sources.map((source) => booked(source, now))], sql` union all `)}) taken order by taken."fromAt", taken.id limit 500`

/** `bookings`: what features above have booked people for. */
export const plans = (bookings: readonly BookingSource[]) =>
  query(plan.plans, {
    may: anywhere(mayRead),
    audit: () => ({}),
    read: ({ offers, now }) => sql`
    select plan.id, plan.place_id as "placeId", plan.title, ${listed(phases)} as phases, ${listed(roles)} as roles, ${listed(templates)} as templates,
      ${listed(stages)} as stages, ${listed(waves)} as waves, ${listed(absences)} as absences, ${listed(engagements(bookings, sql`${now}::timestamptz`))} as engagements,
      plan.version, ${offers({ keep: mayKeep }, sql`plan.place_id`)} as permitted
    from plan.plan where plan.tenant_id = kernel.here() and ${near(mayRead, sql`plan.place_id`)}
    order by plan.title limit 20`,
  })

export const tasks = query(plan.tasks, {
  may: anywhere(maySee),
  audit: () => ({}),
  read: ({ offers, actor, today }) => {
    const day = sql`${today}::date`
    return sql`
    select task.id, task.plan_id as "planId", task.unit_id as "unitId", org_unit.name as "unitName", task.wave_id as "waveId", task.template_id as "templateId",
      task.phase_id as "phaseId", coalesce(task.code, template.code) as code, task.title, task.why, task.role_id as "roleId", task.employee_id as "employeeId",
      owner.employee_id as "ownerId", owner.who as "ownerName", task.starts_on as "startsOn", task.due_on as "dueOn", task.by_hand as "byHand", task.follows_key is not null as "fromAnswer", task.state, task.because,
      task.done_on as "doneOn", ${needsOf('task_need', sql`need.task_id = task.id`)} as needs, ${isOwn(sql`${actor}::uuid`, day)} as "isMine", task.version,
      ${offers({ act: mayAct }, placeOfTask)} as permitted
    from plan.task
    join plan.plan on plan.tenant_id = task.tenant_id and plan.id = task.plan_id
    left join plan.template on template.tenant_id = task.tenant_id and template.id = task.template_id
    left join org.unit org_unit on org_unit.tenant_id = task.tenant_id and org_unit.id = task.unit_id
    left join ${ownerOf(day)} on true
    where task.tenant_id = kernel.here()
      and (case when task.unit_id is null then ${near(mayRead, sql`plan.place_id`)} else array_position(array(${mayRead.places}), task.unit_id) is not null end
        or ${isOwn(sql`${actor}::uuid`, day)})
    order by task.due_on nulls last, task.id limit 3000`
  },
})

const boardTasks = sql`select task.id, task.template_id as "templateId", task.title, task.state, task.due_on as "dueOn", task.done_on as "doneOn",
    ${needsOf('task_need', sql`need.task_id = task.id`)} as needs
  from plan.task where task.tenant_id = kernel.here() and task.unit_id = own.unit_id order by task.due_on nulls last, task.id`
const boardUnits = sql`select own.unit_id as id, org_unit.name, wave.code as "waveCode", wave.name as "waveName", wave.go_live_on as "goLiveOn", ${listed(boardTasks)} as tasks
  from plan.unit own join plan.wave on wave.tenant_id = own.tenant_id and wave.id = own.wave_id
  join org.unit org_unit on org_unit.tenant_id = own.tenant_id and org_unit.id = own.unit_id
  where own.tenant_id = kernel.here() and wave.plan_id = plan.id order by wave.go_live_on, wave.code, org_unit.name collate "da-x-icu" limit 300`

export const board = query(plan.board, {
  may: anywhere(maySee),
  audit: () => ({}),
  read: () => sql`
    select plan.id, plan.title, ${listed(stages)} as stages, ${listed(boardUnits)} as units
    from plan.plan where plan.tenant_id = kernel.here() and ${near(maySee, sql`plan.place_id`)}
    order by plan.title limit 20`,
})
