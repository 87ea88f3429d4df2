import { careRoles, rolloutRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate, Right } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'

/** What was decided and may be told: everybody who works in a unit it may concern. */
export const mayRead = right('decisions.read', [...careRoles, ...rolloutRoles])
export const mayKeep = right('decisions.keep', ['coordinator', 'steering'])
/** What is not told yet, as before an award. */
export const mayReadSecret = right('decisions.read-secret', ['coordinator', 'steering', 'buyer', 'evaluator'])
export const mayReadRisks = right('decisions.read-risks', [...rolloutRoles, 'unit-leader'])

const at = (held: Right, place: Sql): Sql => sql`array_position(array(${held.places}), ${place}) is not null`

/** The right is held at the place or in a unit below it. */
export const near = (held: Right, place: Sql): Sql => sql`exists (select from (${held.places}) held (unit_id)
  join org.branch on branch.tenant_id = kernel.here() and branch.unit_id = held.unit_id where branch.above_id = ${place})`

/** Proposals are for those who keep the log; what is secret for those whose secret it is; the rest for all it may concern. */
export const mayBeSeen = (decision: Sql): Sql => sql`(${near(mayRead, sql`${decision}.place_id`)} and case
  when ${decision}.state = 'decided' or (${decision}.secret and ${decision}.state in ('proposed', 'withdrawn')) then ${at(mayReadSecret, sql`${decision}.place_id`)}
  when ${decision}.state in ('proposed', 'withdrawn') then ${at(mayKeep, sql`${decision}.place_id`)} or ${at(mayReadSecret, sql`${decision}.place_id`)}
  else true end)`

export const ofDecision = <I>(decision: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: mayKeep,
  rows: ({ input, visible }) => sql`select decision.id from decisions.decision
    where decision.tenant_id = kernel.here() and decision.id = ${decision(input)}::uuid and ${visible(sql`decision.place_id`)}`,
})
export const ofRisk = <I>(risk: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: mayKeep,
  rows: ({ input, visible }) => sql`select risk.id from decisions.risk
    where risk.tenant_id = kernel.here() and risk.id = ${risk(input)}::uuid and ${visible(sql`risk.place_id`)}`,
})
