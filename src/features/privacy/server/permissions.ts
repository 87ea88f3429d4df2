import { right } from '#features/org/server/index.ts'
import type { Asked, Gate } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'

/** Answer somebody who asks to see everything that is recorded about a citizen. */
export const mayAnswer = right('privacy.answer', ['privacy-officer', 'unit-leader'])

/**
 * Decide how long what is kept is kept, and delete what is over. Who previews does not confirm, so more than the protection officer
 * must have it; a municipality may narrow it.
 */
export const mayDelete = right('privacy.delete', ['privacy-officer', 'administrator'])

/** The right must reach the top of the tree: what is deleted is the whole municipality's. */
export const overAll: Gate<unknown> = {
  right: mayDelete,
  rows: ({ visible }) =>
    sql`select unit.id from org.unit where unit.tenant_id = kernel.here() and unit.parent_id is null and ${visible(sql`unit.id`)}`,
}

/**
 * Everything is told, whichever unit wrote it: so the right must reach every unit the citizen was ever tied to.
 * Whoever is tied to none is reached by those who reach the whole house.
 */
export const wholeOf = (citizen: Sql, { visible, apart }: Pick<Asked<unknown>, 'visible' | 'apart'>): Sql => sql`(
  not ${apart(citizen)} and
  not exists (select from citizens.tie where tie.tenant_id = kernel.here() and tie.citizen_id = ${citizen} and not ${visible(sql`tie.unit_id`)})
  and not exists (select from journal.note where note.tenant_id = kernel.here() and note.citizen_id = ${citizen} and not ${visible(sql`note.unit_id`)})
  and (exists (select from citizens.tie where tie.tenant_id = kernel.here() and tie.citizen_id = ${citizen})
    or exists (select from org.unit where unit.tenant_id = kernel.here() and unit.parent_id is null and ${visible(sql`unit.id`)})))`

export const ofCitizen = <I>(citizen: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: mayAnswer,
  rows: (asked) => sql`select citizen.id from citizens.citizen where citizen.tenant_id = kernel.here()
    and citizen.id = ${citizen(asked.input)}::uuid and ${wholeOf(sql`citizen.id`, asked)}`,
})

export const ofRequest = <I>(request: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: mayAnswer,
  rows: (asked) => sql`select request.id from privacy.request where request.tenant_id = kernel.here()
    and request.id = ${request(asked.input)}::uuid and ${wholeOf(sql`request.citizen_id`, asked)}`,
})

/** A package whose octets are there to be fetched. */
export const ofPackage = <I>(made: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: mayAnswer,
  rows: (asked) => sql`select package.id from privacy.package
    join privacy.request on request.tenant_id = package.tenant_id and request.id = package.request_id
    where package.tenant_id = kernel.here() and package.id = ${made(asked.input)}::uuid and package.state = 'made' and ${wholeOf(sql`request.citizen_id`, asked)}`,
})
