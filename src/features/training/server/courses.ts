import type { InputOf } from '#kernel/lang/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere, at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { training } from '../contract.ts'
import { mayPlan, mayRead, near, overCourse } from './permissions.ts'

/** The municipality and its areas: a unit's own courses are planned there, with the unit named. */
export const places = query(training.places, {
  may: anywhere(mayPlan),
  audit: () => ({}),
  read: ({ visible }) => sql`
    select unit.id, unit.name from org.unit
    where unit.tenant_id = kernel.here() and unit.kind <> 'offer' and unit.closed_on is null and ${visible(sql`unit.id`)}
    order by unit.kind = 'municipality' desc, unit.name collate "da-x-icu" limit 200`,
})

export const courses = query(training.courses, {
  may: anywhere(mayRead),
  audit: () => ({}),
  read: ({ offers }) => sql`
    select course.id, course.place_id as "placeId", course.code, course.title, course.sort, course.minutes, course.competences, course.covers,
      course.offer_groups as "offerGroups", course.staff, course.setting_key as "settingKey",
      (select count(*)::int from training.exercise where exercise.tenant_id = kernel.here() and exercise.course_id = course.id) as exercises,
      course.version, ${offers({ plan: mayPlan }, sql`course.place_id`)} as permitted
    from training.course
    where course.tenant_id = kernel.here() and ${near(mayRead, sql`course.place_id`)}
    order by course.code limit 200`,
})

type Written = Omit<InputOf<typeof training.addCourse>, 'id' | 'placeId' | 'externalId'>

/** A place's courses are named one at a time: its row is the lock. */
async function unlessNamed(db: Db, placeId: Id, code: string, except: Id): Promise<void> {
  await db.run(sql`select from org.unit where tenant_id = kernel.here() and id = ${placeId} for no key update`)
  const taken = await db.one(sql`select id from training.course
    where tenant_id = kernel.here() and place_id = ${placeId} and code = ${code} and id <> ${except}`)
  if (taken) refuse(refusal('training.code-taken', {}, 'code'))
}

const columns = sql`title, sort, minutes, competences, covers, offer_groups, staff, setting_key`
const values = (
  given: Written,
) => sql`${given.title.trim()}, ${given.sort}, ${given.minutes}, ${given.competences}::text[], ${given.covers.trim()},
  ${given.offerGroups}::text[], ${given.staff}, ${given.settingKey}`

export const addCourse = command(training.addCourse, {
  may: at(mayPlan, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    await unlessNamed(db, input.placeId, input.code.trim(), input.id)
    await db.run(sql`insert into training.course (id, external_id, place_id, code, ${columns}, changed_at, changed_by)
      values (${input.id}, ${input.externalId ?? null}, ${input.placeId}, ${input.code.trim()}, ${values(input)}, ${clock.now()}, ${by.id})`)
    return { id: input.id, version: 1 }
  },
  tell: (input) => [{ topic: 'training', place: input.placeId }],
})

type Standing = { id: Id; placeId: Id; version: number }

export const changeCourse = command(training.changeCourse, {
  may: overCourse(mayPlan, (input) => input.id),
  about: (db, input) =>
    db.one<Standing>(sql`select id, place_id as "placeId", version from training.course
      where tenant_id = kernel.here() and id = ${input.id} for update`),
  audit: (input, course) => ({ place: course?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    await unlessNamed(db, about.placeId, input.code.trim(), input.id)
    await db.run(sql`update training.course set code = ${input.code.trim()}, (${columns}) = row (${values(input)}),
      version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id} where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, course) => [{ topic: 'training', place: course.placeId }],
})
