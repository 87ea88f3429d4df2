import { calledName, fullName } from '#features/citizens/server/index.ts'
import { rightOfAll } from '#features/org/server/index.ts'
import { closeTask } from '#features/tasks/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refuse } from '#kernel/lang/problem.ts'
import { anywhere, type Gate } from '#kernel/server/permission.ts'
import { type Blank, type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { access } from '../contract.ts'
import { whyNotReview } from '../rules.ts'
import { mayDelegate, mayLetIn, mayOpenEmergency, mayOversee } from './permissions.ts'
import { minutesOn } from './policy.ts'

const MOST = 200
const emergency = sql`emergency`
const citizen = sql`citizen`

const asked = rightOfAll('access.now')

const isOpenNow = (own: Sql, now: Blank): Sql =>
  sql`(${own}.ended_at is null and ${own}.until_at > ${now}::timestamptz)`

/** Asked on every page: what one has open oneself, and what waits for one's eye. */
export const now = query(access.now, {
  may: { right: asked, rows: ({ actor }) => sql`select ${actor}::uuid as id` },
  audit: () => ({}),
  records: sql`select (mine ->> 'id')::uuid from rows cross join lateral json_array_elements(rows.mine) mine`,
  subjects: sql`select (mine ->> 'citizenId')::uuid from rows cross join lateral json_array_elements(rows.mine) mine`,
  read: ({ actor, now: moment, today }) => sql`
    select exists (${mayOpenEmergency.places}) as "mayOpen", exists (${mayOversee.places}) as "mayOversee", ${minutesOn(today)} as minutes,
      (select coalesce(json_agg(mine order by mine."untilAt"), '[]') from (
        select emergency.id, citizen.id as "citizenId", ${calledName(citizen)} as "calledName", ${fullName(citizen)} as "fullName",
          emergency.reason, own.until_at as "untilAt"
        from citizens.personal_access own
        join access.emergency on emergency.tenant_id = own.tenant_id and emergency.id = own.because_id
        join citizens.citizen on citizen.tenant_id = own.tenant_id and citizen.id = own.citizen_id
        where own.tenant_id = kernel.here() and own.employee_id = ${actor}::uuid and ${isOpenNow(sql`own`, moment)}) mine) as mine,
      (select count(*)::int from access.emergency where emergency.tenant_id = kernel.here() and emergency.employee_id <> ${actor}::uuid
        and emergency.unit_ids && array(${mayOversee.places})
        and not exists (select from access.review where review.tenant_id = kernel.here() and review.emergency_id = emergency.id)) as "toReview",
      array(${mayLetIn.places}) as "letInAt", array(${mayDelegate.places}) as "delegateAt"`,
})

/** What was looked at or written about the citizen while it lasted, as the trail has it. */
const looks = sql`(select count(*)::int from kernel.audit
  where audit.tenant_id = kernel.here() and audit.subject_id = emergency.citizen_id and audit.actor_id = emergency.employee_id
    and audit.outcome = 'done' and audit.at >= emergency.opened_at and audit.at < coalesce(own.ended_at, own.until_at) and audit.action not like 'access.%')`

export const emergencies = query(access.emergencies, {
  may: anywhere(mayOversee),
  audit: () => ({}),
  subjects: sql`select "citizenId" from rows`,
  read: ({ actor, now: moment, reach, apart, visible }) => sql`
    select emergency.id, emergency.citizen_id as "citizenId", ${fullName(citizen)} as "citizenName", employee.name as "employeeName", employee.profession,
      (select coalesce(array_agg(unit.name order by unit.name), '{}') from org.unit
        where unit.tenant_id = kernel.here() and unit.id = any (emergency.unit_ids) and ${visible(sql`unit.id`)}) as "unitNames",
      emergency.reason, emergency.opened_at as "openedAt", emergency.until_at as "untilAt", own.ended_at as "endedAt", ${isOpenNow(sql`own`, moment)} as "isOpen",
      ${looks} as looks, review.outcome, review.note, reviewer.name as "reviewedByName", review.reviewed_at as "reviewedAt",
      case when review.id is null and emergency.employee_id <> ${actor}::uuid then array['review'] else '{}'::text[] end as permitted
    from access.emergency
    join citizens.personal_access own on own.tenant_id = emergency.tenant_id and own.because_id = emergency.id
    join citizens.citizen on citizen.tenant_id = emergency.tenant_id and citizen.id = emergency.citizen_id
    join org.employee on employee.tenant_id = emergency.tenant_id and employee.id = emergency.employee_id
    left join access.review on review.tenant_id = emergency.tenant_id and review.emergency_id = emergency.id
    left join org.employee reviewer on reviewer.tenant_id = review.tenant_id and reviewer.id = review.reviewed_by
    where emergency.tenant_id = kernel.here() and emergency.unit_ids && ${reach} and not ${apart(sql`emergency.citizen_id`)}
    order by emergency.opened_at desc limit ${sql.lit(MOST)}`,
})

/** About a citizen of a unit one looks after, and nobody one is kept apart from. One's own is seen, and reviewed by another. */
const overseen = <I extends { emergencyId: unknown }>(): Gate<I> => ({
  right: mayOversee,
  rows: ({ input, reach, apart }) => sql`select emergency.id from access.emergency
    where emergency.tenant_id = kernel.here() and emergency.id = ${(input as { emergencyId: Blank }).emergencyId}::uuid
      and emergency.unit_ids && ${reach} and not ${apart(sql`emergency.citizen_id`)}`,
})

type Standing = { id: Id; citizenId: Id; employeeId: Id; unitIds: Id[] }

const standing = (db: Db, id: Id) =>
  db.one<Standing>(sql`select id, citizen_id as "citizenId", employee_id as "employeeId", unit_ids as "unitIds"
    from access.emergency ${emergency} where tenant_id = kernel.here() and id = ${id}`)

/** The review ends every leader's task about it. */
async function closeTasks(db: Db, id: Id, closing: Parameters<typeof closeTask>[2]): Promise<void> {
  const waiting = await db.all<{ id: Id }>(sql`select id from tasks.task where tenant_id = kernel.here()
    and kind = 'access.review-emergency' and about ->> 'emergencyId' = ${id}::text and done_at is null for update`)
  for (const task of waiting) await closeTask(db, task.id, closing)
}

export const review = command(access.review, {
  may: overseen(),
  about: (db, input) => standing(db, input.emergencyId),
  audit: (input, about) => ({
    place: about?.unitIds[0],
    person: about?.citizenId,
    records: [input.id, input.emergencyId],
    about: { outcome: input.outcome },
  }),
  async run({ db, input, about, by, clock }) {
    const earlier = await db.one(
      sql`select from access.review where tenant_id = kernel.here() and emergency_id = ${input.emergencyId}`,
    )
    refuse(whyNotReview({ ...input, isReviewed: earlier !== undefined, isOwn: about.employeeId === by.id }))
    const note = input.note?.trim() || null
    const made = await db.run(sql`insert into access.review (id, emergency_id, reviewed_by, reviewed_at, outcome, note)
      values (${input.id}, ${input.emergencyId}, ${by.id}, ${clock.now()}, ${input.outcome}, ${note}) on conflict do nothing`)
    if (!made) throw new Problem('refused', 'access.reviewed-already')
    await closeTasks(db, input.emergencyId, { by: by.id, at: clock.now(), outcome: input.outcome, note })
    return { id: input.id }
  },
  tell: (_, { unitIds }) =>
    unitIds.flatMap((place) => [
      { topic: 'access', place },
      { topic: 'tasks', place },
    ]),
})
