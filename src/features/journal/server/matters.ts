import { ofCitizen as tiedCitizen } from '#features/citizens/server/index.ts'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Gate } from '#kernel/server/permission.ts'
import { type Blank, type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { query, writing } from '#kernel/server/use-case.ts'
import { journal } from '../contract.ts'
import { amendments, happenedAt, important, noteById, noteColumns, presentText } from './note-rows.ts'
import { classReached, healthKinds, mattersReached, mayRead, mayWrite, ofOwnNote } from './permissions.ts'

const MOST = 100

export type Matter = { id: Id; kind: `${string}.${string}`; citizenId: Id; unitId: Id; title: string; isOpen: boolean }

/** Of the feature whose record it is, in the transaction of its change: what the composer offers follows it. */
export async function keepMatter(db: Db, { id, kind, citizenId, unitId, title, isOpen }: Matter): Promise<void> {
  await db.run(sql`insert into journal.matter (id, kind, citizen_id, unit_id, title, is_open)
    values (${id}, ${kind}, ${citizenId}, ${unitId}, ${title}, ${isOpen})
    on conflict (tenant_id, id) do update set title = excluded.title, is_open = excluded.is_open`)
}

export const mattersOf = query(journal.mattersOf, {
  may: tiedCitizen(mayRead, (input) => input.citizenId),
  audit: (input) => ({ person: input.citizenId }),
  read: ({ input, visible }) => sql`
    select matter.id, matter.kind, matter.title, matter.is_open as "isOpen"
    from journal.matter
    left join lateral (
      select belonging.happened_at from journal.belonging
      where belonging.tenant_id = kernel.here() and belonging.matter_id = matter.id and belonging.ended_at is null
      order by belonging.happened_at desc limit 1) latest on true
    where matter.tenant_id = kernel.here() and matter.citizen_id = ${input.citizenId}::uuid and ${visible(sql`matter.unit_id`)}
    order by matter.is_open desc, latest.happened_at desc nulls last, matter.title limit ${sql.lit(MOST)}`,
})

/** A note of my units, and a matter of the same citizen. */
const ofNoteAndMatter: Gate<{ noteId: string; matterId: string }> = {
  right: mayWrite,
  rows: (asked) => sql`
    select note.id, note.unit_id as place from (${ofOwnNote<{ noteId: string }>(mayWrite, ({ noteId }) => noteId).rows(asked)}) mine
    join journal.note on note.tenant_id = kernel.here() and note.id = mine.id
    where ${mattersReached(asked, sql`note.citizen_id`, sql`array[${asked.input.matterId}::uuid]`)}`,
  says: ['place'],
}

type Tying = { noteId: Blank }
const aboutWhom = ({ noteId }: Tying) =>
  sql`select citizen_id from journal.note where tenant_id = kernel.here() and id = ${noteId}::uuid and exists (select from may)`

export const tie = writing(journal.tie, {
  may: ofNoteAndMatter,
  audit: (input) => ({ person: aboutWhom(input) }),
  steps: () => ({
    marked: sql`update journal.note set tied = true from may where note.tenant_id = kernel.here() and note.id = may.id and not note.tied`,
  }),
  write: ({ input, actor, now }) => sql`
    insert into journal.belonging (note_id, matter_id, citizen_id, happened_at, tied_at, tied_by)
    select note.id, ${input.matterId}::uuid, note.citizen_id, note.happened_at, ${now}::timestamptz, ${actor}::uuid
    from may join journal.note on note.tenant_id = kernel.here() and note.id = may.id
    on conflict (tenant_id, note_id, matter_id) do update set tied_at = excluded.tied_at, tied_by = excluded.tied_by, ended_at = null, ended_by = null
    returning note_id as id`,
})

export const untie = writing(journal.untie, {
  may: ofNoteAndMatter,
  audit: (input) => ({ person: aboutWhom(input) }),
  write: ({ input, actor, now }) => sql`
    update journal.belonging set ended_at = coalesce(belonging.ended_at, ${now}::timestamptz), ended_by = coalesce(belonging.ended_by, ${actor}::uuid)
    from may where belonging.tenant_id = kernel.here() and belonging.note_id = may.id and belonging.matter_id = ${input.matterId}::uuid
    returning belonging.note_id as id`,
})

/** Whether a `note` may be shown beside its matter, whatever right opened that: the journal's own right reaches its unit and its class. */
export const noteOpen: Sql = sql`(note.unit_id = any (array(${mayRead.places})) and ${classReached(sql`note.kind`, sql`note.unit_id`)})`

/** The latest notes of a matter that the reader may see, as the journal shows them; withdrawn ones are left out. Never reads more than it shows. */
export const notesOfMatter = (matter: Sql, most: number): Sql => sql`
  select ${noteColumns} from (
    select belonging.note_id from journal.belonging
    where belonging.tenant_id = kernel.here() and belonging.matter_id = ${matter} and belonging.ended_at is null
    order by belonging.happened_at desc limit ${sql.lit(most)}) found
  ${noteById(sql`found.note_id`)} ${amendments}
  where ${noteOpen} and withdrawal.note_id is null`

/** Notes by their ids, those that the reader may see. */
export const notesById = (ids: Sql): Sql => sql`
  select ${noteColumns} from (${ids}) found (note_id) ${noteById(sql`found.note_id`)} ${amendments} where ${noteOpen}`

type LinkedNote = { id: Id; version: number; happenedAt: Instant; text: string; important: boolean }
type Linked = { matterId: Id; unitId: Id; from: Instant; until: Instant; withHealth: boolean; most: number }

/** For a command that has asked for the right itself: a unit's notes of a matter within a period, the latest of them, oldest first. */
export async function linkedNotes(
  db: Db,
  { matterId, unitId, from, until, withHealth, most }: Linked,
): Promise<LinkedNote[]> {
  const { notes } = (await db.one<{
    notes: string
  }>(sql`select coalesce(json_agg(linked order by linked."happenedAt"), '[]')::text as notes from (
    select note.id, coalesce(correction.version, 1) as version, ${happenedAt} as "happenedAt", ${presentText} as text, ${important} as important
    from journal.belonging join journal.note on note.tenant_id = kernel.here() and note.id = belonging.note_id ${amendments}
    where belonging.tenant_id = kernel.here() and belonging.matter_id = ${matterId} and belonging.ended_at is null
      and belonging.happened_at >= ${from}::timestamptz and belonging.happened_at < ${until}::timestamptz
      and note.unit_id = ${unitId} and (${withHealth} or note.kind <> all (${healthKinds}::text[])) and withdrawal.note_id is null
    order by belonging.happened_at desc limit ${most}) linked`))!
  return JSON.parse(notes) as LinkedNote[]
}
