import { actor, type Gate, mine } from '#kernel/server/permission.ts'
import { Blank, sql } from '#kernel/server/sql.ts'
import { query, writing } from '#kernel/server/use-case.ts'
import { journal } from '../contract.ts'
import { mayWrite, tiedForWriting } from './permissions.ts'

const MOST = 100
const draftId = new Blank((trip) => trip.input.id)

type Input = { id: string; unitId: string | null; citizenId: string | null }

/**
 * Nobody else's draft, and about a citizen and unit within reach. A draft of mine about the same ones can be saved whatever
 * has happened to my reach since: the words are mine, and must not be lost while I type.
 */
const ownDraft: Gate<Input> = {
  right: mayWrite,
  rows: (asked) => sql`
    select ${actor}::uuid as id where not exists (
        select from journal.draft where tenant_id = kernel.here() and id = ${asked.input.id}::uuid and author_id <> ${actor})
      and (exists (
          select from journal.draft where tenant_id = kernel.here() and id = ${asked.input.id}::uuid
            and (ended_at is not null or (unit_id is not distinct from ${asked.input.unitId}::uuid and citizen_id is not distinct from ${asked.input.citizenId}::uuid)))
        or ((${asked.input.unitId}::uuid is null or ${asked.visible(sql`${asked.input.unitId}::uuid`)})
          and (${asked.input.citizenId}::uuid is null or exists (
            select from unnest((select places from reach)::uuid[]) as place (id)
            where (${asked.input.unitId}::uuid is null or place.id = ${asked.input.unitId}::uuid) and ${tiedForWriting(asked, asked.input.citizenId, sql`place.id`)}))))`,
}

/**
 * Saved as it is typed. An older revision arriving late changes nothing, nor does one for a draft that has become a note;
 * the answer says what stands. One entry in the trail for each draft, at its first save.
 */
export const saveDraft = writing(journal.saveDraft, {
  may: ownDraft,
  audit: (input) => ({ place: input.unitId, person: input.citizenId }),
  auditWhen: sql`not exists (select from journal.draft where tenant_id = kernel.here() and id = ${draftId}::uuid and author_id = ${actor})`,
  write: ({ input, now }) => sql`
    insert into journal.draft (id, author_id, unit_id, citizen_id, content, revision, started_at, saved_at)
    select ${input.id}::uuid, ${actor}::uuid, ${input.unitId}::uuid, ${input.citizenId}::uuid, ${input.content}::jsonb, ${input.revision}::int, ${now}::timestamptz, ${now}::timestamptz
    from may
    on conflict (tenant_id, id) do update set
      (unit_id, citizen_id, content, revision, saved_at) = (select newer.* from (
        select excluded.unit_id, excluded.citizen_id, excluded.content, excluded.revision, excluded.saved_at
        where excluded.revision > draft.revision and draft.ended_at is null
        union all
        select draft.unit_id, draft.citizen_id, draft.content, draft.revision, draft.saved_at
        where excluded.revision <= draft.revision or draft.ended_at is not null) newer)
    where draft.author_id = ${actor}
    returning id, revision, saved_at as "savedAt"`,
})

/** Thrown away by its author. Of anybody else's draft nothing is touched, and nothing is said. */
export const discardDraft = writing(journal.discardDraft, {
  may: mine('journal.discardDraft'),
  audit: () => ({}),
  steps: ({ input, now }) => ({
    discarded: sql`update journal.draft set content = '{}', citizen_id = null, ended_at = ${now}::timestamptz
      where tenant_id = kernel.here() and id = ${input.id}::uuid and author_id = ${actor} and ended_at is null and exists (select from may) returning id`,
  }),
  write: ({ input }) => sql`select ${input.id}::uuid as id from may`,
})

/** What I have begun and not finished, last touched first; also about citizens I no longer reach. */
export const myDrafts = query(journal.myDrafts, {
  may: mine('journal.myDrafts'),
  audit: () => ({}),
  subjects: sql`select "citizenId" from rows`,
  read: () => sql`
    select draft.id, draft.unit_id as "unitId", draft.citizen_id as "citizenId", draft.content, draft.revision, draft.started_at as "startedAt", draft.saved_at as "savedAt"
    from journal.draft where draft.tenant_id = kernel.here() and draft.author_id = ${actor} and draft.ended_at is null
    order by draft.saved_at desc limit ${sql.lit(MOST)}`,
})
