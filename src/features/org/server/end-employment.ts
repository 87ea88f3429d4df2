import { addDays, type Day, instantAt, isBefore } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { endSessionsOf, limitSessionsOf } from '#kernel/server/sessions.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { type Employee, org } from '../contract.ts'
import { employeeById, whollyMine } from './employees.ts'
import { isLastAdministrator } from './roles.ts'

type Open = { id: Id; unitId: Id; role: string }
type Leaving = Employee & { open: Open[] }

/** Roles that would outlast the employment. */
const openAfter = (db: Db, employeeId: Id, lastDay: Day) =>
  db.all<Open>(sql`select id, unit_id as "unitId", role from org.role_grant
    where tenant_id = kernel.here() and employee_id = ${employeeId} and (ends_on is null or ends_on > ${lastDay}::date) order by id for update`)

async function leaving(db: Db, employeeId: Id, lastDay: Day): Promise<Leaving | undefined> {
  const employee = await employeeById(db, employeeId)
  return employee && { ...employee, open: await openAfter(db, employeeId, lastDay) }
}

/** Sessions and roles end with the last day. Should the day be moved later, a role is given anew by somebody who means it. */
export const endEmployment = command(org.endEmployment, {
  may: whollyMine(),
  about: (db, input) => leaving(db, input.employeeId, input.lastDay),
  audit: (input, about) => ({
    records: [input.employeeId, ...(about?.open ?? []).map(({ id }) => id)],
    about: {
      lastDay: input.lastDay,
      before: about?.employedTo ?? null,
      roles: (about?.open ?? []).map(({ role }) => role).join(' '),
    },
  }),
  async run({ db, input, about, by, clock }) {
    if (input.employeeId === by.id) refuse(refusal('org.not-yourself', {}, 'employeeId'))
    if (isBefore(input.lastDay, about.employedFrom))
      refuse(refusal('org.ends-before-it-starts', { employedFrom: about.employedFrom }, 'lastDay'))
    for (const { id } of about.open) if (await isLastAdministrator(db, id)) refuse(refusal('org.last-administrator'))
    await db.run(sql`update org.role_grant set ends_on = greatest(${input.lastDay}::date, starts_on - 1), ended_at = ${clock.now()}, ended_by = ${by.id}
      where tenant_id = kernel.here() and id = any (${about.open.map(({ id }) => id)}::uuid[])`)
    await db.run(sql`update org.employee set employed_to = ${input.lastDay}, version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.employeeId}`)
    if (isBefore(input.lastDay, clock.today())) await endSessionsOf(db, clock, input.employeeId)
    else await limitSessionsOf(db, input.employeeId, instantAt(addDays(input.lastDay, 1), '00:00'))
    return (await employeeById(db, input.employeeId))!
  },
  tell: (_, about) => about.open.map(({ unitId }) => ({ topic: 'org', place: unitId })),
})
