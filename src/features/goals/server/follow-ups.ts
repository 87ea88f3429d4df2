import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { goals } from '../contract.ts'
import { whyNotAnswerFollowUp, whyNotPlanFollowUp } from '../rules.ts'
import { followedUp } from './goal-tasks.ts'
import { mayWrite, ofFollowUp, writingPlan } from './permissions.ts'

const aheadOf = (db: Db, citizenId: Id, unitId: Id) =>
  db.one<{
    id: Id
  }>(sql`select id from goals.follow_up where tenant_id = kernel.here() and citizen_id = ${citizenId} and unit_id = ${unitId}
    and held_on is null and cancelled_at is null for update`)

export const planFollowUp = command(goals.planFollowUp, {
  may: writingPlan(),
  audit: (input) => ({ place: input.unitId, person: input.citizenId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    refuse(whyNotPlanFollowUp(input.dueOn, clock.today()))
    const before = await aheadOf(db, input.citizenId, input.unitId)
    if (before) {
      await db.run(
        sql`update goals.follow_up set cancelled_at = ${clock.now()}, version = version + 1 where tenant_id = kernel.here() and id = ${before.id}`,
      )
      await followedUp(db, before.id, by.id, clock.now(), 'cancelled')
    }
    await db.run(sql`insert into goals.follow_up (id, citizen_id, unit_id, due_on, planned_by, planned_at)
      values (${input.id}, ${input.citizenId}, ${input.unitId}, ${input.dueOn}, ${by.id}, ${clock.now()})`)
    return { id: input.id, version: 1 }
  },
  tell: (input) => [{ topic: 'goals', place: input.unitId, subject: input.citizenId }],
})

type Standing = { unitId: Id; citizenId: Id; heldOn: Day | null; version: number }
const followUpById = (db: Db, id: Id) =>
  db.one<Standing>(sql`select unit_id as "unitId", citizen_id as "citizenId", held_on::text as "heldOn", version
    from goals.follow_up where tenant_id = kernel.here() and id = ${id} for update`)

/** What the authority decided at the follow-up, as the unit was told. */
export const answerFollowUp = command(goals.answerFollowUp, {
  may: ofFollowUp(mayWrite, (input) => input.id),
  about: (db, input) => followUpById(db, input.id),
  audit: (input, about) => ({
    place: about?.unitId,
    person: about?.citizenId,
    records: [input.id],
    about: { result: input.result },
  }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotAnswerFollowUp(about, input.heldOn, clock.today()))
    await db.run(sql`update goals.follow_up set held_on = ${input.heldOn}, result = ${input.result}, text = ${input.text}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    await followedUp(db, input.id, by.id, clock.now(), 'done')
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, about) => [{ topic: 'goals', place: about.unitId, subject: about.citizenId }],
})
