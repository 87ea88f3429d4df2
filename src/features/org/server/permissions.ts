import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { actor, type Holding, now, type Right, rightOf, type Sensitivity, today } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { careRoles, type Role, rolloutRoles } from '../roles.ts'

/** Grants, duties, what the municipality has taken away, and whom one is kept apart from: the same for every right. */
const holding: Holding = {
  held: sql`select unit_id as place, role, brief, lacking from org.held(${actor}::uuid, ${now}::timestamptz, ${today}::date)`,
  // In `from` PostgreSQL merges the function into its plan; in the select list it would be called.
  apart: sql`select subject from org.apart(${actor}::uuid, ${today}::date) subject`,
  inPerson: sql`select subject from org.in_person(${actor}::uuid, ${now}::timestamptz) subject`,
}

/** A right held through a role at a unit or a unit above it. The one place where roles become SQL. */
export const right = (
  name: string,
  roles: readonly Role[],
  { sensitivity = 'ordinary', inPerson = false }: { sensitivity?: Sensitivity; inPerson?: boolean } = {},
): Right => rightOf({ name, roles, sensitivity, inPerson, holding })

/** For whoever is signed in, where the rows say whose they are; what the actor holds stands in `held`. */
export const rightOfAll = (name: string): Right =>
  rightOf({ name, roles: ['anyone'], sensitivity: 'ordinary', holding })

/** Whether a right has been taken from a role at a unit on a day: then nobody in the role is to be asked for it there. */
export const takenFrom = (role: Role, { name }: Pick<Right, 'name'>, unit: Sql, on: Day): Sql => sql`exists (
  select from org.narrowing taken where taken.tenant_id = kernel.here() and taken.right_name = ${name} and taken.role = ${role}
    and taken.from_on <= ${on}::date and coalesce(taken.to_on >= ${on}::date, true)
    and (taken.unit_id is null or exists (select from org.branch reached
      where reached.tenant_id = kernel.here() and reached.above_id = taken.unit_id and reached.unit_id = ${unit})))`

/** Whether somebody has the right at a unit at a moment (and local day), for the rules of a command; its gate has asked already who may at all. */
export async function reaches(
  db: Db,
  who: { id: Id; at: Instant; on: Day },
  { name, roles }: Right,
  unitId: Id,
): Promise<boolean> {
  const found =
    await db.one(sql`select from org.reach(${who.id}, ${who.at}, ${who.on}, ${name}, ${[...roles]}::text[]) unit_id
    where unit_id = ${unitId}`)
  return found !== undefined
}

export const mayReadOrg = right('org.read', [
  ...careRoles,
  'office',
  'administrator',
  'privacy-officer',
  ...rolloutRoles,
])
export const mayManageOrg = right('org.manage', ['administrator'])
/** Employing into one's own units and giving the roles of the floor there (roles.ts, staffRoles); an administrator gives all. */
export const mayStaff = right('org.staff', ['unit-leader', 'administrator'])
/** Who works here, by name: also for whoever names people in a plan, an appointment or a stand-in, and looks after none of them. */
export const mayFindStaff = right('org.find-staff', ['unit-leader', 'administrator', 'coordinator'])
/** Take rights away from roles. Asked of the administrator alone, and itself never taken away. */
export const mayNarrow = right('org.narrow', ['administrator'])
