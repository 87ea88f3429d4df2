import { actor, type Right, today } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { careRoles, type Role, rolloutRoles } from '../roles.ts'

/** A right held through a role at a unit or a unit above it. The one place where roles become SQL. */
export function right(name: string, roles: readonly Role[]): Right {
  const reach = sql`org.reach(${actor}, ${today}::date, ${[...roles]}::text[])`
  // In the select list a function is called, in `from` it is merged: quicker to run, but dearer to carry where it seldom runs.
  return { name, roles, places: sql`select ${reach}`, opening: sql`select place from ${reach} place` }
}

export const mayReadOrg = right('org.read', [...careRoles, 'administrator', 'privacy-officer', ...rolloutRoles])
export const mayManageOrg = right('org.manage', ['administrator'])
/** Employing into one's own units and giving the roles of the floor there (roles.ts, staffRoles); an administrator gives all. */
export const mayStaff = right('org.staff', ['unit-leader', 'administrator'])
