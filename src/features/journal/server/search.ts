import { calledName, DAYS_AFTER, isHidden } from '#features/citizens/server/index.ts'
import { anywhere } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { journal } from '../contract.ts'
import { amendments, happenedAt, noteById, noteColumns, presentText } from './note-rows.ts'
import { healthKinds, mayRead, mayReadHealth } from './permissions.ts'

const MOST = 50
const PASSAGE = 'StartSel=«, StopSel=», MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "'

/**
 * Notes in whose present words something stands. Only the reviewed database function reads the word index; the passages are cut
 * from the rows that are shown. The function asks all that a reading asks, so that it is asked once (search.test.ts and the matrix of
 * access hold the two to each other). Withdrawn notes are never found. The words searched for stand in the trail.
 */
export const search = query(journal.search, {
  may: anywhere(mayRead),
  audit: (input) => ({ person: input.citizenId, about: { words: input.words } }),
  subjects: sql`select "citizenId" from rows`,
  read: (asked) => {
    const { input, actor, now, today } = asked
    return sql`
    select ${noteColumns}, ${calledName(sql`citizen`)} as "calledName", coalesce(${isHidden(today)}, false) as "isProtected",
      ts_headline('danish', ${presentText}, websearch_to_tsquery('danish', ${input.words}::text), ${sql.lit(PASSAGE)}) as passage
    from journal.search(${actor}::uuid, ${now}::timestamptz, ${today}::date, ${sql.lit(mayRead.name)}, ${[...mayRead.roles]}::text[],
      ${sql.lit(mayReadHealth.name)}, ${[...mayReadHealth.roles]}::text[], ${healthKinds}::text[], ${sql.lit(DAYS_AFTER)}, ${input.words}::text, ${sql.lit(MOST)}, ${input.citizenId}::uuid) found
    ${noteById(sql`found.note_id`)}
    ${amendments}
    left join citizens.citizen on citizen.tenant_id = kernel.here() and citizen.id = note.citizen_id
    where withdrawal.note_id is null
    order by ${happenedAt} desc`
  },
})
