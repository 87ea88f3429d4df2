import { keepMatter } from '#features/journal/server/index.ts'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import type { Step } from '../contract.ts'

type Stepping = { goalId: Id; act: Step['act']; by: Id; at: Instant; reason?: string | null }

/** After any change of a goal: what was done, the words as they stand, and what the composer offers. */
export async function stepped(db: Db, { goalId, act, by, at, reason = null }: Stepping): Promise<void> {
  await db.run(sql`insert into goals.step (goal_id, number, citizen_id, act, by_id, by_name, at, reason, attainment, wording)
    select goal.id, goal.version, goal.citizen_id, ${act}, employee.id, employee.name, ${at}, ${reason}, goal.attainment,
      jsonb_build_object('title', goal.title, 'concrete', goal.concrete, 'method', goal.method, 'signs', goal.signs, 'startsOn', goal.starts_on, 'endsOn', goal.ends_on)
    from goals.goal, org.employee
    where goal.tenant_id = kernel.here() and goal.id = ${goalId} and employee.tenant_id = kernel.here() and employee.id = ${by}`)
  const goal = await db.one<{ citizenId: Id; unitId: Id; title: string; isOpen: boolean }>(sql`
    select citizen_id as "citizenId", unit_id as "unitId", title, state in ('active', 'on-hold') as "isOpen"
    from goals.goal where tenant_id = kernel.here() and id = ${goalId}`)
  await keepMatter(db, { id: goalId, kind: 'goals.goal', ...goal! })
}
