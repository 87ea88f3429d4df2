import type { Clock } from '#kernel/server/clock.ts'
import { actor, type Right, type Seeing, today } from '#kernel/server/permission.ts'
import { type Blank, type Sql, sql } from '#kernel/server/sql.ts'
import type { By } from '#kernel/server/use-case.ts'
import { warningKinds } from '../contract.ts'
import { calledName, fullName } from './called-name.ts'
import { seesAt, seesWarning, staysConcealed } from './sharing.ts'
import { tiedOn } from './ties.ts'

const citizen = sql`citizen`
const bySeriousness = sql`array_position(${sql.lit(`{${warningKinds.join(',')}}`)}::text[], warning.kind), warning.written_at`

/** The marker stands while the protection is in force; its last day counts. */
export const isProtected = (on: Blank | Sql): Sql =>
  sql`(citizen.identity_protected and coalesce(citizen.protected_until >= ${on}::date, true))`

/** Whether address and phone are kept from view until somebody gives a reason. */
export const isHidden = (on: Blank | Sql): Sql => sql`(citizen.hidden_stay or ${isProtected(on)})`

const inForce = (asked: Seeing) => sql`citizens.warning
  where warning.tenant_id = kernel.here() and warning.citizen_id = citizen.id and warning.ended_at is null and ${seesWarning(asked)}`

const warnings = (
  asked: Seeing,
) => sql`(select coalesce(json_agg(json_build_object('id', warning.id, 'kind', warning.kind, 'text', warning.text, 'reviewOn', warning.review_on)
    order by ${bySeriousness}), '[]') from ${inForce(asked)})`

/** Warnings with their authors, for the card. */
export const wholeWarnings = (
  asked: Seeing,
) => sql`(select coalesce(json_agg(json_build_object('id', warning.id, 'kind', warning.kind, 'text', warning.text, 'unitId', warning.unit_id,
    'authorName', warning.author_name, 'writtenAt', warning.written_at, 'reviewOn', warning.review_on, 'version', warning.version) order by ${bySeriousness}), '[]')
  from ${inForce(asked)})`

/** I am contact person today. */
export const isMine = sql`exists (select from citizens.contact_person own
  where own.tenant_id = kernel.here() and own.employee_id = ${actor} and own.citizen_id = citizen.id and ${tiedOn(sql`own`, today)})`

/** Units that the citizen is tied to today. Only ones within the reader's reach: another may be a hidden address. */
const unitIds = (asked: Seeing) => sql`array(select distinct tie.unit_id from citizens.tie
  where tie.tenant_id = kernel.here() and tie.citizen_id = citizen.id and ${tiedOn(sql`tie`, today)} and ${seesAt(asked, sql`tie.unit_id`, sql`tie.citizen_id`)})`

/** Hidden at a discreet unit that the reader does not reach. Asked only of those whose card says hidden: otherwise what is left out would tell. */
export const concealed = ({ visible }: Seeing): Sql => staysConcealed(today, visible)

/** The same between the statements of a command, by the right it is gated with. */
export const concealedFrom = ({ by, clock }: { by: By; clock: Clock }, { name, roles }: Right): Sql =>
  staysConcealed(
    sql`${clock.today()}`,
    (unit) =>
      sql`${unit} in (select org.reach(${by.id}, ${clock.now()}, ${clock.today()}, ${name}, ${[...roles]}::text[]))`,
  )

/** What line and card have in common; citizens.citizen under its own name. */
export const commonColumns = (asked: Seeing): Sql => sql`
  citizen.id, ${calledName(citizen)} as "calledName", ${fullName(citizen)} as "fullName", citizen.born_on as "bornOn",
  case when not ${concealed(asked)} then citizen.room end as room,
  (${isProtected(today)} or ${concealed(asked)}) as "identityProtected", (citizen.hidden_stay and not ${concealed(asked)}) as "hiddenStay", citizen.died_on as "diedOn",
  citizen.photo_type is not null as "hasPhoto", ${isMine} as mine, ${unitIds(asked)} as "unitIds"`

export const lineColumns = (asked: Seeing): Sql => sql`${commonColumns(asked)}, ${warnings(asked)} as warnings`

export const byName = sql`${calledName(citizen)} collate "da-x-icu", citizen.family_name collate "da-x-icu", citizen.id`
