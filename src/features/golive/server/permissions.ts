import { bringingRoles, careRoles, rolloutRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate, Right } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'

/** How ready the unit is, and what was said of it. */
export const mayRead = right('golive.read', [...bringingRoles])
/** Say what one has seen of a check; write the way back and who is there. */
export const mayRecord = right('golive.record', ['coordinator', 'unit-contact', 'unit-leader', 'super-user'])
/** Checks and gates; accept what is missing. */
export const mayKeep = right('golive.keep', ['coordinator'])
/** Go or no-go: the steering group; a no-go also the unit's leader. */
export const maySay = right('golive.say', ['steering', 'coordinator', 'unit-leader'])
/** Tell of what happened: everybody who works there. */
export const mayReport = right('golive.report', [...careRoles, ...rolloutRoles])
/** See and move cases. */
export const mayFollow = right('golive.follow', [
  'coordinator',
  'steering',
  'unit-contact',
  'unit-leader',
  'super-user',
])
export const mayHandle = right('golive.handle', ['coordinator', 'super-user'])
/** Stop the line. Whoever sees danger may; lifting it is the coordinator's. */
export const mayLift = right('golive.lift', ['coordinator'])
export const mayVendor = right('golive.vendor', ['coordinator'])
export const mayPulse = right('golive.pulse', ['coordinator'])
export const mayAnswer = right('golive.answer', [...careRoles, ...rolloutRoles])

/** The right is held at the place or in a unit below it. */
export const near = (held: Right, place: Sql): Sql => sql`exists (select from (${held.places}) held (unit_id)
  join org.branch on branch.tenant_id = kernel.here() and branch.unit_id = held.unit_id where branch.above_id = ${place})`

type Of<I> = (input: Blanks<I>) => Blank

/** A check of the place the unit is below, or of the unit itself. */
export const onItem = <I>(held: Right, item: Of<I>, unit: Of<I>): Gate<I> => ({
  right: held,
  rows: ({ input, visible }) => sql`select item.id from golive.item
    join org.branch on branch.tenant_id = item.tenant_id and branch.above_id = item.place_id and branch.unit_id = ${unit(input)}::uuid
    where item.tenant_id = kernel.here() and item.id = ${item(input)}::uuid and (item.unit_id is null or item.unit_id = branch.unit_id) and ${visible(sql`branch.unit_id`)}`,
})
export const onGate = <I>(gate: Of<I>): Gate<I> => ({
  right: mayKeep,
  rows: ({ input, visible }) => sql`select gate.id from golive.gate
    where gate.tenant_id = kernel.here() and gate.id = ${gate(input)}::uuid and ${visible(sql`gate.place_id`)}`,
})
export const onCase = <I>(held: Right, of: Of<I>): Gate<I> => ({
  right: held,
  rows: ({ input, visible }) => sql`select one.id from golive.early_case one
    where one.tenant_id = kernel.here() and one.id = ${of(input)}::uuid and ${visible(sql`one.unit_id`)}`,
})
/** Only whoever told of it. */
export const onOwnCase = <I>(of: Of<I>): Gate<I> => ({
  right: mayReport,
  rows: ({ input, visible, actor }) => sql`select one.id from golive.early_case one
    where one.tenant_id = kernel.here() and one.id = ${of(input)}::uuid and one.reporter_id = ${actor}::uuid and ${visible(sql`one.unit_id`)}`,
})
/** A case of the same place may be joined from any unit one works in. */
export const joining = <I>(of: Of<I>, unit: Of<I>): Gate<I> => ({
  right: mayReport,
  rows: ({ input, visible }) => sql`select one.id from golive.early_case one
    join org.branch on branch.tenant_id = one.tenant_id and branch.above_id = one.place_id and branch.unit_id = ${unit(input)}::uuid
    where one.tenant_id = kernel.here() and one.id = ${of(input)}::uuid and ${visible(sql`branch.unit_id`)}`,
})
export const onStop = <I>(of: Of<I>): Gate<I> => ({
  right: mayLift,
  rows: ({ input, visible }) => sql`select stop.id from golive.line_stop stop
    where stop.tenant_id = kernel.here() and stop.id = ${of(input)}::uuid and ${visible(sql`stop.place_id`)}`,
})
export const onSuggestion = <I>(of: Of<I>): Gate<I> => ({
  right: mayKeep,
  rows: ({ input, visible }) => sql`select suggestion.id from golive.suggestion
    join golive.early_case one on one.tenant_id = suggestion.tenant_id and one.id = suggestion.case_id
    where suggestion.tenant_id = kernel.here() and suggestion.id = ${of(input)}::uuid and ${visible(sql`one.place_id`)}`,
})
export const onPulse = <I>(of: Of<I>, unit: Of<I>): Gate<I> => ({
  right: mayAnswer,
  rows: ({ input, visible }) => sql`select pulse.id from golive.pulse
    join org.branch on branch.tenant_id = pulse.tenant_id and branch.above_id = pulse.place_id and branch.unit_id = ${unit(input)}::uuid
    where pulse.tenant_id = kernel.here() and pulse.id = ${of(input)}::uuid and ${visible(sql`branch.unit_id`)}`,
})
