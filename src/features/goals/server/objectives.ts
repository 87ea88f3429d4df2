import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, writing } from '#kernel/server/use-case.ts'
import { goals, type Objective } from '../contract.ts'
import { objectiveColumns } from './goal-rows.ts'
import { mayWrite, ofObjective, writingPlan } from './permissions.ts'

export const say = writing(goals.say, {
  may: writingPlan(),
  refuse: (input, clock) => (input.saidOn > clock.today() ? refusal('goals.in-the-future', {}, 'saidOn') : undefined),
  audit: (input) => ({ place: input.unitId, person: input.citizenId }),
  write: ({ input, actor, now }) => sql`
    insert into goals.objective (id, citizen_id, unit_id, text, said_on, written_by, written_by_name, written_at)
    select ${input.id}::uuid, may.id, ${input.unitId}::uuid, ${input.text}::text, ${input.saidOn}::date, employee.id, employee.name, ${now}::timestamptz
    from may join org.employee on employee.tenant_id = kernel.here() and employee.id = ${actor}
    returning id, version`,
  tell: (input) => [{ topic: 'goals', place: input.unitId, subject: input.citizenId }],
})

type Standing = Pick<Objective, 'unitId' | 'endedOn' | 'version'> & { citizenId: Id }
const locked = (db: Db, id: Id) =>
  db.one<Standing>(sql`select ${objectiveColumns}, objective.citizen_id as "citizenId" from goals.objective
    where objective.tenant_id = kernel.here() and objective.id = ${id} for update`)

/** No longer what the citizen wants; it stays to be read. */
export const endObjective = command(goals.endObjective, {
  may: ofObjective(mayWrite, (input) => input.id),
  about: (db, input) => locked(db, input.id),
  audit: (input, about) => ({ place: about?.unitId, person: about?.citizenId, records: [input.id] }),
  async run({ db, input, about, clock }) {
    if (about.endedOn) refuse(refusal('goals.objective-unknown'))
    await db.run(sql`update goals.objective set ended_on = ${clock.today()}, end_reason = ${input.reason}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, about) => [{ topic: 'goals', place: about.unitId, subject: about.citizenId }],
})
