import { careRoles, rolloutRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate, Right } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'

/** Who the unit's contact is, how the unit describes itself, and what was approved: everybody who works there. */
export const mayRead = right('clarification.read', [...careRoles, ...rolloutRoles])
/** Answers, gaps and how far the unit has come. */
export const maySee = right('clarification.see', [
  'coordinator',
  'steering',
  'unit-contact',
  'super-user',
  'unit-leader',
])
/** Answer for the unit, or write down what it says. */
export const mayAnswer = right('clarification.answer', ['coordinator', 'unit-contact', 'super-user', 'unit-leader'])
/** Of these, those whose own unit it is. */
export const mayAnswerOwn = right('clarification.answer-own', ['unit-contact', 'super-user', 'unit-leader'])
/** The leader's questions, and the approval. */
export const mayLead = right('clarification.lead', ['unit-leader'])
export const mayName = right('clarification.name', ['coordinator', 'unit-leader'])
/** Questions, meetings, gaps, proposals to the profile. */
export const mayCoordinate = right('clarification.coordinate', ['coordinator'])

/** The right at the unit of a record that the input names. */
export const ofRecord =
  (table: 'contact' | 'leave' | 'round' | 'gap' | 'file') =>
  <I extends { id: unknown }>(held: Right): Gate<I> => ({
    right: held,
    says: ['place'],
    rows: ({ input, visible }) => sql`select own.id, own.unit_id as place from clarification.${sql.ref(table)} own
      where own.tenant_id = kernel.here() and own.id = ${(input as Blanks<{ id: unknown }>).id as Blank}::uuid and ${visible(sql`own.unit_id`)}`,
  })

/** The right is held in the unit, or somewhere below or above it. */
export const near = (held: Right, place: Sql): Sql => sql`exists (select from (${held.places}) held (unit_id)
  join org.branch on branch.tenant_id = kernel.here() and branch.unit_id = held.unit_id where branch.above_id = ${place})`
