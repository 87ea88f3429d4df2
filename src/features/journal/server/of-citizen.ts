import { ofCitizen as tiedCitizen } from '#features/citizens/server/index.ts'
import { ZONE } from '#kernel/lang/day.ts'
import type { Asked } from '#kernel/server/permission.ts'
import type { Blank, Sql } from '#kernel/server/sql.ts'
import { sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { journal } from '../contract.ts'
import { NIGHT } from '../rules.ts'
import { amendments, happenedAt, important, noteById, noteColumns, noteFields } from './note-rows.ts'
import { mayRead, noteReached, sharedNotes } from './permissions.ts'

const PAGE = 50

const wanted = (only: Blank, isImportant: Sql, at: Sql): Sql => {
  const hour = sql`extract(hour from ${at} at time zone ${sql.lit(ZONE)})`
  return sql`case ${only}::text
    when 'important' then ${isImportant}
    when 'health' then note.kind = 'health'
    when 'night' then ${hour} >= ${sql.lit(NIGHT.from)} or ${hour} < ${sql.lit(NIGHT.to)}
    else true end`
}

type Input = { citizenId: string; before: string | null; only: string }

const noteOf = (asked: Asked<Input>) =>
  sql`note.tenant_id = kernel.here() and note.citizen_id = ${asked.input.citizenId}::uuid and ${noteReached(asked)}`
const before = ({ input }: Asked<Input>) => sql`coalesce(${input.before}::timestamptz, 'infinity')`

const untouched = (asked: Asked<Input>) => sql`
  select ${noteFields} from journal.note
  where ${noteOf(asked)} and not note.amended and note.happened_at < ${before(asked)}
    and ${wanted(asked.input.only, sql`note.important`, sql`note.happened_at`)}
  order by note.happened_at desc fetch first ${sql.lit(PAGE)} rows with ties`

/** Where the page ends if nothing was amended: no amended note from before it can stand on the page. */
const until = sql`
  select case when count(*) >= ${sql.lit(PAGE)} then min(happened_at) else '-infinity' end as happened_at from untouched`

/** Whatever was amended and has a version on the page: where the present one belongs is seen when they are put in order. */
const amended = (asked: Asked<Input>) => {
  const within = (at: Sql) => sql`${at} >= (select happened_at from until) and ${at} < ${before(asked)}`
  return sql`
    select correction.note_id as id, false as shared from journal.correction
    where correction.tenant_id = kernel.here() and correction.citizen_id = ${asked.input.citizenId}::uuid and ${within(sql`correction.happened_at`)}
    union
    select note.id, false from journal.note
    where note.tenant_id = kernel.here() and note.citizen_id = ${asked.input.citizenId}::uuid and note.amended and ${within(sql`note.happened_at`)}`
}

/** Few, if any: what was amended, and what other units have shared, wherever it belongs in time. Each comes one way: by being reached, or else shared. */
const others = (asked: Asked<Input>) => sql`
  select * from (
    select ${noteFields}, false as plain, found.shared, ${noteReached(asked)} as reached from (
      ${amended(asked)} union select note_id, true from (${sharedNotes(asked, asked.input.citizenId)}) share) found
    ${noteById(sql`found.id`)}) one
  where one.reached <> one.shared`

/**
 * Latest first. Notes never amended come straight off the index; the few that were are put where their present version belongs.
 * Notes of the very same moment are not torn apart by the end of a page.
 */
export const ofCitizen = query(journal.ofCitizen, {
  may: tiedCitizen(mayRead, (input) => input.citizenId),
  audit: (input) => ({ person: input.citizenId, about: { only: input.only } }),
  steps: (asked) => ({ untouched: untouched(asked), until, others: others(asked) }),
  read: (asked) => sql`
    select ${noteColumns} from (
      select untouched.*, true as plain, false as shared from untouched
      union all
      select ${noteFields}, plain, shared from others note) note
    ${amendments}
    where note.plain or (not (note.shared and withdrawal.note_id is not null)
      and ${happenedAt} < ${before(asked)} and ${wanted(asked.input.only, important, happenedAt)})
    order by ${happenedAt} desc fetch first ${sql.lit(PAGE)} rows with ties`,
})
