import { rolloutRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate, Right } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'

/** What was gained: all who took part, and the leaders of the units. */
export const mayRead = right('benefits.read', [...rolloutRoles, 'unit-leader'])
export const mayKeep = right('benefits.keep', ['coordinator'])
/** Write a measurement: the coordinator, and the line that owns the benefit. */
export const mayMeasure = right('benefits.measure', ['coordinator', 'unit-leader', 'super-user'])
/** The leadership's page, and what the preparation cost. */
export const mayLead = right('benefits.lead', ['coordinator', 'steering'])

/** The right is held at the place or in a unit below it. */
export const near = (held: Right, place: Sql): Sql => sql`exists (select from (${held.places}) held (unit_id)
  join org.branch on branch.tenant_id = kernel.here() and branch.unit_id = held.unit_id where branch.above_id = ${place})`

type Of<I> = (input: Blanks<I>) => Blank

export const overMeasure = <I>(held: Right, measure: Of<I>): Gate<I> => ({
  right: held,
  rows: ({ input, visible }) => sql`select measure.id from benefits.measure
    where measure.tenant_id = kernel.here() and measure.id = ${measure(input)}::uuid and (${visible(sql`measure.place_id`)} or ${visible(sql`measure.unit_id`)})`,
})

export const overBenefit = <I>(benefit: Of<I>): Gate<I> => ({
  right: mayKeep,
  rows: ({ input, visible }) => sql`select benefit.id from requirements.benefit
    join requirements.spec on spec.tenant_id = benefit.tenant_id and spec.id = benefit.spec_id
    where benefit.tenant_id = kernel.here() and benefit.id = ${benefit(input)}::uuid and ${visible(sql`spec.place_id`)}`,
})

export const ofPage = <I>(page: Of<I>): Gate<I> => ({
  right: mayLead,
  rows: ({ input, visible }) => sql`select page.id from benefits.page
    where page.tenant_id = kernel.here() and page.id = ${page(input)}::uuid and ${visible(sql`page.place_id`)}`,
})
