import { rolloutRoles } from '#features/org/roles.ts'
import { reaches, right } from '#features/org/server/index.ts'
import type { Clock } from '#kernel/server/clock.ts'
import type { Asked, Gate, Right } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Db, type Sql, sql } from '#kernel/server/sql.ts'
import type { By } from '#kernel/server/use-case.ts'

/** The requirements, their versions and what the units said. */
export const mayRead = right('requirements.read', [...rolloutRoles, 'unit-leader'])
export const mayEdit = right('requirements.edit', ['coordinator'])
/** Write a requirement: a draft by those who edit, by others a proposal. */
export const mayPropose = right('requirements.propose', ['coordinator', 'super-user'])
/** Answer a hearing on behalf of a unit. */
export const mayAnswer = right('requirements.answer', ['unit-contact', 'unit-leader', 'super-user'])
export const mayApprove = right('requirements.approve', ['steering'])
export const mayPublish = right('requirements.publish', ['buyer', 'coordinator'])

/** The right reaches a place at or below `place`: whoever works in a unit belongs to what its municipality buys. */
export const isNear = (place: Sql, { visible }: Pick<Asked<never>, 'visible'>): Sql => sql`exists (
  select from org.branch where branch.tenant_id = kernel.here() and branch.above_id = ${place} and ${visible(sql`branch.unit_id`)})`

/** The set that the input points at, itself or through a record of it. */
type FromInput<I> = (input: Blanks<I>) => Sql

export const bySpec = <I extends { specId: unknown }>(input: Blanks<I>): Sql => sql`${input.specId as Blank}::uuid`
export const byRequirement = (requirement: Blank): Sql =>
  sql`(select spec_id from requirements.requirement where tenant_id = kernel.here() and id = ${requirement}::uuid)`
export const byLine = (line: Blank): Sql => sql`(select requirement.spec_id from requirements.line
  join requirements.requirement on requirement.tenant_id = line.tenant_id and requirement.id = line.requirement_id
  where line.tenant_id = kernel.here() and line.id = ${line}::uuid)`
export const byBaseline = (baseline: Blank): Sql =>
  sql`(select spec_id from requirements.baseline where tenant_id = kernel.here() and id = ${baseline}::uuid)`
export const byHearing = (hearing: Blank): Sql => sql`(select baseline.spec_id from requirements.hearing
  join requirements.baseline on baseline.tenant_id = hearing.tenant_id and baseline.id = hearing.baseline_id
  where hearing.tenant_id = kernel.here() and hearing.id = ${hearing}::uuid)`

/** Where the set is kept: the right must reach its very place. */
export const overSpec = <I>(held: Right, spec: FromInput<I>): Gate<I> => ({
  right: held,
  rows: ({ input, visible }) => sql`select spec.id from requirements.spec
    where spec.tenant_id = kernel.here() and spec.id = ${spec(input)} and ${visible(sql`spec.place_id`)}`,
})

/** Somebody of the place, or of a unit below it. */
export const nearSpec = <I>(held: Right, spec: FromInput<I>): Gate<I> => ({
  right: held,
  rows: (asked) => sql`select spec.id from requirements.spec
    where spec.tenant_id = kernel.here() and spec.id = ${spec(asked.input)} and ${isNear(sql`spec.place_id`, asked)}`,
})

const reached = (held: Right, place: Sql) => sql`exists (select from (${held.places}) held (unit_id)
  join org.branch on branch.tenant_id = kernel.here() and branch.unit_id = held.unit_id where branch.above_id = ${place})`

/** What a screen may offer with a set at a place. */
export const offersOfSpec = (place: Sql, { offers }: Pick<Asked<never>, 'offers'>): Sql =>
  sql`(${offers({ edit: mayEdit, approve: mayApprove, publish: mayPublish }, place)}
    || case when ${reached(mayPropose, place)} then array['propose'] else '{}'::text[] end)`

/** Inside a command: whether the person has a right at the very place. */
export const holds = (db: Db, held: Right, by: By, clock: Clock, placeId: string): Promise<boolean> =>
  reaches(db, { id: by.id, at: clock.now(), on: clock.today() }, held, placeId)
