import { ofCitizen as tiedCitizen } from '#features/citizens/server/index.ts'
import { ZONE } from '#kernel/lang/day.ts'
import type { Blank, Sql } from '#kernel/server/sql.ts'
import { sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { journal } from '../contract.ts'
import { NIGHT } from '../rules.ts'
import { amendments, happenedAt, important, noteColumns } from './note-rows.ts'
import { mayRead } from './permissions.ts'

const PAGE = 50

const hour = sql`extract(hour from ${happenedAt} at time zone ${sql.lit(ZONE)})`

const wanted = (only: Blank): Sql => sql`case ${only}::text
  when 'important' then ${important}
  when 'health' then note.kind = 'health'
  when 'night' then ${hour} >= ${sql.lit(NIGHT.from)} or ${hour} < ${sql.lit(NIGHT.to)}
  else true end`

/**
 * Latest first. Notes never amended come straight off the index; the few that were are put where their present version belongs.
 * Notes of the very same moment are not torn apart by the end of a page.
 */
export const ofCitizen = query(journal.ofCitizen, {
  may: tiedCitizen(mayRead, (input) => input.citizenId),
  audit: (input) => ({ person: input.citizenId, about: { only: input.only } }),
  read: ({ input, visible }) => {
    const page = (amended: Sql) => sql`
      select ${noteColumns} from journal.note ${amendments}
      where note.tenant_id = kernel.here() and note.citizen_id = ${input.citizenId}::uuid and ${visible(sql`note.unit_id`)} and ${amended}
        and ${wanted(input.only)}`
    const before = sql`coalesce(${input.before}::timestamptz, 'infinity')`
    return sql`
      select * from (
        (${page(sql`not note.amended and note.happened_at < ${before}`)} order by note.happened_at desc fetch first ${sql.lit(PAGE)} rows with ties)
        union all
        (${page(sql`note.amended and ${happenedAt} < ${before}`)} order by ${happenedAt} desc fetch first ${sql.lit(PAGE)} rows with ties)) noted
      order by "happenedAt" desc fetch first ${sql.lit(PAGE)} rows with ties`
  },
})
