import { careRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate, Right } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, sql } from '#kernel/server/sql.ts'

export const mayReadStay = right('stays.read', [...careRoles, 'office', 'administrator'], { inPerson: true })
export const mayKeepStay = right('stays.keep', ['unit-leader', 'office', 'administrator'])
export const mayMarkAttendance = right('stays.mark-attendance', careRoles)

/** The acts on an open stay that a screen may offer. */
export const actsOnStay = { close: mayKeepStay, move: mayKeepStay }

/** A stay at a unit that the right reaches. */
export const ofStay = <I>(held: Right, stay: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: held,
  rows: ({ input, visible, apart }) => sql`
    select stay.id from stays.stay
    where stay.tenant_id = kernel.here() and stay.id = ${stay(input)}::uuid and ${visible(sql`stay.unit_id`)}
      and not ${apart(sql`stay.citizen_id`)}`,
})

/** A stay within reach, and a unit within reach to move it to. */
export const ofStayAndUnit = <I>(
  held: Right,
  stay: (input: Blanks<I>) => Blank,
  unit: (input: Blanks<I>) => Blank,
): Gate<I> => ({
  right: held,
  rows: (asked) => sql`
    select stay.id from (${ofStay(held, stay).rows(asked)}) stay
    where ${asked.visible(sql`${unit(asked.input)}::uuid`)}`,
})

/**
 * A unit within reach, and a citizen who is or ever was tied to a unit within reach.
 * Without "ever", somebody who comes back after a year could neither be taken in again nor be registered anew.
 */
export const ofUnitAndKnownCitizen = <I>(
  held: Right,
  citizen: (input: Blanks<I>) => Blank,
  unit: (input: Blanks<I>) => Blank,
): Gate<I> => ({
  right: held,
  rows: ({ input, visible, apart }) => sql`
    select tie.citizen_id as id from citizens.tie
    where tie.tenant_id = kernel.here() and tie.citizen_id = ${citizen(input)}::uuid and ${visible(sql`tie.unit_id`)}
      and ${visible(sql`${unit(input)}::uuid`)} and not ${apart(sql`tie.citizen_id`)}
    limit 1`,
})
