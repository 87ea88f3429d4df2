import { closedGrounds, closedOfferKinds } from '#features/org/closed.ts'
import type { Seeing } from '#kernel/server/permission.ts'
import { type Blank, type Sql, sql } from '#kernel/server/sql.ts'
import { type ConsentWhat, sharedWarningKinds } from '../contract.ts'

/** Whether a unit shares nothing by itself, not even that somebody is there: crisis centres, treatment of misuse. */
const isClosed = (
  unit: Sql,
): Sql => sql`exists (select from org.unit where unit.tenant_id = kernel.here() and unit.id = ${unit}
  and (unit.offer_type = any (${[...closedOfferKinds]}::text[]) or unit.legal_grounds && ${[...closedGrounds]}::text[]))`

type Shared = { citizen: Sql; from: Sql; what: ConsentWhat; today: Blank }

/** Whether a consent or a legal basis in force lets a unit share something with another. */
export const sharedWith = ({ citizen, from, what, today }: Shared, isReader: (unit: Sql) => Sql): Sql => sql`exists (
  select from citizens.consent
  where consent.tenant_id = kernel.here() and consent.citizen_id = ${citizen} and consent.unit_id = ${from} and consent.what = ${sql.lit(what)}
    and consent.withdrawn_at is null and consent.from_on <= ${today}::date and (consent.to_on is null or consent.to_on >= ${today}::date)
    and ${isReader(sql`consent.to_unit_id`)})`

/** A warning of one's own units; of others those that whoever is with the citizen must know, unless the unit is closed; or shared. */
const warningFor = (isReader: (unit: Sql) => Sql, today: Blank): Sql => sql`(${isReader(sql`warning.unit_id`)}
  or (warning.kind = any (${[...sharedWarningKinds]}::text[]) and not ${isClosed(sql`warning.unit_id`)})
  or ${sharedWith({ citizen: sql`warning.citizen_id`, from: sql`warning.unit_id`, what: 'warnings', today }, isReader)})`

/** Whether the actor is to see a warning about a citizen they see. */
export const seesWarning = ({ visible, today }: Seeing): Sql => warningFor(visible, today)

/** Whether a warning is for the people of one unit. */
export const warningForUnit = (unit: Blank | Sql, today: Blank): Sql =>
  warningFor((reader) => sql`coalesce(${reader} = ${unit}::uuid, false)`, today)
