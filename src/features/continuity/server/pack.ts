import { calledName, fullName, isHidden, seenToday, warningForUnit } from '#features/citizens/server/index.ts'
import { notesLately } from '#features/journal/server/index.ts'
import { careRoles } from '#features/org/roles.ts'
import { noteKindsOn } from '#features/org/server/index.ts'
import type { Gate, Seeing } from '#kernel/server/permission.ts'
import { type Blank, type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { continuity, PACK_HOURS } from '../contract.ts'
import { mayFetch } from './permissions.ts'

const citizen = sql`citizen`
const listed = (rows: Sql) => sql`(select coalesce(json_agg(to_json(listed)), '[]') from (${rows}) listed)`

/** The tablet and the unit must belong together, and the right reach the unit. */
const tabletOfUnit: Gate<{ unitId: string; tabletId: string }> = {
  right: mayFetch,
  rows: ({ input, visible }) => sql`
    select tablet.id from continuity.tablet
    where tablet.tenant_id = kernel.here() and tablet.id = ${input.tabletId}::uuid and tablet.unit_id = ${input.unitId}::uuid
      and ${visible(sql`tablet.unit_id`)}`,
}

/** Those tied to the unit today whom whoever fetches the pack sees; nobody when the tablet was ended. */
const residents = (asked: Seeing, unitId: Blank) => sql`
  select citizen.* from citizens.citizen
  where citizen.tenant_id = kernel.here() and exists (select from tablet where tablet.ended_at is null)
    and citizen.id in (select tie.citizen_id from citizens.tie
      where tie.tenant_id = kernel.here() and tie.unit_id = ${unitId}::uuid and ${seenToday(asked, sql`tie`)})`

/** What the unit is to know, not what else the fetcher may see: whoever has the code reads it. */
const warnings = (today: Blank) => sql`
  select warning.id, warning.kind, warning.text, warning.review_on as "reviewOn" from citizens.warning
  where warning.tenant_id = kernel.here() and warning.citizen_id = citizen.id and warning.ended_at is null
    and ${warningForUnit(sql`(select unit_id from tablet)`, today)} order by warning.written_at`

const contacts = sql`
  select contact.id, contact.kind, contact.name, contact.relation, contact.phone, contact.note from citizens.contact
  where contact.tenant_id = kernel.here() and contact.citizen_id = citizen.id and contact.ended_at is null order by contact.kind, contact.name`

/** The unit's own goals with the citizen, by the short name that stands on the chip. */
const matters = sql`
  select matter.id, matter.title from journal.matter
  where matter.tenant_id = kernel.here() and matter.citizen_id = citizen.id and matter.unit_id = (select unit_id from tablet) and matter.is_open
  order by matter.title, matter.id limit 20`

/** What is hidden from view is not in the pack at all; an address never is. */
const cards = (today: Blank) => sql`
  select citizen.id, ${calledName(citizen)} as "calledName", ${fullName(citizen)} as "fullName", citizen.born_on as "bornOn", citizen.room, citizen.about,
    case when not ${isHidden(today)} then citizen.phone end as phone, ${isHidden(today)} as "identityProtected",
    ${listed(warnings(today))} as warnings, ${listed(contacts)} as contacts, ${listed(matters)} as matters
  from residents citizen order by ${calledName(citizen)} collate "da-x-icu", citizen.id`

/** Everybody with a care role that reaches the unit, also through a unit above it. */
const people = (unit: Sql, today: Blank) => sql`
  select employee.id, employee.name, employee.profession from org.employee
  where employee.tenant_id = kernel.here() and employee.employed_from <= ${today}::date
    and (employee.employed_to is null or employee.employed_to >= ${today}::date)
    and employee.id in (select role_grant.employee_id from org.branch
      join org.role_grant on role_grant.tenant_id = branch.tenant_id and role_grant.unit_id = branch.above_id
      where branch.tenant_id = kernel.here() and branch.unit_id = ${unit} and role_grant.role = any (${[...careRoles]}::text[])
        and role_grant.starts_on <= ${today}::date and (role_grant.ends_on is null or role_grant.ends_on >= ${today}::date))
  order by employee.name collate "da-x-icu", employee.id`

const unlessEnded = (rows: Sql) => sql`case when tablet.ended_at is null then ${listed(rows)} else '[]' end`

/** One statement; the trail names every citizen whose card goes onto the tablet. */
export const pack = query(continuity.pack, {
  may: tabletOfUnit,
  audit: (input) => ({ place: input.unitId, about: { tablet: input.tabletId } }),
  steps: (asked) => ({
    tablet: sql`select tablet.id, tablet.unit_id, tablet.ended_at from continuity.tablet
      where tablet.tenant_id = kernel.here() and tablet.id = ${asked.input.tabletId}::uuid`,
    residents: residents(asked, asked.input.unitId),
    lately: notesLately(asked, sql`(select unit_id from tablet where ended_at is null)`, PACK_HOURS),
  }),
  records: sql`select id from residents`,
  subjects: sql`select id from residents union select "citizenId" from lately`,
  read: ({ now, today }) => sql`
    select tablet.id, unit.id as "unitId", unit.name as "unitName", ${noteKindsOn(sql`unit`, sql`${today}`)} as "noteKinds", ${now}::timestamptz as "madeAt", tablet.ended_at as "endedAt",
      ${listed(cards(today))} as citizens, ${listed(sql`select * from lately order by "happenedAt" desc, id`)} as notes,
      ${unlessEnded(people(sql`unit.id`, today))} as people
    from tablet join org.unit on unit.tenant_id = kernel.here() and unit.id = tablet.unit_id`,
})
