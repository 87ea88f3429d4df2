import { employeeName, reaches } from '#features/org/server/index.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import { addDays } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere, at } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { clarification } from '../contract.ts'
import { whyNotContact, whyNotPeriod } from '../rules.ts'
import { mayAnswer, mayAnswerOwn, mayName, mayRead, ofRecord } from './permissions.ts'

/**
 * The implementation contact of each unit that has one on a day: unit_id, contact_id, deputy_id, acting_id (the contact, the
 * deputy while the contact is away or gone, or null: then it is the leader's). For features above: what goes to a unit goes to whoever acts.
 */
export const contactsOf = (day: Sql): Sql => sql`clarification.contacts_on((${day})::date)`

/** Whether somebody acts for the unit on the day. */
export const hasContact = (unit: Sql, day: Sql): Sql =>
  sql`exists (select from ${contactsOf(day)} acting where acting.unit_id = ${unit} and acting.acting_id is not null)`

const leaves = (
  today: Sql,
): Sql => sql`(select coalesce(json_agg(json_build_object('id', leave.id, 'employeeId', leave.employee_id,
    'name', ${employeeName(sql`leave.employee_id`)}, 'fromOn', leave.from_on, 'toOn', leave.to_on, 'version', leave.version) order by leave.from_on, leave.id), '[]')
  from clarification.leave where leave.tenant_id = kernel.here() and leave.unit_id = unit.id and leave.to_on >= greatest(leave.from_on, ${today}))`

export const contacts = query(clarification.contacts, {
  may: anywhere(mayRead),
  audit: () => ({}),
  records: sql`select "unitId" from rows`,
  read: ({ visible, offers, today }) => sql`
    select unit.id as "unitId", unit.name as "unitName", contact.id, contact.employee_id as "employeeId", ${employeeName(sql`contact.employee_id`)} as "employeeName",
      contact.deputy_id as "deputyId", ${employeeName(sql`contact.deputy_id`)} as "deputyName", contact.from_on as "fromOn", contact.to_on as "toOn",
      acting.acting_id as "actingId", ${employeeName(sql`acting.acting_id`)} as "actingName", contact.version,
      ${leaves(sql`${today}::date`)} as leaves, ${offers({ name: mayName, leave: mayAnswer }, sql`unit.id`)} as permitted
    from org.unit
    left join clarification.contact on contact.tenant_id = unit.tenant_id and contact.unit_id = unit.id
      and contact.from_on <= ${today}::date and (contact.to_on is null or contact.to_on >= ${today}::date)
    left join ${contactsOf(sql`${today}`)} acting on acting.unit_id = unit.id
    where unit.tenant_id = kernel.here() and unit.kind = 'offer' and (unit.closed_on is null or unit.closed_on > ${today}::date) and ${visible(sql`unit.id`)}
    order by unit.name collate "da-x-icu" limit 1000`,
})

export const candidates = query(clarification.candidates, {
  may: at(mayName, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  read: ({ input, today }) => sql`
    select employee.id, employee.name, array_agg(distinct role_grant.role order by role_grant.role) as roles
    from org.role_grant
    join org.branch on branch.tenant_id = role_grant.tenant_id and branch.above_id = role_grant.unit_id and branch.unit_id = ${input.unitId}::uuid
    join org.employee on employee.tenant_id = role_grant.tenant_id and employee.id = role_grant.employee_id
    where role_grant.tenant_id = kernel.here() and role_grant.role = any (${[...mayAnswerOwn.roles]}::text[])
      and role_grant.starts_on <= ${today}::date and (role_grant.ends_on is null or role_grant.ends_on >= ${today}::date)
      and (employee.employed_to is null or employee.employed_to >= ${today}::date)
    group by employee.tenant_id, employee.id order by employee.name collate "da-x-icu" limit 200`,
})

type When = { at: Instant; on: Day }

const answersFor = (db: Db, id: Id, unitId: Id, when: When) => reaches(db, { id, ...when }, mayAnswerOwn, unitId)

async function refuseContact(db: Db, unitId: Id, employeeId: Id, deputyId: Id | null, when: When): Promise<void> {
  refuse(
    whyNotContact({
      deputyIsSame: employeeId === deputyId,
      holdsRole: await answersFor(db, employeeId, unitId, when),
      deputyHoldsRole: deputyId === null || (await answersFor(db, deputyId, unitId, when)),
    }),
  )
}

/** A unit's contacts are named one at a time: its row is the lock. */
const lockUnit = (db: Db, unitId: Id) =>
  db.run(sql`select from org.unit where tenant_id = kernel.here() and id = ${unitId} for no key update`)

export const nameContact = command(clarification.nameContact, {
  may: at(mayName, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, records: [input.id, input.employeeId] }),
  async run({ db, input, by, clock }) {
    const { unitId, employeeId, deputyId, fromOn } = input
    await refuseContact(db, unitId, employeeId, deputyId, { at: clock.now(), on: clock.today() })
    await lockUnit(db, unitId)
    await db.run(sql`update clarification.contact set to_on = ${addDays(fromOn, -1)}::date, version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id}
      where tenant_id = kernel.here() and unit_id = ${unitId} and from_on < ${fromOn}::date and (to_on is null or to_on >= ${fromOn}::date)`)
    const later =
      await db.one(sql`select from clarification.contact where tenant_id = kernel.here() and unit_id = ${unitId}
      and from_on >= ${fromOn}::date and (to_on is null or to_on >= from_on)`)
    if (later) refuse(refusal('clarification.contact-already', {}, 'fromOn'))
    await db.run(sql`insert into clarification.contact (id, unit_id, employee_id, deputy_id, from_on, changed_at, changed_by)
      values (${input.id}, ${unitId}, ${employeeId}, ${deputyId}, ${fromOn}::date, ${clock.now()}, ${by.id})`)
    return { id: input.id, version: 1 }
  },
  tell: (input) => [{ topic: 'clarification', place: input.unitId }],
})

