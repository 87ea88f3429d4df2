import { addDays } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere, at, today } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { org } from '../contract.ts'
import { whyNotClose } from '../rules.ts'
import { mayManageOrg, mayStaff } from './permissions.ts'
import { unitById, unitColumns } from './units.ts'

const acts = { create: mayManageOrg, change: mayManageOrg, close: mayManageOrg, staff: mayStaff }
const unit = sql`unit`

/** Closed units stand in the tree: who had what there is still asked about. */
export const tree = query(org.tree, {
  may: anywhere(mayStaff),
  audit: () => ({}),
  read: ({ reach, offers, visible }) => sql`
    select ${unitColumns(unit)}, unit.closed_on::text as "closedOn",
      (select count(distinct g.employee_id)::int from org.role_grant g
        join org.employee e on e.tenant_id = g.tenant_id and e.id = g.employee_id
        where g.tenant_id = kernel.here() and g.unit_id = unit.id and ${visible(sql`unit.id`)}
          and g.starts_on <= ${today}::date and (g.ends_on is null or g.ends_on >= ${today}::date) and (e.employed_to is null or e.employed_to >= ${today}::date)) as people,
      ${offers(acts, sql`unit.id`)} as permitted
    from org.unit
    where unit.tenant_id = kernel.here()
      and (${visible(sql`unit.id`)} or unit.id in (select branch.above_id from org.branch where branch.tenant_id = kernel.here() and branch.unit_id = any (${reach})))
    order by unit.name collate "da-x-icu" limit 2000`,
})

const openBelow = async (db: Db, id: Id): Promise<number> =>
  (await db.one<{ count: number }>(
    sql`select count(*)::int as count from org.unit where tenant_id = kernel.here() and parent_id = ${id} and closed_on is null`,
  ))!.count

/** Turns the database's own no (citizens still tied) into a sentence. */
async function whenEmpty(change: Promise<unknown>): Promise<void> {
  try {
    await change
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'unit_closes_empty') throw error
    const why = refusal('org.unit-in-use', {}, 'closedOn')
    throw new Problem('refused', why.code, {}, { faults: [{ ...why, field: 'closedOn' }], cause: error })
  }
}

export const closeUnit = command(org.closeUnit, {
  may: at(mayManageOrg, (input) => input.id),
  about: async (db, input) => {
    const found = await unitById(db, input.id)
    const closed = await db.one<{ closedOn: string | null }>(
      sql`select closed_on::text as "closedOn" from org.unit where tenant_id = kernel.here() and id = ${input.id}`,
    )
    return found && { ...found, closedOn: closed!.closedOn }
  },
  audit: (input) => ({ place: input.id, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotClose({ ...about, openBelow: await openBelow(db, input.id) }, input.closedOn, clock.today()))
    await whenEmpty(
      db.run(sql`update org.unit set closed_on = ${input.closedOn}, version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id}
        where tenant_id = kernel.here() and id = ${input.id}`),
    )
    const lastDay = addDays(input.closedOn, -1)
    await db.run(sql`update org.role_grant set ends_on = greatest(${lastDay}::date, starts_on - 1), ended_at = ${clock.now()}, ended_by = ${by.id}
      where tenant_id = kernel.here() and unit_id = ${input.id} and (ends_on is null or ends_on > ${lastDay})`)
    return (await unitById(db, input.id))!
  },
  tell: (input) => [{ topic: 'org', place: input.id }],
})
