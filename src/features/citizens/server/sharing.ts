import type { Seeing } from '#kernel/server/permission.ts'
import { type Blank, type Sql, sql } from '#kernel/server/sql.ts'
import { type ConsentWhat, sharedWarningKinds } from '../contract.ts'
import { tiedOn } from './ties.ts'

/** Whether a unit shares nothing by itself, not even that somebody is there (org.unit.discreet). */
export const isDiscreet = (unit: Sql): Sql =>
  sql`exists (select from org.unit where unit.tenant_id = kernel.here() and unit.id = ${unit} and unit.discreet)`

/** Whether what a unit knows of a citizen is the actor's to see: the unit is within reach, or the citizen is open to them in person and the unit not discreet. */
export const seesAt = ({ visible, inPerson }: Seeing, unit: Sql, citizen: Sql): Sql =>
  sql`(${visible(unit)} or (${inPerson(citizen)} and not ${isDiscreet(unit)}))`

type Shared = { citizen: Sql; from: Sql; what: ConsentWhat; today: Blank }

/** Whether a consent or a legal basis in force lets a unit share something with another. */
export const sharedWith = ({ citizen, from, what, today }: Shared, isReader: (unit: Sql) => Sql): Sql => sql`exists (
  select from citizens.consents(${citizen}, ${from}, ${sql.lit(what)}, ${today}::date) as reader (unit_id) where ${isReader(sql`reader.unit_id`)})`

/** A warning of one's own units; of others those that whoever is with the citizen must know, unless the unit is discreet; or shared. */
const warningFor = (own: Sql, isReader: (unit: Sql) => Sql, today: Blank): Sql => sql`(${own}
  or (warning.kind = any (${[...sharedWarningKinds]}::text[]) and not ${isDiscreet(sql`warning.unit_id`)})
  or ${sharedWith({ citizen: sql`warning.citizen_id`, from: sql`warning.unit_id`, what: 'warnings', today }, isReader)})`

/** Whether the actor is to see a warning about a citizen they see. */
export const seesWarning = (asked: Seeing): Sql =>
  warningFor(seesAt(asked, sql`warning.unit_id`, sql`warning.citizen_id`), asked.visible, asked.today)

/** Whether a warning is for the people of one unit. */
export const warningForUnit = (unit: Blank | Sql, today: Blank): Sql => {
  const isUnit = (reader: Sql) => sql`coalesce(${reader} = ${unit}::uuid, false)`
  return warningFor(isUnit(sql`warning.unit_id`), isUnit, today)
}

/**
 * Whether a `citizen` with a hidden stay is today at a discreet unit that is not the reader's: then where they are is not on
 * their card, and that the stay is hidden is told as protection and no more.
 * @param reaches whether the reader reaches a unit
 */
export const staysConcealed = (
  day: Blank | Sql,
  reaches: (unit: Sql) => Sql,
): Sql => sql`(citizen.hidden_stay and exists (
  select from citizens.tie join org.unit on unit.tenant_id = tie.tenant_id and unit.id = tie.unit_id and unit.discreet
  where tie.tenant_id = kernel.here() and tie.citizen_id = citizen.id and ${tiedOn(sql`tie`, day)} and not ${reaches(sql`tie.unit_id`)}))`
