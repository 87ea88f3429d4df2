import { careRoles, rolloutRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'

/** The book is for everybody who works here. */
export const mayRead = right('knowledge.read', [...careRoles, ...rolloutRoles])
/** Stand by a page: those who know the unit or the system. */
export const mayConfirm = right('knowledge.confirm', ['coordinator', 'super-user', 'unit-leader', 'unit-contact'])
export const mayHandOver = right('knowledge.hand-over', ['coordinator'])
/** Pass on what was learnt, and take in what others learnt. */
export const mayPassOn = right('knowledge.pass-on', ['coordinator', 'steering'])

/** A place at or above a unit within reach. */
export const isNear = (place: Sql, visible: (place: Sql) => Sql): Sql =>
  sql`exists (select from org.branch where branch.tenant_id = kernel.here() and branch.above_id = ${place} and ${visible(sql`branch.unit_id`)})`

export const overHandover = <I>(handover: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: mayHandOver,
  rows: ({ input, visible }) => sql`select handover.id from knowledge.handover
    where handover.tenant_id = kernel.here() and handover.id = ${handover(input)}::uuid and ${visible(sql`handover.place_id`)}`,
})

export const overPackage = <I>(held: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: mayPassOn,
  rows: ({ input, visible }) => sql`select package.id from knowledge.package
    where package.tenant_id = kernel.here() and package.id = ${held(input)}::uuid and ${visible(sql`package.place_id`)}`,
})
