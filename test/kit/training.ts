import type { Role } from '#features/org/roles.ts'
import { training } from '#features/training/contract.ts'
import type { CourseSort } from '#features/training/rules.ts'
import type { Day } from '#kernel/lang/day.ts'
import { instantAt } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { anEmployee, aUnit, type GivenUnit } from './given.ts'
import { ask, type Person, type World } from './world.ts'

export type GivenCourse = { id: Id; signe: Person }

type Written = {
  code: string
  sort: CourseSort
  staff: string
  settingKey: string | null
  minutes: number
  competences: string[]
}

/** Signe of the town hall plans a course for everybody. */
export async function aCourse(world: World, more: Partial<Written> = {}, signe?: Person): Promise<GivenCourse> {
  const hall = { id: world.rootUnitId, name: 'Prøveby Kommune' }
  const by = signe ?? (await anEmployee(world, 'Signe', 'coordinator', hall))
  const id = newId()
  const written = {
    ...{
      code: `KU-${id.slice(-4)}`,
      title: 'Opstartskursus: døgn',
      sort: 'start',
      minutes: 180,
      competences: ['notat', 'overlevering'],
    },
    ...{ covers: 'Skriv et notat, tag vagten over.', offerGroups: [], staff: 'permanent', settingKey: null },
    ...more,
  }
  await ask(by, training.addCourse, { id, placeId: hall.id, ...written })
  return { id, signe: by }
}

export async function aSession(
  course: GivenCourse,
  units: readonly GivenUnit[],
  on: Day,
  more: { capacity?: number; from?: string; to?: string; trainer?: string; trainerId?: Id } = {},
) {
  const id = newId()
  const times = { startsAt: instantAt(on, more.from ?? '09:00'), endsAt: instantAt(on, more.to ?? '12:00') }
  const where = {
    place: 'enhedens egen opsætning',
    trainerId: more.trainerId ?? null,
    trainer: more.trainer ?? 'Freja, superbruger',
  }
  const seats = { capacity: more.capacity ?? 12 }
  await ask(course.signe, training.planSession, {
    id,
    courseId: course.id,
    ...times,
    ...where,
    ...seats,
    unitIds: units.map((unit) => unit.id),
  })
  return id
}

/** A unit with its leader and people who work there. */
export async function aStaffed<K extends string>(world: World, name: string, roles: Record<K, Role>) {
  const unit = await aUnit(world, name)
  const leader = await anEmployee(world, 'Peter', 'unit-leader', unit)
  const people = {} as Record<K, Person>
  for (const [who, role] of Object.entries(roles) as [K, Role][])
    people[who] = await anEmployee(world, who[0]!.toUpperCase() + who.slice(1), role, unit)
  return { unit, leader, people }
}

export const enrols = (by: Person, sessionId: Id, who: Person, unit: GivenUnit, clashAccepted = false) =>
  ask(by, training.enrol, { id: newId(), sessionId, employeeId: who.id, unitId: unit.id, clashAccepted })

/** The unit's set-up, as it is once somebody has applied it: on a day, with the values given. */
export async function hasSetUp(
  world: World,
  unit: GivenUnit,
  on: Day,
  values: Record<string, unknown> = {},
): Promise<void> {
  const [proposal, change] = [newId(), newId()]
  const at = instantAt(on, '08:00')
  const { db, administrator } = world
  await db.run(
    sql`insert into profiles.proposal (id, unit_id, note, proposed_at, proposed_by) values (${proposal}, ${unit.id}, 'Svar', ${at}, ${administrator.id})`,
  )
  await db.run(
    sql`insert into profiles.change (id, unit_id, proposal_id, from_on, applied_at, applied_by) values (${change}, ${unit.id}, ${proposal}, ${on}::date, ${at}, ${administrator.id})`,
  )
  for (const [key, value] of Object.entries(values)) {
    const setting = newId()
    await db.run(sql`insert into profiles.setting (id, unit_id, key) values (${setting}, ${unit.id}, ${key})`)
    await db.run(sql`insert into profiles.held (id, setting_id, value, from_on, since_on, source_kind, source_label, change_id)
      values (${newId()}, ${setting}, ${JSON.stringify(value)}::jsonb, ${on}::date, ${on}::date, 'answer', 'Svar', ${change})`)
  }
}
