import { actor, anywhere, mine } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { query, writing } from '#kernel/server/use-case.ts'
import { assessments } from '../contract.ts'
import { mayMake } from './permissions.ts'

const MOST = 200

/** Forms made here in their latest version, each with the sketch I have of its next. */
export const making = query(assessments.making, {
  may: anywhere(mayMake) as never,
  audit: () => ({}),
  steps: () => ({
    published: sql`select distinct on (form.key) form.key, form.definition from assessments.form
      where form.tenant_id = kernel.here() and not form.is_shipped order by form.key, form.version desc`,
    mine: sql`select distinct on (sketch.content ->> 'key') sketch.content ->> 'key' as key, json_build_object('id', sketch.id, 'content', sketch.content,
        'revision', sketch.revision, 'savedAt', sketch.saved_at) as sketch
      from assessments.sketch where sketch.tenant_id = kernel.here() and sketch.author_id = ${actor} order by sketch.content ->> 'key', sketch.saved_at desc`,
  }),
  read: () => sql`
    select coalesce(published.key, mine.key) as id, published.definition as published, mine.sketch
    from published full join mine on mine.key = published.key order by 1 limit ${sql.lit(MOST)}`,
  records: sql`select null::uuid where false`,
})

/** Saved as it is made; an older revision arriving late changes nothing. It holds nothing about a citizen and leaves no entry in the trail. */
export const saveSketch = writing(assessments.saveSketch, {
  may: anywhere(mayMake) as never,
  audit: () => ({}),
  auditWhen: sql`false`,
  write: ({ input, now }) => sql`
    insert into assessments.sketch as sketch (id, author_id, content, revision, saved_at)
    select ${input.id}::uuid, ${actor}, ${input.content}::jsonb, ${input.revision}::int, ${now}::timestamptz from may
    on conflict (tenant_id, id) do update set (content, revision, saved_at) = (select newer.* from (
      select excluded.content, excluded.revision, excluded.saved_at where excluded.revision > sketch.revision
      union all
      select sketch.content, sketch.revision, sketch.saved_at where excluded.revision <= sketch.revision) newer)
    where sketch.author_id = ${actor}
    returning id, revision, saved_at as "savedAt"`,
})

export const discardSketch = writing(assessments.discardSketch, {
  may: mine('assessments.discardSketch'),
  audit: () => ({}),
  auditWhen: sql`false`,
  steps: ({ input }) => ({
    gone: sql`delete from assessments.sketch where tenant_id = kernel.here() and author_id = ${actor} and id = ${input.id}::uuid and exists (select from may) returning id`,
  }),
  write: ({ input }) => sql`select ${input.id}::uuid as id from may where (select count(*) from gone) >= 0`,
})
