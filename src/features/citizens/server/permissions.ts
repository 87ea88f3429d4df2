import { careRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate, Right } from '#kernel/server/permission.ts'
import type { Blank, Blanks } from '#kernel/server/sql.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { tiedOn } from './ties.ts'

export const mayReadCitizen = right('citizens.read', careRoles)
export const mayKeepCitizen = right('citizens.keep', ['unit-leader', 'administrator'])
export const mayKeepContact = right('citizens.keep-contact', [
  'unit-leader',
  'support-worker',
  'night-worker',
  'health-worker',
  'administrator',
])
export const mayWarn = right('citizens.warn', careRoles)
export const mayReveal = right('citizens.reveal', ['unit-leader', 'support-worker', 'night-worker', 'health-worker'])

/** What the unit needed to know while the citizen was there can still be read this long after the tie ended. */
export const DAYS_AFTER = 90

/** Whether a tie holds, or ended lately, on the day of the request. */
export const tieHolds = (tie: Sql, today: Blank): Sql =>
  sql`${tie}.from_on <= ${today}::date and (${tie}.to_on is null or ${tie}.to_on >= ${today}::date - ${sql.lit(DAYS_AFTER)})`

/** A citizen tied to a unit that the right reaches. */
export const ofCitizen = <I>(held: Right, citizen: (input: Blanks<I>) => Blank | Sql): Gate<I> => ({
  right: held,
  says: ['place', 'relation'],
  rows: ({ input, visible, today }) => sql`
    select tie.citizen_id as id, tie.unit_id as place, tie.because as relation from citizens.tie
    where tie.tenant_id = kernel.here() and tie.citizen_id = ${citizen(input)}::uuid and ${visible(sql`tie.unit_id`)} and ${tieHolds(sql`tie`, today)}
    order by tie.to_on desc nulls first limit 1`,
})

/** A citizen tied today to the very unit named, where the right reaches it: for what is done on a unit's behalf. */
export const ofCitizenAt = <I>(
  held: Right,
  citizen: (input: Blanks<I>) => Blank,
  unit: (input: Blanks<I>) => Blank,
): Gate<I> => ({
  right: held,
  says: ['relation'],
  rows: ({ input, visible, today }) => sql`
    select tie.citizen_id as id, tie.because as relation from citizens.tie
    where tie.tenant_id = kernel.here() and tie.citizen_id = ${citizen(input)}::uuid and tie.unit_id = ${unit(input)}::uuid
      and ${visible(sql`tie.unit_id`)} and ${tiedOn(sql`tie`, today)}
    limit 1`,
})

/** The acts the actor may do with the citizen, through any tie, as a text array. */
export const offersOfCitizen = (offers: (place: Sql) => Sql, citizen: Sql, today: Blank): Sql => sql`array(
  select distinct act from citizens.tie cross join lateral unnest(${offers(sql`tie.unit_id`)}) as act
  where tie.tenant_id = kernel.here() and tie.citizen_id = ${citizen} and ${tieHolds(sql`tie`, today)} order by act)`
