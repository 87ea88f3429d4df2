import { takenFrom } from '#features/org/server/index.ts'
import { addTask } from '#features/tasks/server/index.ts'
import { addDays } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { Problem, refuse } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import type { Gate } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Db, sql } from '#kernel/server/sql.ts'
import { type By, command } from '#kernel/server/use-case.ts'
import { access } from '../contract.ts'
import { DAYS_TO_REVIEW, SOUGHT_MINUTES, whyNotOpen } from '../rules.ts'
import { mayOpenEmergency, mayOversee } from './permissions.ts'
import { minutesOnDay } from './policy.ts'
import { isWithinReach } from './seek.ts'

/** Somebody the actor has just found, who is not hidden from them: what was true at the search is asked again. */
const soughtJustNow = <I extends { seekingId: unknown; citizenId: unknown }>(): Gate<I> => ({
  right: mayOpenEmergency,
  rows: ({ input, actor, now, reach, apart }) => {
    const { seekingId, citizenId } = input as Blanks<{ seekingId: unknown; citizenId: unknown }>
    return sql`select citizen.id from citizens.citizen
      join access.seeking on seeking.tenant_id = citizen.tenant_id and seeking.id = ${seekingId}::uuid and citizen.id = any (seeking.found)
      where citizen.tenant_id = kernel.here() and citizen.id = ${citizenId}::uuid and cardinality(${reach}) > 0
        and seeking.employee_id = ${actor}::uuid and seeking.sought_at > ${now}::timestamptz - make_interval(mins => ${sql.lit(SOUGHT_MINUTES)})
        and not citizen.hidden_stay and citizen.died_on is null and not ${apart(sql`citizen.id`)}`
  },
})

type Known = { isMine: boolean; isOpen: boolean; unitIds: Id[] }

/** Units the citizen uses today; where there is none, the topmost. */
const knownOf = (db: Db, citizenId: Id, by: By, clock: Clock) =>
  db.one<Known>(sql`select ${isWithinReach(sql`citizen.id`, by, clock)} as "isMine",
      exists (select from citizens.personal_access own where own.tenant_id = kernel.here() and own.employee_id = ${by.id}
        and own.citizen_id = citizen.id and own.ended_at is null and own.until_at > ${clock.now()}) as "isOpen",
      coalesce(nullif(array(select distinct tie.unit_id from citizens.tie where tie.tenant_id = kernel.here() and tie.citizen_id = citizen.id
          and tie.from_on <= ${clock.today()}::date and (tie.to_on is null or tie.to_on >= ${clock.today()}::date)), '{}'),
        array(select unit.id from org.unit where unit.tenant_id = kernel.here() and unit.parent_id is null)) as "unitIds"
    from citizens.citizen where citizen.tenant_id = kernel.here() and citizen.id = ${citizenId} for update`)

/** The run of `open` has no answer to give its trail and its listeners but what it was told; units stay out of the answer. */
type About = Known & { citizenId: Id }

export const open = command(access.open, {
  may: soughtJustNow(),
  about: async (db, input): Promise<About | undefined> => {
    const locked = await db.one(
      sql`select from citizens.citizen where tenant_id = kernel.here() and id = ${input.citizenId} for update`,
    )
    return locked && { citizenId: input.citizenId, isMine: false, isOpen: false, unitIds: [] }
  },
  audit: (input, about) => ({ place: about?.unitIds[0], person: input.citizenId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    Object.assign(about, await knownOf(db, input.citizenId, by, clock))
    refuse(whyNotOpen({ ...about, reason: input.reason }))
    const untilAt = later(clock.now(), await minutesOnDay(db, clock.today()))
    const made =
      await db.run(sql`insert into access.emergency (id, seeking_id, citizen_id, employee_id, unit_ids, reason, opened_at, until_at)
      values (${input.id}, ${input.seekingId}, ${input.citizenId}, ${by.id}, ${about.unitIds}::uuid[], ${input.reason}, ${clock.now()}, ${untilAt})
      on conflict do nothing`)
    if (!made) throw new Problem('refused', 'kernel.id-taken')
    await db.run(sql`insert into citizens.personal_access (id, employee_id, citizen_id, because, because_id, from_at, until_at)
      values (${newId()}, ${by.id}, ${input.citizenId}, 'emergency', ${input.id}, ${clock.now()}, ${untilAt})`)
    for (const unitId of about.unitIds) await tellLeader(db, input.id, unitId, by.id, clock)
    return { id: input.id, untilAt }
  },
  tell: (_, { unitIds, citizenId }) =>
    unitIds.flatMap((place) => [
      { topic: 'access', place, subject: citizenId },
      { topic: 'tasks', place },
    ]),
})

const later = (moment: string, minutes: number) => new Date(Date.parse(moment) + minutes * 60_000).toISOString()

/** A unit without a leader who may review, other than the one who opened, is reviewed by the data protection officer. */
async function tellLeader(db: Db, emergencyId: Id, unitId: Id, openerId: Id, clock: Clock): Promise<void> {
  const leader = await db.one(sql`select from org.role_grant
    join org.branch on branch.tenant_id = role_grant.tenant_id and branch.above_id = role_grant.unit_id and branch.unit_id = ${unitId}
    join org.employee on employee.tenant_id = role_grant.tenant_id and employee.id = role_grant.employee_id
    where role_grant.tenant_id = kernel.here() and role_grant.role = 'unit-leader' and employee.id <> ${openerId}
      and role_grant.starts_on <= ${clock.today()} and coalesce(role_grant.ends_on >= ${clock.today()}, true)
      and coalesce(employee.employed_to >= ${clock.today()}, true)
      and not ${takenFrom('unit-leader', mayOversee, sql`${unitId}::uuid`, clock.today())} limit 1`)
  await addTask(
    db,
    {
      id: newId(),
      unitId,
      kind: 'access.review-emergency',
      onceKey: `${emergencyId} ${unitId}`,
      about: { emergencyId },
      to: { role: leader ? 'unit-leader' : 'privacy-officer', right: mayOversee },
      exceptId: openerId,
      dueOn: addDays(clock.today(), DAYS_TO_REVIEW),
    },
    clock.now(),
  )
}

const mine = <I extends { id: unknown }>(): Gate<I> => ({
  right: mayOpenEmergency,
  rows: ({ input, actor }) => sql`select emergency.id from access.emergency
    where emergency.tenant_id = kernel.here() and emergency.id = ${(input as { id: Blank }).id}::uuid and emergency.employee_id = ${actor}::uuid`,
})

type Reach = { id: Id; citizenId: Id; unitIds: Id[]; isOver: boolean }

export const end = command(access.end, {
  may: mine(),
  about: (db, input) =>
    db.one<Reach>(sql`select own.id, own.citizen_id as "citizenId", emergency.unit_ids as "unitIds", own.ended_at is not null as "isOver"
      from citizens.personal_access own join access.emergency on emergency.tenant_id = own.tenant_id and emergency.id = own.because_id
      where own.tenant_id = kernel.here() and own.because_id = ${input.id} for update of own`),
  audit: (input, about) => ({ place: about?.unitIds[0], person: about?.citizenId, records: [input.id] }),
  async run({ db, input, about, clock }) {
    if (about.isOver) throw new Problem('refused', 'access.ended')
    await db.run(sql`update citizens.personal_access set ended_at = least(${clock.now()}::timestamptz, until_at)
      where tenant_id = kernel.here() and id = ${about.id}`)
    return { id: input.id, endedAt: clock.now() }
  },
  tell: (_, { unitIds, citizenId }) => unitIds.map((place) => ({ topic: 'access', place, subject: citizenId })),
})
