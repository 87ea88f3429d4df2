import type { Id } from '#kernel/lang/id.ts'
import { type Blank, type Db, type Sql, sql } from '#kernel/server/sql.ts'

type Ending = { draft: Blank | Id | null; author: Blank | Id; now: Blank | string; when: Sql }

/** Empties a draft of the author's. One that never reached the server is marked too, so that a late autosave is not a new draft. */
export const endDraft = ({ draft, author, now, when }: Ending): Sql => sql`
  insert into journal.draft (id, author_id, content, revision, started_at, saved_at, ended_at)
  select ${draft}::uuid, ${author}::uuid, '{}', 0, ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
  where ${draft}::uuid is not null and ${when}
  on conflict (tenant_id, id) do update set content = '{}', citizen_id = null, ended_at = excluded.ended_at
  where draft.author_id = excluded.author_id and draft.ended_at is null`

export async function endDraftOf(db: Db, author: Id, draft: Id | null, now: string): Promise<void> {
  if (draft) await db.run(endDraft({ draft, author, now, when: sql`true` }))
}

/** Days after which no autosave of an ended draft can still be under way. */
const DAYS_ENDED_DRAFTS_STAY = 30

/** Takes away the empty rows of drafts that ended long ago; a nightly job. */
export const forgetEndedDrafts = (db: Db, now: string): Promise<number> =>
  db.run(sql`delete from journal.draft
    where tenant_id = kernel.here() and ended_at < ${now}::timestamptz - make_interval(days => ${sql.lit(DAYS_ENDED_DRAFTS_STAY)})`)
