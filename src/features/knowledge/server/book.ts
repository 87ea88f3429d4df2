import { Problem } from '#kernel/lang/problem.ts'
import { anywhere, type Gate } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { command, query, type UseCase } from '#kernel/server/use-case.ts'
import { knowledge } from '../contract.ts'
import { MOST_PAGES, pageKinds } from '../rules.ts'
import type { PageSource } from './page-sources.ts'
import { isNear, mayConfirm, mayRead } from './permissions.ts'

/** Every page of the book on a day, with what somebody stands by. */
const bookOf = (sources: readonly PageSource[], today: Sql): Sql => sql`
  select page.*, latest.text as sentence, latest.confirmed_at, latest.confirmed_by, latest.fingerprint as confirmed,
    case when latest.fingerprint is null then 'unread' when latest.fingerprint = page.fingerprint then 'confirmed' else 'changed' end as state
  from (select made.*, md5(concat_ws(chr(31), made.title, made.value, made.why)) as fingerprint from (
    ${sql.join(
      sources.map(
        ({ kind, threadKind, rows }) =>
          sql`select ${sql.lit(kind)}::text as kind, ${sql.lit(threadKind)}::text as thread_kind, source.* from (${rows(today)}) source (id, place_id, unit_id, label, title, value, why, since_on)`,
      ),
      sql` union all `,
    )}) made) page
  left join lateral (select sentence.* from knowledge.sentence where sentence.tenant_id = kernel.here() and sentence.source_id = page.id and sentence.kind = page.kind
    order by sentence.confirmed_at desc, sentence.id desc limit 1) latest on true`

/** Any of the words asked for, as Danish inflects them; `hvorfor` and its like are no words to look for. */
const askedFor = (words: Sql): Sql =>
  sql`nullif(replace(plainto_tsquery('danish', regexp_replace(lower(${words}), '\\m(hvorfor|hvordan|sådan|hvad|hvornår)\\M', ' ', 'g'))::text, '&', '|'), '')::tsquery`

const letters = sql`to_tsvector('danish', concat_ws(' ', book.label, book.title, book.value, book.why, book.sentence, unit.name))`

export const pages = (sources: readonly PageSource[]): UseCase =>
  query(knowledge.pages, {
    may: anywhere(mayRead),
    audit: (input) => ({ about: { words: input.words } }),
    steps: ({ input, today }) => ({
      book: bookOf(sources, sql`${today}::date`),
      asked: sql`select ${askedFor(sql`${input.words}::text`)} as query`,
    }),
    read: ({ input, visible }) => sql`
      select book.id, book.kind, book.unit_id as "unitId", unit.name as "unitName", book.label, book.title, book.value, book.why, book.since_on as "sinceOn",
        book.thread_kind as "threadKind", book.state, book.sentence, employee.name as "confirmedByName", book.confirmed_at as "confirmedAt",
        case when ${isNear(sql`book.place_id`, (place) => sql`${place} = any (array(${mayConfirm.places}))`)} then array['confirm'] else '{}'::text[] end as permitted
      from book cross join asked
      left join org.unit on unit.tenant_id = kernel.here() and unit.id = book.unit_id
      left join org.employee on employee.tenant_id = kernel.here() and employee.id = book.confirmed_by
      where ${isNear(sql`book.place_id`, visible)} and (${input.unitId}::uuid is null or book.unit_id is null or book.unit_id = ${input.unitId}::uuid)
        and (btrim(${input.words}::text) = '' or ${letters} @@ asked.query)
      order by case when asked.query is not null then ts_rank(${letters}, asked.query) end desc nulls last,
        array_position(array['unread', 'changed', 'confirmed'], book.state), array_position(${[...pageKinds]}::text[], book.kind), unit.name, book.title, book.id limit ${sql.lit(MOST_PAGES)}`,
  })

export const book = (sources: readonly PageSource[]): UseCase =>
  query(knowledge.book, {
    may: anywhere(mayRead),
    audit: () => ({}),
    steps: ({ today }) => ({ book: bookOf(sources, sql`${today}::date`) }),
    read: ({ actor, visible }) => sql`
      select ${actor}::uuid as id, (select coalesce(json_agg(to_json(counted)), '[]') from (
        select book.kind, count(*)::int as all, (count(*) filter (where book.state = 'unread'))::int as unread, (count(*) filter (where book.state = 'changed'))::int as changed
        from book where ${isNear(sql`book.place_id`, visible)} group by book.kind order by array_position(${[...pageKinds]}::text[], book.kind)) counted) as kinds`,
  })

/** A page within reach: of one's own unit, or of a place it belongs to. */
const ofPage = (sources: readonly PageSource[]): Gate<{ kind: string; sourceId: string }> => ({
  right: mayConfirm,
  rows: ({ input, visible, today }) => sql`select book.id from (${bookOf(sources, sql`${today}::date`)}) book
    where book.id = ${input.sourceId}::uuid and book.kind = ${input.kind}::text and ${isNear(sql`book.place_id`, visible)}`,
})

export const confirm = (sources: readonly PageSource[]): UseCase =>
  command(knowledge.confirm, {
    may: ofPage(sources) as never,
    audit: (input) => ({ records: [input.id, input.sourceId] }),
    async run({ db, input, by, clock }) {
      const page = await db.one<{
        fingerprint: string
      }>(sql`select book.fingerprint from (${bookOf(sources, sql`${clock.today()}::date`)}) book
        where book.id = ${input.sourceId}::uuid and book.kind = ${input.kind}`)
      if (!page) throw new Problem('not-found', 'kernel.not-found')
      await db.run(sql`insert into knowledge.sentence (id, kind, source_id, text, fingerprint, confirmed_at, confirmed_by)
        values (${input.id}, ${input.kind}, ${input.sourceId}, ${input.text.trim()}, ${page.fingerprint}, ${clock.now()}, ${by.id})`)
      return { id: input.id }
    },
  })
