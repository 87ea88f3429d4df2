import type { Id } from '#kernel/lang/id.ts'
import { actor, mine } from '#kernel/server/permission.ts'
import { type Blank, type Db, sql } from '#kernel/server/sql.ts'
import { query, writing } from '#kernel/server/use-case.ts'
import { requirements } from '../contract.ts'
import { byRequirement, mayPropose, nearSpec } from './permissions.ts'

const MOST = 100

/** What I have saved myself since this was typed, of the row or else of the requirement's own fields: an autosave that arrives after that is late. */
const savedByMe = (record: Blank, requirement: Blank, baseVersion: Blank) => sql`(
  select saved.changed_by = ${actor} and saved.version > ${baseVersion}::int from (
    select changed_by, version, 1 as turn from requirements.line where tenant_id = kernel.here() and id = ${record}::uuid
    union all
    select changed_by, version, 2 from requirements.requirement where tenant_id = kernel.here() and id = ${requirement}::uuid
    order by turn limit 1) saved)`

/** Saved as it is typed; an older revision arriving late changes nothing. Leaves no entry in the trail: nothing is done until the row is saved. */
export const saveDraft = writing(requirements.saveDraft, {
  may: nearSpec(mayPropose, (input) => byRequirement(input.requirementId)),
  audit: () => ({}),
  auditWhen: sql`false`,
  steps: ({ input, now }) => ({
    kept: sql`
      insert into requirements.draft as draft (author_id, record_id, requirement_id, content, revision, base_version, saved_at)
      select ${actor}, ${input.recordId}::uuid, ${input.requirementId}::uuid, ${input.content}::jsonb, ${input.revision}::int, ${input.basedOn}::int, ${now}::timestamptz
      from may where not ${savedByMe(input.recordId, input.requirementId, input.basedOn)}
      on conflict (tenant_id, author_id, record_id) do update
        set content = excluded.content, revision = excluded.revision, base_version = excluded.base_version, saved_at = excluded.saved_at
        where excluded.revision > draft.revision
      returning draft.record_id`,
  }),
  write: ({ input, now }) => sql`
    select ${input.recordId}::uuid as id, ${input.revision}::int as revision, ${now}::timestamptz as "savedAt" from may
    where (select count(*) from kept) >= 0`,
})

export const discardDraft = writing(requirements.discardDraft, {
  may: mine('requirements.discardDraft'),
  audit: () => ({}),
  auditWhen: sql`false`,
  steps: ({ input }) => ({
    gone: sql`delete from requirements.draft where tenant_id = kernel.here() and author_id = ${actor} and record_id = ${input.id}::uuid
      and exists (select from may) returning record_id`,
  }),
  write: ({ input }) => sql`select ${input.id}::uuid as id from may where (select count(*) from gone) >= 0`,
})

/** What I have begun and not saved, last touched first. */
export const myDrafts = query(requirements.myDrafts, {
  may: mine('requirements.myDrafts'),
  audit: () => ({}),
  records: sql`select "recordId" from rows`,
  read: () => sql`
    select record_id as "recordId", requirement_id as "requirementId", content, revision, base_version as "basedOn", saved_at as "savedAt"
    from requirements.draft where tenant_id = kernel.here() and author_id = ${actor} order by saved_at desc limit ${sql.lit(MOST)}`,
})

/** The row is saved: what was typed towards it is done with. */
export const endDraft = (db: Db, authorId: Id, recordId: Id): Promise<number> =>
  db.run(
    sql`delete from requirements.draft where tenant_id = kernel.here() and author_id = ${authorId} and record_id = ${recordId}`,
  )

/** Fields of the requirement itself are saved: each was a draft of its own. */
export const endFieldDrafts = (db: Db, authorId: Id, requirementId: Id, fields: readonly string[]): Promise<number> =>
  db.run(sql`delete from requirements.draft where tenant_id = kernel.here() and author_id = ${authorId} and requirement_id = ${requirementId}
    and content ?| ${[...fields]}::text[]`)
