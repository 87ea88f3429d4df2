import { addDays, type Day } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { workingDayFrom } from '../rules.ts'
import type { By } from './begin.ts'

type Asking = { unitId: Id; why: string }

/** As a project's other tasks are called: its own words from then on. */
const TITLE = 'Find en ny dag for idriftsættelsen'

/**
 * The unit does not go live as planned: whoever coordinates has until the next working day to find another day. Asked once at a time; of a unit
 * that is live, or in no wave, nothing is asked. Called by a feature above inside its own command.
 */
export async function askForNewDay(db: Db, { unitId, why }: Asking, by: By, today: Day): Promise<void> {
  await db.run(sql`insert into plan.task (id, plan_id, unit_id, title, why, role_id, due_on, by_hand, state, asks, changed_at, changed_by)
    select ${newId()}, wave.plan_id, own.unit_id, ${TITLE}, ${why.slice(0, 500)},
      (select role.id from plan.role where role.tenant_id = kernel.here() and role.plan_id = wave.plan_id and role.org_role = 'coordinator' order by role.position limit 1),
      least(${workingDayFrom(addDays(today, 1))}::date, wave.go_live_on), true, 'open', 'new-day', ${by.at}, ${by.id}
    from plan.unit own join plan.wave on wave.tenant_id = own.tenant_id and wave.id = own.wave_id
    where own.tenant_id = kernel.here() and own.unit_id = ${unitId} and wave.go_live_on > ${today}::date
    on conflict do nothing`)
}

const asked = (whose: Sql): Sql =>
  sql`task.tenant_id = kernel.here() and task.asks = 'new-day' and task.state in ('open', 'doing') and ${whose}`

/** It has been found. */
export const newDayFound = (db: Db, whose: Sql, by: By, today: Day) =>
  db.run(
    sql`update plan.task set state = 'done', done_on = ${today}::date, version = version + 1, changed_at = ${by.at}, changed_by = ${by.id} where ${asked(whose)}`,
  )

/** It goes live on the day it was to after all. */
export const noNewDay = (db: Db, unitId: Id, because: string, by: By) =>
  db.run(sql`update plan.task set state = 'dropped', because = ${because}, version = version + 1, changed_at = ${by.at}, changed_by = ${by.id}
    where ${asked(sql`task.unit_id = ${unitId}`)}`)
