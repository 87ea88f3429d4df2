import { careRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'
import { DAYS_TO_WRITE_AFTER } from '../rules.ts'

export const mayRead = right('journal.read', careRoles)
export const mayWrite = right('journal.write', careRoles)
/** Correct or take back what others wrote; one's own, one always may. */
export const mayAmendOthers = right('journal.amend-others', ['unit-leader'])
export const mayReadWithdrawn = right('journal.read-withdrawn', ['unit-leader'])

/** Whether a citizen belongs to the unit, or left it so lately that the last days may still be written down. */
export const tiedForWriting = (citizen: Blank | Sql, unit: Blank | Sql, today: Blank): Sql => sql`exists (
  select from citizens.tie where tie.tenant_id = kernel.here() and tie.citizen_id = ${citizen}::uuid and tie.unit_id = ${unit}::uuid
    and tie.from_on <= ${today}::date and (tie.to_on is null or tie.to_on >= ${today}::date - ${sql.lit(DAYS_TO_WRITE_AFTER)}))`

type Placed = { unitId: unknown; citizenId: unknown }

/** In a unit that the right reaches, and about nobody or a citizen of that unit. */
export const writingIn = <I extends Placed>(): Gate<I> => ({
  right: mayWrite,
  rows: ({ input, visible, today }) => {
    const { unitId, citizenId } = input as Blanks<Placed>
    return sql`select place.id from (select ${unitId}::uuid as id) place
      where ${visible(sql`place.id`)} and (${citizenId}::uuid is null or ${tiedForWriting(citizenId, sql`place.id`, today)})`
  },
})

/** A note in a unit that the right reaches. */
export const ofNote = <I>(held: typeof mayRead, note: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: held,
  rows: ({ input, visible }) => sql`
    select note.id from journal.note where note.tenant_id = kernel.here() and note.id = ${note(input)}::uuid and ${visible(sql`note.unit_id`)}`,
})
