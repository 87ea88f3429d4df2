import { anywhere } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { citizens } from '../contract.ts'
import { byName, isHidden, lineColumns } from './lines.ts'
import { mayReadCitizen, seenThrough } from './permissions.ts'

/** How alike a misspelt name must be, 0–1. 0.4 finds "Kristen" for "Kirsten"; a lower one brings in strangers. */
const ALIKE = 0.4

const names = sql`citizens.plain(concat_ws(' ', citizen.preferred_name, citizen.given_name, citizen.family_name))`

/** Swapped letters leave at least the first in place; the slower look at letters is taken only then. */
const SWAPPED = 0.15

/**
 * How well somebody fits what was typed: beginning of a name, room, last four signs of the number (or all of it), inside a name, letters swapped, and last what is only alike.
 * Address and phone are not looked at, and of those who are hidden not number and room either: a hit would give them away.
 */
const fit = sql`case
  when (' ' || seen.names) like '% ' || asked.pattern || '%' then 5
  when seen.room = asked.typed then 4
  when asked.number <> '' and (right(seen.number, 4) = asked.number or seen.number = asked.number) then 4
  when seen.names like '%' || asked.pattern || '%' then 3
  when seen.alike >= ${sql.lit(SWAPPED)} and citizens.letters(asked.plain) in (select citizens.letters(part) from regexp_split_to_table(seen.names, ' ') part) then 2
  else seen.alike end`

/** A whole number that somebody pasted is not repeated in the trail; its last four signs are. */
export const find = query(citizens.find, {
  may: anywhere(mayReadCitizen),
  audit: (input) => ({
    about: { words: sql`regexp_replace(${input.words}::text, '\\d{6}[\\s-]*(?=\\w{4})', '', 'g')` },
  }),
  subjects: sql`select id from rows`,
  read: (asked) => sql`
    with typed as (select lower(btrim(${asked.input.words}::text)) as typed),
    asked as materialized (select typed, citizens.plain(typed) as plain, regexp_replace(citizens.plain(typed), '([\\\\%_])', '\\\\\\1', 'g') as pattern,
      coalesce(substring(upper(regexp_replace(typed, '[\\s-]', '', 'g')) from '^(?:[0-9]{6})?[0-9A-Z]{3}[0-9]$'), '') as number from typed),
    within as materialized (select distinct tie.citizen_id from citizens.tie
      where tie.tenant_id = kernel.here() and tie.unit_id = any (${asked.reach}) and ${seenThrough(asked, sql`tie`)}),
    named as materialized (select citizen.id, case when not ${isHidden(asked.today)} then lower(btrim(citizen.room)) end as room,
        case when not ${isHidden(asked.today)} then citizen.number end as number, ${names} as names
      from within join citizens.citizen on citizen.tenant_id = kernel.here() and citizen.id = within.citizen_id),
    seen as materialized (select named.*, word_similarity(asked.plain, named.names) as alike from named cross join asked),
    best as materialized (
      select * from (select seen.id, ${fit} as fit from seen cross join asked) fitted
      where fit >= ${sql.lit(ALIKE)} order by fit desc, id limit 20)
    select ${lineColumns(asked)} from best
    join citizens.citizen on citizen.tenant_id = kernel.here() and citizen.id = best.id
    order by best.fit desc, ${byName}`,
})
