import { createHash, randomBytes } from 'node:crypto'
import ical, { ICalCalendarMethod } from 'ical-generator'
import { addDays, type Day, type Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { mine } from '#kernel/server/permission.ts'
import type { Route } from '#kernel/server/route.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { plan } from '../contract.ts'
import { ownerOf } from './owner.ts'

const SECRET_BYTES = 24
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

export const myCalendar = query(plan.myCalendar, {
  may: mine('plan.myCalendar'),
  audit: () => ({}),
  read: ({
    actor,
  }) => sql`select me.id, calendar.made_at as "madeAt", calendar.read_at as "readAt" from (select ${actor}::uuid as id) me
    left join plan.calendar on calendar.tenant_id = kernel.here() and calendar.employee_id = me.id`,
})

/** The address is a secret and stands nowhere: asked again after a lost answer, there is a new one. */
export const makeCalendar = command(plan.makeCalendar, {
  repeatable: true,
  may: mine('plan.makeCalendar'),
  audit: () => ({}),
  async run({ db, by, clock }) {
    const secret = randomBytes(SECRET_BYTES).toString('base64url')
    await db.run(sql`insert into plan.calendar (employee_id, secret_hash, made_at) values (${by.id}, ${hashOf(secret)}, ${clock.now()})
      on conflict (tenant_id, employee_id) do update set secret_hash = excluded.secret_hash, made_at = excluded.made_at, read_at = null`)
    return { path: `/api/kalender/${secret}.ics` }
  },
})

export const endCalendar = command(plan.endCalendar, {
  may: mine('plan.endCalendar'),
  audit: () => ({}),
  async run({ db, by }) {
    await db.run(sql`delete from plan.calendar where tenant_id = kernel.here() and employee_id = ${by.id}`)
    return { ok: true as const }
  },
})

type Entry = { id: Id; title: string; place: string; dueOn: Day; at: Instant }
type Meeting = { id: Id; title: string; place: string; room: string | null; fromAt: Date; untilAt: Date; at: Instant }

/** Unfinished tasks with a day; no citizen stands in any of them. */
const tasksFor = (db: Db, employeeId: Id, today: Day) =>
  db.all<Entry>(sql`
    select task.id, task.title, coalesce(org_unit.name, place.name) as place, task.due_on::text as "dueOn", task.changed_at as at
    from plan.task join plan.plan on plan.tenant_id = task.tenant_id and plan.id = task.plan_id
    join org.unit place on place.tenant_id = plan.tenant_id and place.id = plan.place_id
    left join org.unit org_unit on org_unit.tenant_id = task.tenant_id and org_unit.id = task.unit_id
    join ${ownerOf(sql`${today}::date`)} on owner.employee_id = ${employeeId}
    where task.tenant_id = kernel.here() and task.state in ('open', 'doing') and task.due_on is not null order by task.due_on, task.id limit 500`)

const meetingsFor = (db: Db, employeeId: Id, today: Day) =>
  db.all<Meeting>(sql`
    select engagement.id, engagement.title, coalesce(org_unit.name, place.name) as place, engagement.room, engagement.from_at as "fromAt", engagement.until_at as "untilAt", engagement.changed_at as at
    from plan.engagement join plan.plan on plan.tenant_id = engagement.tenant_id and plan.id = engagement.plan_id
    join org.unit place on place.tenant_id = plan.tenant_id and place.id = plan.place_id
    left join org.unit org_unit on org_unit.tenant_id = engagement.tenant_id and org_unit.id = engagement.unit_id
    where engagement.tenant_id = kernel.here() and engagement.employee_id = ${employeeId} and engagement.cancelled_at is null
      and engagement.until_at > ${today}::date - 31 order by engagement.from_at limit 500`)

/** What a calendar reads: tasks as whole days, what takes a person's time with its hours. @source RFC 5545 */
export function calendarOf(name: string, tasks: readonly Entry[], meetings: readonly Meeting[]): string {
  const calendar = ical({ name, method: ICalCalendarMethod.PUBLISH, prodId: '//Roed Traad//Plan//DA', ttl: 3600 })
  for (const { id, title, place, dueOn, at } of tasks)
    calendar.createEvent({
      id: `${id}@roed-traad`,
      start: new Date(`${dueOn}T00:00:00Z`),
      end: new Date(`${addDays(dueOn, 1)}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      summary: title,
      description: place,
      stamp: new Date(at),
    })
  for (const { id, title, place, room, fromAt, untilAt, at } of meetings)
    calendar.createEvent({
      id: `${id}@roed-traad`,
      start: new Date(fromAt),
      end: new Date(untilAt),
      summary: title,
      description: place,
      location: room,
      stamp: new Date(at),
    })
  return calendar.toString()
}

const enter = (db: Db, at: Instant, outcome: 'done' | 'denied', owner: Id | null) =>
  db.run(sql`insert into kernel.audit (at, action, outcome, about) values (${at}, 'plan.fetchCalendar', ${outcome},
    ${owner ? JSON.stringify({ owner }) : null}::jsonb)`)

/** Whoever has the address has the calendar, so it says little: titles and units. An ended or unknown one is not there. */
const fetchCalendar: Route['run'] = async ({ db, whole, clock, params, device }) => {
  const secret = (params.secret ?? '').replace(/\.ics$/, '')
  const found = await db.one<{ id: Id }>(sql`
    update plan.calendar set read_at = ${clock.now()} from org.employee
    where calendar.tenant_id = kernel.here() and calendar.secret_hash = ${hashOf(secret)} and employee.tenant_id = calendar.tenant_id
      and employee.id = calendar.employee_id and (employee.employed_to is null or employee.employed_to >= ${clock.today()}::date)
    returning calendar.employee_id as id`)
  await enter(db, clock.now(), found ? 'done' : 'denied', found?.id ?? null)
  if (!found) throw new Problem('not-found', 'kernel.not-found')
  const today = clock.today()
  const [tasks, meetings] = await whole(async (own) => [
    await tasksFor(own, found.id, today),
    await meetingsFor(own, found.id, today),
  ])
  return { type: 'text/calendar; charset=utf-8', body: calendarOf(`${device.tenantName}: plan`, tasks, meetings) }
}

export const planRoutes: readonly Route[] = [{ method: 'GET', path: '/api/kalender/:secret', run: fetchCalendar }]
