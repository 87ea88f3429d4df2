import { addDays } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refuse } from '#kernel/lang/problem.ts'
import { at, type Gate, today } from '#kernel/server/permission.ts'
import { type Blank, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { access } from '../contract.ts'
import { whyNotDelegate } from '../rules.ts'
import { mayDelegate } from './permissions.ts'

/** Those that hold today or ended within the last 30 days. */
export const delegations = query(access.delegations, {
  may: at(mayDelegate, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  read: ({ input }) => sql`
    select delegation.id, delegation.employee_id as "employeeId", employee.name, delegation.what, delegation.note, delegation.from_on::text as "fromOn",
      delegation.to_on::text as "toOn", delegator.name as "byName",
      case when delegation.to_on >= ${today}::date then array['end'] else '{}'::text[] end as permitted
    from access.delegation
    join org.employee on employee.tenant_id = delegation.tenant_id and employee.id = delegation.employee_id
    join org.employee delegator on delegator.tenant_id = delegation.tenant_id and delegator.id = delegation.delegated_by
    where delegation.tenant_id = kernel.here() and delegation.unit_id = ${input.unitId}::uuid and delegation.to_on >= ${today}::date - 30
    order by delegation.to_on desc, employee.name limit 500`,
})

/** To somebody who works in the unit now, by a role or a duty. */
const works = (employeeId: Id, unitId: Id, now: string, on: string) => sql`
  select from org.held(${employeeId}, ${now}, ${on}) held where held.unit_id = ${unitId}`

export const delegate = command(access.delegate, {
  may: at(mayDelegate, (input) => input.unitId),
  audit: (input) => ({
    place: input.unitId,
    records: [input.id, input.employeeId],
    about: { what: input.what, toOn: input.toOn },
  }),
  async run({ db, input, by, clock }) {
    const known = await db.one(works(input.employeeId, input.unitId, clock.now(), clock.today()))
    if (!known) throw new Problem('not-found', 'kernel.not-found')
    refuse(whyNotDelegate(input.toOn, clock.today(), input.employeeId === by.id))
    await db.run(sql`insert into access.delegation (id, employee_id, unit_id, what, note, from_on, to_on, delegated_by, delegated_at)
      values (${input.id}, ${input.employeeId}, ${input.unitId}, ${input.what}, ${input.note}, ${clock.today()}, ${input.toOn}, ${by.id}, ${clock.now()})`)
    return { id: input.id }
  },
  tell: (input) => [{ topic: 'access', place: input.unitId }],
})

const ofDelegation = <I extends { id: unknown }>(): Gate<I> => ({
  right: mayDelegate,
  rows: ({ input, visible }) => sql`select delegation.id from access.delegation
    where delegation.tenant_id = kernel.here() and delegation.id = ${(input as { id: Blank }).id}::uuid and ${visible(sql`delegation.unit_id`)}`,
})

type Standing = { unitId: Id; employeeId: Id }

/** At once: from today it does not hold. */
export const endDelegation = command(access.endDelegation, {
  may: ofDelegation(),
  about: (db, input) =>
    db.one<Standing>(sql`select unit_id as "unitId", employee_id as "employeeId" from access.delegation
      where tenant_id = kernel.here() and id = ${input.id} for update`),
  audit: (input, about) => ({ place: about?.unitId, records: about ? [input.id, about.employeeId] : [input.id] }),
  async run({ db, input, by, clock }) {
    await db.run(sql`update access.delegation set to_on = least(to_on, greatest(${addDays(clock.today(), -1)}::date, from_on - 1)), ended_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id }
  },
  tell: (_, about) => [{ topic: 'access', place: about.unitId }],
})
