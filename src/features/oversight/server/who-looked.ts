import type { Asked } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { oversight } from '../contract.ts'
import { lookupsOf } from './looks.ts'
import { answeredFor, mayName } from './permissions.ts'

const MOST = 1_000

/** People who hold a role at a unit the reader leads. */
const myStaff = ({ today }: Asked<unknown>) => sql`
  select role_grant.employee_id from org.role_grant
  join org.branch on branch.tenant_id = role_grant.tenant_id and branch.above_id = role_grant.unit_id
  where role_grant.tenant_id = kernel.here() and branch.unit_id = any (array(${mayName.places}))
    and role_grant.starts_on <= ${today}::date and coalesce(role_grant.ends_on >= ${today}::date, true)
  union
  select duty.employee_id from org.duty where duty.tenant_id = kernel.here() and duty.unit_id = any (array(${mayName.places}))`

/**
 * Look-ups at units within reach, by the unit's own people, and attempts that were refused. What other units did with the citizen
 * stays theirs: that the citizen uses them is not told here. Names are for leaders, of their own people.
 */
export const whoLooked = query(oversight.whoLooked, {
  may: answeredFor((input) => input.citizenId),
  audit: (input) => ({ person: input.citizenId, about: { from: input.from, to: input.to } }),
  records: sql`select null::uuid where false`,
  steps: (asked) => ({
    staff: myStaff(asked),
    looks: lookupsOf(asked.input.citizenId, asked.input.from, asked.input.to),
  }),
  read: ({ visible }) => {
    const known = sql`(select employee.name from org.employee where employee.tenant_id = kernel.here() and employee.id = look."actorId")`
    const isStaff = sql`look."actorId" in (select employee_id from staff)`
    const isHere = sql`coalesce(${visible(sql`look."unitId"`)}, false)`
    return sql`
      select look.seq::text as id, look.at, case when ${isStaff} then ${known} end as name, look.roles,
        case when ${isHere} then look."unitName" end as "unitName", look.action, look.outcome, look.purpose, look.relation
      from looks look
      where ${isHere} or ${isStaff} or look.outcome = 'denied'
      order by look.seq desc limit ${sql.lit(MOST)}`
  },
})
