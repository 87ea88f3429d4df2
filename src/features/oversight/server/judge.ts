import { addTask, closeTask, ofTask } from '#features/tasks/server/index.ts'
import { addDays } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { actor, type Gate } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { oversight } from '../contract.ts'
import { DAYS_TO_REVIEW, whyNotJudge } from '../rules.ts'
import { mayAudit } from './permissions.ts'

/** A look-up of a task that is the actor's to do, and not their own look-up. */
const ofLookup: Gate<{ id: Id }> = {
  right: ofTask(() => sql`null`).right,
  rows: (asked) => sql`
    select lookup.id from oversight.lookup
    where lookup.tenant_id = kernel.here() and lookup.id = ${asked.input.id}::uuid and lookup.actor_id <> ${actor}::uuid
      and lookup.task_id in (${ofTask(() => sql`lookup.task_id`).rows(asked)})`,
}

type Standing = {
  id: Id
  taskId: Id
  unitId: Id
  actorId: Id
  citizenId: Id | null
  judgement: string | null
  version: number
}

const lookupById = (db: Db, id: Id) =>
  db.one<Standing>(sql`select id, task_id as "taskId", unit_id as "unitId", actor_id as "actorId", citizen_id as "citizenId", judgement, version
    from oversight.lookup where tenant_id = kernel.here() and id = ${id} for update`)

/** What is suspected goes on to the data protection officer, who is not told by anybody else. */
const goOn = (db: Db, { id, unitId, actorId }: Standing, clock: Clock) =>
  addTask(
    db,
    {
      id: newId(),
      unitId,
      kind: 'oversight.misuse',
      onceKey: id,
      about: { lookupId: id },
      to: { role: 'privacy-officer', right: mayAudit },
      exceptId: actorId,
      outcomes: ['unfounded', 'handled', 'breach'],
      dueOn: addDays(clock.today(), DAYS_TO_REVIEW),
    },
    clock.now(),
  )

const notJudged = async (db: Db, taskId: Id) =>
  (await db.one<{ left: number }>(sql`select count(*)::int as left from oversight.lookup
    where tenant_id = kernel.here() and task_id = ${taskId} and judgement is null`))!.left

export const judge = command(oversight.judge, {
  may: ofLookup,
  about: (db, input) => lookupById(db, input.id),
  audit: (input, lookup) => ({
    place: lookup?.unitId,
    person: lookup?.citizenId ?? undefined,
    records: [input.id],
    about: { judgement: input.judgement },
  }),
  async run({ db, input, about, by, clock }) {
    if (about.judgement) refuse(refusal('oversight.judged-already'))
    refuse(whyNotJudge(input.judgement, input.note))
    await db.run(sql`update oversight.lookup set judgement = ${input.judgement}, note = ${input.note?.trim() || null}, judged_at = ${clock.now()},
      judged_by = ${by.id}, version = version + 1 where tenant_id = kernel.here() and id = ${input.id}`)
    if (input.judgement === 'misuse') await goOn(db, about, clock)
    const left = await notJudged(db, about.taskId)
    if (left === 0) await closeTask(db, about.taskId, { by: by.id, at: clock.now(), outcome: 'reviewed', note: null })
    return { id: input.id, left }
  },
  tell: (_, { unitId }) => [{ topic: 'tasks', place: unitId }],
})
