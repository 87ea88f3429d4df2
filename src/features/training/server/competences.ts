import type { Day, Instant } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { training } from '../contract.ts'
import { type Level, levels } from '../rules.ts'
import { mayMark, mayName } from './permissions.ts'

type Kept = { employeeId: Id; unitId: Id; key: string; level: Level; evidence: string }
type Keeper = { by: Id; at: Instant; today: Day }

const ranks = sql`${[...levels]}::text[]`

/** What an exercise or a course shows: never lowers what somebody could before, and says nothing twice. */
export async function keepCompetence(db: Db, given: Kept, keeper: Keeper): Promise<void> {
  await db.run(sql`
    insert into training.competence (id, employee_id, unit_id, key, level, evidence, since_on, made_at, made_by)
    select ${newId()}, ${given.employeeId}, ${given.unitId}, ${given.key}, ${given.level}::text, ${given.evidence}, ${keeper.today}::date, ${keeper.at}, ${keeper.by}
    where not exists (select from (
      select held.level, held.expires_on from training.competence held
      where held.tenant_id = kernel.here() and held.employee_id = ${given.employeeId} and held.key = ${given.key}
      order by held.made_at desc, held.id desc limit 1) latest
      where array_position(${ranks}, latest.level) >= array_position(${ranks}, ${given.level}::text) and (latest.expires_on is null or latest.expires_on >= ${keeper.today}::date))`)
}

export const competences = query(training.competences, {
  may: at(mayMark, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  read: ({ input, today }) => sql`
    select latest.id, latest.employee_id as "employeeId", employee.name, latest.key, latest.level, latest.evidence, latest.since_on as "sinceOn", latest.expires_on as "expiresOn"
    from (select distinct on (held.employee_id, held.key) held.* from training.competence held
      where held.tenant_id = kernel.here() and held.unit_id = ${input.unitId}::uuid order by held.employee_id, held.key, held.made_at desc, held.id desc) latest
    join org.employee on employee.tenant_id = latest.tenant_id and employee.id = latest.employee_id and (employee.employed_to is null or employee.employed_to >= ${today}::date)
    order by employee.name collate "da-x-icu", latest.key limit 2000`,
})

/** The leader's own word: that somebody can show others, or until when a certificate holds. */
export const grantCompetence = command(training.grantCompetence, {
  may: at(mayName, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, records: [input.id, input.employeeId] }),
  async run({ db, input, by, clock }) {
    if (input.expiresOn && input.expiresOn < clock.today()) refuse(refusal('training.expired-already', {}, 'expiresOn'))
    const works = await db.one(sql`select id from org.role_grant
      where tenant_id = kernel.here() and employee_id = ${input.employeeId} and unit_id = ${input.unitId} limit 1`)
    if (!works) refuse(refusal('training.not-of-the-unit', {}, 'employeeId'))
    await db.run(sql`insert into training.competence (id, employee_id, unit_id, key, level, evidence, since_on, expires_on, made_at, made_by)
      values (${input.id}, ${input.employeeId}, ${input.unitId}, ${input.key}, ${input.level}, ${input.evidence.trim()}, ${clock.today()}::date, ${input.expiresOn}::date, ${clock.now()}, ${by.id})`)
    return { id: input.id }
  },
  tell: (input) => [{ topic: 'training', place: input.unitId }],
})
