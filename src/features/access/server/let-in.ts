import { createHash } from 'node:crypto'
import { shiftStartsOn } from '#features/org/server/index.ts'
import { closeWaysIn } from '#features/signin/server/index.ts'
import type { InputOf } from '#kernel/lang/contract.ts'
import { type Day, dayOf, type Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { at, type Gate } from '#kernel/server/permission.ts'
import { type Blank, type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { type By, command } from '#kernel/server/use-case.ts'
import { access } from '../contract.ts'
import { shiftEndsAt, whyNotLetIn } from '../rules.ts'
import { mayLetIn } from './permissions.ts'
import { isNow } from './temps.ts'

/** Six digits are few: what guards them is that they open nothing but the unit's own tablet, five times, until the shift ends. */
export const hashOfCode = (dutyId: Id, code: string): Buffer =>
  createHash('sha256').update(`${dutyId} ${code}`).digest()

type Input = InputOf<typeof access.letIn>
type Known = { id: Id; name: string; isOnDuty: boolean; hasRoles: boolean }

/** The same name and one mark that agrees, none that differs: the same person. */
const knownTemp = (db: Db, input: Input, clock: Clock, until: Instant) =>
  db.one<Known>(sql`select employee.id, employee.name, ${holdsRoles(clock.today(), dayOf(until))} as "hasRoles", exists (select from org.duty where duty.tenant_id = kernel.here()
      and duty.employee_id = employee.id and duty.unit_id = ${input.unitId} and ${isNow(sql`duty`, sql`${clock.now()}`)}) as "isOnDuty"
    from access.temp join org.employee on employee.tenant_id = temp.tenant_id and employee.id = temp.employee_id
    where temp.tenant_id = kernel.here() and (temp.employee_id = ${input.employeeId} or (
      lower(employee.name) = lower(btrim(${input.name})) and coalesce(temp.born_on = ${input.bornOn}::date, true) and coalesce(temp.phone_end = ${input.phoneEnd}::text, true)
        and coalesce(lower(temp.agency_number) = lower(${input.agencyNumber}::text), true)
        and (temp.born_on = ${input.bornOn}::date or temp.phone_end = ${input.phoneEnd}::text or lower(temp.agency_number) = lower(${input.agencyNumber}::text))))
    order by temp.employee_id = ${input.employeeId} desc, temp.first_at limit 1 for update of temp`)

/**
 * Whether somebody who once came as a temp is employed with roles of their own on some day from one to another: the code
 * a colleague made would open those too. Over `org.employee` under that name.
 */
export const holdsRoles = (from: Day, to: Day): Sql => sql`(coalesce(employee.employed_to >= ${from}::date, true)
  and exists (select from org.role_grant g where g.tenant_id = employee.tenant_id and g.employee_id = employee.id
    and g.starts_on <= ${to}::date and coalesce(g.ends_on >= ${from}::date, true)))`

/** Employed for the days of the duty and no longer: an identity that stays, and never an open account. */
async function keepTemp(db: Db, input: Input, known: Known | undefined, by: By, clock: Clock, until: Instant) {
  const lastDay = dayOf(until)
  if (known) {
    await endRolesOfBefore(db, known.id, by, clock)
    await db.run(sql`update org.employee set employed_to = greatest(employed_to, ${lastDay}::date), changed_at = ${clock.now()}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${known.id} and employed_to < ${lastDay}`)
    await db.run(sql`update access.temp set agency = coalesce(${input.agency}, agency), agency_number = coalesce(agency_number, ${input.agencyNumber}),
        born_on = coalesce(born_on, ${input.bornOn}::date), phone_end = coalesce(phone_end, ${input.phoneEnd})
      where tenant_id = kernel.here() and employee_id = ${known.id}`)
    return known
  }
  const name = input.name.trim()
  const made = await db.run(sql`insert into org.employee (id, name, employed_from, employed_to, changed_at, changed_by)
    values (${input.employeeId}, ${name}, ${clock.today()}, ${lastDay}, ${clock.now()}, ${by.id}) on conflict (tenant_id, id) do nothing`)
  if (!made) refuse(refusal('access.not-a-temp', {}, 'employeeId'))
  await db.run(sql`insert into access.temp (employee_id, agency, agency_number, born_on, phone_end, first_by, first_at)
    values (${input.employeeId}, ${input.agency}, ${input.agencyNumber?.trim() || null}, ${input.bornOn}, ${input.phoneEnd}, ${by.id}, ${clock.now()})`)
  return { id: input.employeeId, name }
}

/** Somebody who was employed here between and left: the duty brings them back as a temp, never the roles and ways in they had then. */
async function endRolesOfBefore(db: Db, employeeId: Id, by: By, clock: Clock): Promise<void> {
  const left = await db.one<{ on: Day }>(sql`select employed_to::text as "on" from org.employee
    where tenant_id = kernel.here() and id = ${employeeId} and employed_to < ${clock.today()} for update`)
  if (!left) return
  await db.run(sql`update org.role_grant set ends_on = greatest(${left.on}::date, starts_on - 1), ended_at = ${clock.now()}, ended_by = ${by.id}
    where tenant_id = kernel.here() and employee_id = ${employeeId} and (ends_on is null or ends_on > ${left.on})`)
  await closeWaysIn(db, employeeId)
}

const unitOf = (db: Db, unitId: Id, today: Day) =>
  db.one<{
    shiftStarts: string[]
  }>(sql`select array(select to_char(start, 'HH24:MI') from unnest(${shiftStartsOn(sql`unit`, sql`${today}`)}) start order by 1) as "shiftStarts"
    from org.unit where tenant_id = kernel.here() and id = ${unitId}`)

export const letIn = command(access.letIn, {
  may: at(mayLetIn, (input) => input.unitId),
  about: (db, input, { clock }) => unitOf(db, input.unitId, clock.today()),
  audit: (input) => ({
    place: input.unitId,
    records: [input.id, input.employeeId],
    about: { idShown: input.idShown },
  }),
  async run({ db, input, about, by, clock }) {
    const untilAt = shiftEndsAt(about.shiftStarts, clock.now())
    const known = await knownTemp(db, input, clock, untilAt)
    if (known?.hasRoles) refuse(refusal('access.not-a-temp', {}, 'employeeId'))
    if (!known || known.isOnDuty) refuse(whyNotLetIn({ ...input, isOnDuty: known?.isOnDuty ?? false }, clock.today()))
    const { id: employeeId, name } = await keepTemp(db, input, known, by, clock, untilAt)
    const made =
      await db.run(sql`insert into org.duty (id, employee_id, unit_id, role, from_at, until_at, opened_by, id_check)
      values (${input.id}, ${employeeId}, ${input.unitId}, 'temp-worker', ${clock.now()}, ${untilAt}, ${by.id}, ${input.idShown}) on conflict do nothing`)
    if (!made) throw new Problem('refused', 'kernel.id-taken')
    await keepCode(db, input.id, input.code, by, clock)
    return { id: input.id, employeeId, name, untilAt, wasKnown: known !== undefined }
  },
  tell: (input) => [{ topic: 'access', place: input.unitId }],
})

const keepCode = (db: Db, dutyId: Id, code: string, by: By, clock: Clock) =>
  db.run(sql`insert into access.code (duty_id, code_hash, made_by, made_at) values (${dutyId}, ${hashOfCode(dutyId, code)}, ${by.id}, ${clock.now()})
    on conflict (tenant_id, duty_id) do update set code_hash = excluded.code_hash, wrong = 0, made_by = excluded.made_by, made_at = excluded.made_at`)

/** A duty of a unit where the actor lets temps in. */
const ofDuty = <I extends { id: unknown }>(): Gate<I> => ({
  right: mayLetIn,
  rows: ({ input, visible }) => sql`select duty.id from org.duty
    where duty.tenant_id = kernel.here() and duty.id = ${(input as { id: Blank }).id}::uuid and ${visible(sql`duty.unit_id`)}`,
})

type Standing = { id: Id; employeeId: Id; unitId: Id; isOver: boolean; version: number }

const dutyById = (db: Db, id: Id) =>
  db.one<
    Standing & { untilAt: Instant }
  >(sql`select id, employee_id as "employeeId", unit_id as "unitId", ended_at is not null as "isOver",
      to_json(until_at) #>> '{}' as "untilAt", version
    from org.duty where tenant_id = kernel.here() and id = ${id} for update`)

const isOver = (duty: { isOver: boolean; untilAt: Instant }, clock: Clock) =>
  duty.isOver || Date.parse(duty.untilAt) <= Date.parse(clock.now())

export const endDuty = command(access.endDuty, {
  may: ofDuty(),
  about: (db, input) => dutyById(db, input.id),
  audit: (input, about) => ({ place: about?.unitId, records: about ? [input.id, about.employeeId] : [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (isOver(about, clock)) throw new Problem('refused', 'access.duty-over')
    await db.run(sql`update org.duty set ended_at = ${clock.now()}, ended_by = ${by.id}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    await endLooseTemps(db, clock)
    return { id: input.id, endedAt: clock.now() }
  },
  tell: (_, about) => [{ topic: 'access', place: about.unitId }],
})

export const newCode = command(access.newCode, {
  may: ofDuty(),
  about: (db, input) => dutyById(db, input.id),
  audit: (input, about) => ({ place: about?.unitId, records: about ? [input.id, about.employeeId] : [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (isOver(about, clock)) throw new Problem('refused', 'access.duty-over')
    await keepCode(db, input.id, input.code, by, clock)
    return { id: input.id }
  },
})

/**
 * Signs out every temp who is on no duty. Their reach ended with the duty by itself; this takes the screen too.
 * Runs when a duty is ended by hand, and every few minutes. Can run twice.
 */
export async function endLooseTemps(db: Db, clock: Clock): Promise<number> {
  return db.run(sql`update kernel.session set ended_at = ${clock.now()}
    where tenant_id = kernel.here() and ended_at is null and (how = 'temp' or exists (select from access.temp
        where temp.tenant_id = kernel.here() and temp.employee_id = session.actor_id))
      and not exists (select from org.duty where duty.tenant_id = kernel.here() and duty.employee_id = session.actor_id
        and ${isNow(sql`duty`, sql`${clock.now()}`)})
      and not exists (select from org.role_grant g where g.tenant_id = kernel.here() and g.employee_id = session.actor_id
        and g.starts_on <= ${clock.today()} and coalesce(g.ends_on >= ${clock.today()}, true))`)
}
