import { careRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate, Right, Seeing } from '#kernel/server/permission.ts'
import type { Blank, Blanks } from '#kernel/server/sql.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'

export const mayReadCitizen = right('citizens.read', careRoles, { inPerson: true })
export const mayKeepCitizen = right('citizens.keep', ['unit-leader', 'office', 'administrator'])
export const mayKeepContact = right('citizens.keep-contact', [
  'unit-leader',
  'support-worker',
  'night-worker',
  'health-worker',
  'office',
  'administrator',
])
export const mayWarn = right('citizens.warn', careRoles)
export const mayReveal = right('citizens.reveal', ['unit-leader', 'support-worker', 'night-worker', 'health-worker'], {
  inPerson: true,
})

/** Keep an employee apart from a citizen. Why is between the leader and the employee. */
export const mayBar = right('citizens.bar', ['unit-leader'], { sensitivity: 'staff-confidential' })
/** Write down what is shared about a citizen, and why it may be. */
export const mayShare = right('citizens.share', ['unit-leader', 'support-worker', 'health-worker'])

/** What the unit needed to know while the citizen was there can still be read this long after the tie ended. */
export const DAYS_AFTER = 90

/**
 * Whether the actor sees the citizen through a tie: it is at a unit within reach, it holds or ended lately, and nothing
 * keeps the two apart. Held as a temp, the right reaches only those there today, who live there, have come, or have the temp as
 * their contact person, and nobody who has left.
 * @param daysAfter how long after its last day a tie still counts
 */
export const seenThrough = (asked: Seeing, tie: Sql, daysAfter = DAYS_AFTER): Sql => sql`(
  ${asked.visible(sql`${tie}.unit_id`)} and ${tie}.from_on <= ${asked.today}::date and not ${asked.apart(sql`${tie}.citizen_id`)}
  and case when ${asked.steady(sql`${tie}.unit_id`)} then coalesce(${tie}.to_on >= ${asked.today}::date - ${sql.lit(daysAfter)}, true)
    else coalesce(${tie}.to_on >= ${asked.today}::date, true)
      and citizens.present(${asked.actor}::uuid, ${tie}.citizen_id, ${tie}.unit_id, ${tie}.present_on, ${asked.today}::date) end)`

/** Of those who are here today. */
export const seenToday = (asked: Seeing, tie: Sql): Sql => seenThrough(asked, tie, 0)

const openInPerson = ({ inPerson, apart }: Seeing, citizen: Sql) =>
  sql`(${inPerson(citizen)} and not ${apart(citizen)})`

/** Whether the actor may know whom something is about: nobody, or a citizen seen through some tie, or in person. */
export const seesCitizen = (asked: Seeing, citizen: Sql): Sql => sql`(${citizen} is null or exists (
  select from citizens.tie where tie.tenant_id = kernel.here() and tie.citizen_id = ${citizen} and ${seenThrough(asked, sql`tie`)})
  or ${openInPerson(asked, citizen)})`

/** A citizen tied to a unit that the right reaches, or open to the actor in person. */
export const ofCitizen = <I>(held: Right, citizen: (input: Blanks<I>) => Blank | Sql): Gate<I> => ({
  right: held,
  says: ['place', 'relation'],
  rows: (asked) => {
    const named = sql`${citizen(asked.input)}::uuid`
    const tied = sql`
      select tie.citizen_id as id, tie.unit_id as place, tie.because as relation from citizens.tie
      where tie.tenant_id = kernel.here() and tie.citizen_id = ${named} and ${seenThrough(asked, sql`tie`)}
      order by tie.to_on desc nulls first limit 1`
    if (!held.inPerson) return tied
    return sql`(${tied}) union all select person.id, null, 'emergency' from (select ${named} as id) person
      where ${openInPerson(asked, sql`person.id`)} order by place nulls last limit 1`
  },
})

/** A citizen tied today to the very unit named, where the right reaches it: for what is done on a unit's behalf. */
export const ofCitizenAt = <I>(
  held: Right,
  citizen: (input: Blanks<I>) => Blank,
  unit: (input: Blanks<I>) => Blank,
): Gate<I> => ({
  right: held,
  says: ['relation'],
  rows: (asked) => sql`
    select tie.citizen_id as id, tie.because as relation from citizens.tie
    where tie.tenant_id = kernel.here() and tie.citizen_id = ${citizen(asked.input)}::uuid and tie.unit_id = ${unit(asked.input)}::uuid
      and ${seenToday(asked, sql`tie`)}
    limit 1`,
})

/** The acts the actor may do with the citizen, through any tie, as a text array. */
export const offersOfCitizen = (asked: Seeing, offers: (place: Sql) => Sql, citizen: Sql): Sql => sql`array(
  select distinct act from citizens.tie cross join lateral unnest(${offers(sql`tie.unit_id`)}) as act
  where tie.tenant_id = kernel.here() and tie.citizen_id = ${citizen} and ${seenThrough(asked, sql`tie`)} order by act)`
