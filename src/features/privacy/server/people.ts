import { DAYS_AFTER, fullName } from '#features/citizens/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { type Finder, finderOf, type Person } from '../mask.ts'

export type Citizen = {
  id: Id
  fullName: string
  calledName: string | null
  bornOn: string | null
  number: string | null
}

export const citizenById = (db: Db, id: Id) =>
  db.one<Citizen>(sql`select id, ${fullName(sql`citizen`)} as "fullName", preferred_name as "calledName", born_on as "bornOn", number
    from citizens.citizen where tenant_id = kernel.here() and id = ${id}`)

/** Those who were in the same units at the same time, and a while around it, are known there by their first names. */
const others = (id: Id) => sql`
  select citizen.id, 'citizen' as kind, array_remove(array[${fullName(sql`citizen`)}, nullif(btrim(citizen.preferred_name), '')], null) as names,
    citizen.id in (
      select theirs.citizen_id from citizens.tie own
      join citizens.tie theirs on theirs.tenant_id = own.tenant_id and theirs.unit_id = own.unit_id
        and daterange(theirs.from_on - ${sql.lit(DAYS_AFTER)}, theirs.to_on + ${sql.lit(DAYS_AFTER)}, '[]') && daterange(own.from_on, own.to_on, '[]')
      where own.tenant_id = kernel.here() and own.citizen_id = ${id}
        and (own.to_on is null or own.to_on >= own.from_on) and (theirs.to_on is null or theirs.to_on >= theirs.from_on)) as "isNear"
  from citizens.citizen where citizen.tenant_id = kernel.here() and citizen.id <> ${id}`

/** A whole name only: relatives of others are seldom called by the first name alone, and often have somebody else's. */
const contacts = (id: Id) => sql`
  select contact.id, case when contact.citizen_id = ${id} then 'contact' else 'relative' end, array[btrim(contact.name)], contact.citizen_id = ${id}
  from citizens.contact where contact.tenant_id = kernel.here()`

/** Those who wrote about the citizen are known by their first names too. */
const employees = (id: Id) => sql`
  select employee.id, 'employee', array[btrim(employee.name)], employee.id in (
    select author_id from journal.note where note.tenant_id = kernel.here() and note.citizen_id = ${id})
  from org.employee where employee.tenant_id = kernel.here()`

/** Whom the records of a citizen may name. */
export async function finderFor(db: Db, citizen: Citizen): Promise<Finder> {
  const people = await db.all<Person>(
    sql`${others(citizen.id)} union all ${contacts(citizen.id)} union all ${employees(citizen.id)}`,
  )
  return finderOf(people, { names: [citizen.fullName, citizen.calledName ?? ''], number: citizen.number })
}
