import { seenThrough } from '#features/citizens/server/index.ts'
import { careRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, sql } from '#kernel/server/sql.ts'

const steadyRoles = careRoles.filter((role) => role !== 'temp-worker')

/** See who has looked at a citizen one answers for: as leader of a unit the citizen uses, or as contact person. */
export const mayFollow = right('oversight.who-looked', steadyRoles)
/** See the names of those who looked. Not a gate: without it, roles and units. */
export const mayName = right('oversight.names', ['unit-leader'])

/** Be asked about look-ups at a unit. Not a gate: what was drawn is a task, and the task names it. */
export const mayReview = right('oversight.review', ['unit-leader', 'privacy-officer'])

/** Follow the whole log as data protection officer. */
export const mayAudit = right('oversight.audit', ['privacy-officer'])

/** The log is the whole municipality's: the right must reach the top of the tree. */
export const overWholeLog: Gate<unknown> = {
  right: mayAudit,
  rows: ({ visible }) =>
    sql`select unit.id from org.unit where unit.tenant_id = kernel.here() and unit.parent_id is null and ${visible(sql`unit.id`)}`,
}

/** A citizen whom the reader leads a unit for, or is contact person of. */
export const answeredFor = <I>(citizen: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: mayFollow,
  says: ['place', 'relation'],
  rows: (asked) => sql`
    select tie.citizen_id as id, tie.unit_id as place, tie.because as relation from citizens.tie
    where tie.tenant_id = kernel.here() and tie.citizen_id = ${citizen(asked.input)}::uuid and ${seenThrough(asked, sql`tie`)}
      and (tie.unit_id = any (array(${mayName.places})) or exists (
        select from citizens.contact_person own
        where own.tenant_id = kernel.here() and own.citizen_id = tie.citizen_id and own.employee_id = ${asked.actor}::uuid and own.unit_id = tie.unit_id
          and own.from_on <= ${asked.today}::date and coalesce(own.to_on >= ${asked.today}::date, true)))
    order by tie.to_on desc nulls first limit 1`,
})
