import type { Instant } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { courseSorts } from '../rules.ts'

type Given = {
  code: string
  title: string
  sort: string
  minutes: number
  competences: readonly string[]
  exercises: readonly string[]
}

const staffOf: Readonly<Record<string, string>> = {
  start: 'permanent',
  brief: 'temps-and-nights',
  leader: 'leaders',
  'super-user': 'super-users',
}

/** A course as another municipality held it, for this one to think over. @returns whether it is new: one of that number is left as it stands */
export async function draftCourse(db: Db, placeId: Id, given: Given, by: { id: Id; at: Instant }): Promise<boolean> {
  const sort = (courseSorts as readonly string[]).includes(given.sort) ? given.sort : 'topic'
  const made = await db.run(sql`
    insert into training.course (id, place_id, code, title, sort, minutes, competences, covers, offer_groups, staff, changed_at, changed_by)
    values (${newId()}, ${placeId}, ${given.code}, ${given.title}, ${sort}, ${given.minutes}, ${[...given.competences]}::text[], ${given.exercises.join(', ')}, '{}', ${staffOf[sort] ?? 'all'}, ${by.at}, ${by.id})
    on conflict (tenant_id, place_id, code) do nothing`)
  return made === 1
}
