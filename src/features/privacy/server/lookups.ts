import { roles } from '#features/org/roles.ts'
import { employeeName, unitName } from '#features/org/server/index.ts'
import { ZONE } from '#kernel/lang/day.ts'
import type { Sentence } from '#kernel/lang/problem.ts'
import { sql } from '#kernel/server/sql.ts'
import { type Subject, type Telling, told } from '#kernel/server/telling.ts'
import type { UseCase } from '#kernel/server/use-case.ts'
import { acts, outcomes, relations, roleNames, roomOf } from '../acts.ts'

/** What was done, in words: its own, or the room's and whether it was read or changed. */
function actWords(useCases: readonly UseCase[]): Record<string, Sentence> {
  const worded = useCases.map(({ contract, kind }): [string, Sentence] => {
    const room = roomOf(contract.name)
    const verb = kind === 'query' ? { da: 'set', en: 'seen' } : { da: 'ændret', en: 'changed' }
    return [contract.name, acts[contract.name] ?? { da: `${room.da}: ${verb.da}`, en: `${room.en}: ${verb.en}` }]
  })
  return { ...Object.fromEntries(worded), ...acts }
}

const dayThen = sql`(audit.at at time zone ${sql.lit(ZONE)})::date`

/** Roles the person held at the unit, or above it, on that day. */
const rolesThen = sql`array(
  select distinct role_grant.role from org.role_grant
  join org.branch on branch.tenant_id = role_grant.tenant_id and branch.above_id = role_grant.unit_id
  where role_grant.tenant_id = kernel.here() and role_grant.employee_id = audit.actor_id
    and (audit.scope_id is null or branch.unit_id = audit.scope_id)
    and role_grant.starts_on <= ${dayThen} and (role_grant.ends_on is null or role_grant.ends_on >= ${dayThen}) order by 1)`

/**
 * Rows of the trail in which the citizen was shown or touched: those the sealer has entered under the citizen, and the youngest, which it
 * has not come to yet. The one place that knows how the trail is asked.
 */
const rowsAbout = ({ id, from, until }: Subject) => sql`
  select audit.* from kernel.seen join kernel.audit on audit.tenant_id = seen.tenant_id and audit.seq = seen.seq
  where seen.tenant_id = kernel.here() and seen.subject_id = ${id}::uuid and audit.at >= ${from}::timestamptz and audit.at < ${until}::timestamptz
  union all
  select audit.* from kernel.audit
  where audit.tenant_id = kernel.here() and (audit.subject_id = ${id}::uuid or audit.subjects @> array[${id}::uuid])
    and audit.at >= ${from}::timestamptz and audit.at < ${until}::timestamptz
    and audit.at >= coalesce((select caught_up_at - interval '1 day' from kernel.sealing where tenant_id = kernel.here()), '-infinity')
    and not exists (select from kernel.seen where seen.tenant_id = audit.tenant_id and seen.subject_id = ${id}::uuid and seen.seq = audit.seq)`

const lookupsOf = (subject: Subject, withNames: boolean) => sql`
  select audit.seq::text as id, audit.at, audit.action, coalesce(audit.roles, ${rolesThen}) as roles, ${unitName(sql`audit.scope_id`)} as "unitName",
    audit.relation, coalesce(audit.purpose, audit.about ->> 'reason') as purpose, audit.outcome${withNames ? sql`, ${employeeName(sql`audit.actor_id`)} as "actorName"` : sql``}
  from (${rowsAbout(subject)}) audit order by audit.seq`

/** Without names by default: the citizen has a right to when and why, and to who only where it is needed (C-579/21). */
export const lookupsTold = (useCases: readonly UseCase[], withNames: boolean): Telling => ({
  name: 'privacy.lookups',
  title: { da: 'Opslag: hvem har set', en: 'Look-ups: who has looked' },
  lead: {
    da: 'Hver gang nogen har set eller ændret noget om dig: hvornår, i hvilken rolle og på hvilken enhed.',
    en: 'Each time somebody saw or changed something about you: when, in which role and at which unit.',
  },
  tables: ['kernel.audit', 'kernel.seen'],
  untold: {
    'kernel.seen.subject_id': 'the citizen',
    'kernel.audit.actor_id': 'who it was is told only where the person who answers has decided so',
    'kernel.audit.session_id': 'a device’s session; says nothing about the citizen',
    'kernel.audit.subject_id': 'the citizen',
    'kernel.audit.records': 'which rows were shown; they are told themselves',
    'kernel.audit.subjects': 'who else was shown at the same time',
    'kernel.audit.era': 'when the row was stored, for the seal',
    'kernel.audit.tx': 'when the row was stored, for the seal',
    'kernel.audit.code': 'why it was refused, for the machine; that it was is told',
  },
  layout: 'table',
  fields: [
    told.instant('at', 'Hvornår', 'When'),
    told.choice('action', 'Hvad', 'What', actWords(useCases)),
    told.choice('roles', 'Rolle', 'Role', Object.fromEntries(roles.map((role) => [role, roleNames[role]]))),
    told.plain('unitName', 'Enhed', 'Unit'),
    told.choice('relation', 'Hvorfor kunne de', 'Through what', relations),
    told.words('purpose', 'Formål', 'Purpose'),
    told.choice('outcome', 'Udfald', 'Outcome', outcomes),
    ...(withNames ? [told.plain('actorName', 'Hvem', 'Who')] : []),
  ],
  rows: (subject) => lookupsOf(subject, withNames),
})
