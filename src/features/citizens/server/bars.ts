import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Blank, type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { citizens } from '../contract.ts'
import { whyNotBar, whyNotEndBar } from '../rules.ts'
import { calledName } from './called-name.ts'
import { mayBar, ofCitizen, seenToday } from './permissions.ts'

/** Who is kept apart from the citizens of the unit. A leader who is, sees nothing of it: the citizen is not there for them. */
export const bars = query(citizens.bars, {
  may: at(mayBar, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  subjects: sql`select "citizenId" from rows`,
  read: (asked) => sql`
    select bar.id, bar.citizen_id as "citizenId", ${calledName(sql`citizen`)} as "calledName", bar.employee_id as "employeeId", employee.name as "employeeName",
      bar.reason, bar.from_on as "fromOn", bar.to_on as "toOn", setter.name as "setByName", bar.set_at as "setAt", bar.version, array['end'] as permitted
    from citizens.bar
    join citizens.citizen on citizen.tenant_id = bar.tenant_id and citizen.id = bar.citizen_id
    join org.employee on employee.tenant_id = bar.tenant_id and employee.id = bar.employee_id
    join org.employee setter on setter.tenant_id = bar.tenant_id and setter.id = bar.set_by
    where bar.tenant_id = kernel.here() and (bar.to_on is null or bar.to_on >= ${asked.today}::date)
      and exists (select from citizens.tie where tie.tenant_id = kernel.here() and tie.citizen_id = bar.citizen_id
        and tie.unit_id = ${asked.input.unitId}::uuid and ${seenToday(asked, sql`tie`)})
    order by employee.name collate "da-x-icu", bar.from_on, bar.id limit 1000`,
})

/** From its day on the employee finds nothing about the citizen, on any path and whatever they have open. */
export const bar = command(citizens.bar, {
  may: ofCitizen(mayBar, (input) => input.citizenId),
  audit: (input) => ({ person: input.citizenId, records: [input.id, input.employeeId] }),
  async run({ db, input, by, clock }) {
    refuse(whyNotBar(input, by.id, clock.today()))
    const isEmployee = await db.one(
      sql`select from org.employee where tenant_id = kernel.here() and id = ${input.employeeId}`,
    )
    if (!isEmployee) throw new Problem('not-found', 'kernel.not-found')
    const made =
      await db.run(sql`insert into citizens.bar (id, employee_id, citizen_id, reason, from_on, to_on, set_by, set_at)
      values (${input.id}, ${input.employeeId}, ${input.citizenId}, ${input.reason}, ${input.fromOn}, ${input.toOn}, ${by.id}, ${clock.now()})
      on conflict (tenant_id, id) do nothing`)
    if (!made) throw new Problem('refused', 'kernel.id-taken')
    return { id: input.id, version: 1 }
  },
})

const citizenOfBar = (id: Blank): Sql =>
  sql`(select citizen_id from citizens.bar where tenant_id = kernel.here() and id = ${id}::uuid)`

type Standing = { id: Id; citizenId: Id; employeeId: Id; toOn: Day | null; version: number }
const barById = (db: Db, id: Id) =>
  db.one<Standing>(sql`select id, citizen_id as "citizenId", employee_id as "employeeId", to_on::text as "toOn", version
    from citizens.bar where tenant_id = kernel.here() and id = ${id} for update`)

export const endBar = command(citizens.endBar, {
  may: ofCitizen(mayBar, (input) => citizenOfBar(input.id)),
  about: (db, input) => barById(db, input.id),
  audit: (input, about) => ({
    person: about?.citizenId,
    records: about ? [input.id, about.employeeId] : [input.id],
  }),
  async run({ db, input, about, clock }) {
    refuse(whyNotEndBar(about.toOn, input.lastDay, clock.today()))
    await db.run(sql`update citizens.bar set to_on = greatest(${input.lastDay}::date, from_on - 1), version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id, version: about.version + 1 }
  },
})