type Standing = { id: Id; unitId: Id; employeeId: Id; fromOn: Day; version: number }

const locked = (db: Db, table: 'contact' | 'leave', id: Id) =>
  db.one<Standing>(sql`select id, unit_id as "unitId", employee_id as "employeeId", from_on::text as "fromOn", version
    from clarification.${sql.ref(table)} where tenant_id = kernel.here() and id = ${id} for update`)

const change = async (db: Db, table: 'contact' | 'leave', { id, version }: Standing, to: Sql, by: Id, now: Instant) => {
  await db.run(sql`update clarification.${sql.ref(table)} set ${to}, version = version + 1, changed_at = ${now}, changed_by = ${by}
    where tenant_id = kernel.here() and id = ${id}`)
  return { id, version: version + 1 }
}

export const changeDeputy = command(clarification.changeDeputy, {
  may: ofRecord('contact')(mayName),
  about: (db, input) => locked(db, 'contact', input.id),
  audit: (input, about) => ({ place: about?.unitId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    await refuseContact(db, about.unitId, about.employeeId, input.deputyId, { at: clock.now(), on: clock.today() })
    return change(db, 'contact', about, sql`deputy_id = ${input.deputyId}`, by.id, clock.now())
  },
  tell: (_, about) => [{ topic: 'clarification', place: about.unitId }],
})

const refuseBefore = (toOn: Day, fromOn: Day) => refuse(whyNotPeriod(addDays(fromOn, -1), toOn))

export const endContact = command(clarification.endContact, {
  may: ofRecord('contact')(mayName),
  about: (db, input) => locked(db, 'contact', input.id),
  audit: (input, about) => ({ place: about?.unitId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuseBefore(input.toOn, about.fromOn)
    return change(db, 'contact', about, sql`to_on = ${input.toOn}::date`, by.id, clock.now())
  },
  tell: (_, about) => [{ topic: 'clarification', place: about.unitId }],
})

export const addLeave = command(clarification.addLeave, {
  may: at(mayAnswer, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, records: [input.id, input.employeeId] }),
  async run({ db, input, by, clock }) {
    refuse(whyNotPeriod(input.fromOn, input.toOn))
    const named =
      await db.one(sql`select from clarification.contact where tenant_id = kernel.here() and unit_id = ${input.unitId}
      and ${input.employeeId} in (employee_id, deputy_id) and (to_on is null or to_on >= ${input.fromOn}::date)`)
    if (!named) refuse(refusal('clarification.not-a-contact', {}, 'employeeId'))
    await db.run(sql`insert into clarification.leave (id, unit_id, employee_id, from_on, to_on, changed_at, changed_by)
      values (${input.id}, ${input.unitId}, ${input.employeeId}, ${input.fromOn}::date, ${input.toOn}::date, ${clock.now()}, ${by.id})`)
    return { id: input.id, version: 1 }
  },
  tell: (input) => [{ topic: 'clarification', place: input.unitId }],
})

export const endLeave = command(clarification.endLeave, {
  may: ofRecord('leave')(mayAnswer),
  about: (db, input) => locked(db, 'leave', input.id),
  audit: (input, about) => ({ place: about?.unitId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuseBefore(input.toOn, about.fromOn)
    return change(db, 'leave', about, sql`to_on = ${input.toOn}::date`, by.id, clock.now())
  },
  tell: (_, about) => [{ topic: 'clarification', place: about.unitId }],
})
