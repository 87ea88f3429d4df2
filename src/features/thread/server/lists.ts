import { anywhere } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { AHEAD_DAYS, MOST_LOOSE, thread } from '../contract.ts'
import { suspectLinks } from './links.ts'
import { type DatedRule, type LooseRule, type NodeKind, rowsOf } from './node-kind.ts'
import { mayFollow, mayTidy } from './permissions.ts'

/** Ids one has already been shown; a number says no more than that. */
export const marks = query(thread.marks, {
  may: anywhere(mayFollow),
  audit: () => ({}),
  read: ({ input }) => sql`
    select marked.id, marked.suspects from (
      select named.id, ${suspectLinks(sql`named.id`)} as suspects from unnest(${input.ids}::uuid[]) named (id)) marked
    where marked.suspects > 0`,
})

/** Waiting longer than this to be looked at again, a link is a loose thread itself. */
const PATIENCE = '7 days'

const suspectTooLong = (kind: string) => sql`
  select link.to_id as id, min(link.suspect_at) as since from thread.link
  where link.tenant_id = kernel.here() and link.to_kind = ${sql.lit(kind)} and link.ended_at is null
    and link.suspect_at < (select at from clock) - interval ${sql.lit(PATIENCE)}
  group by link.to_id`

/** Every rule's records, as far as the reader may read them. */
export const loose = (kinds: readonly NodeKind[], rules: readonly LooseRule[]) =>
  query(thread.loose, {
    may: anywhere(mayTidy),
    audit: () => ({}),
    steps: ({ now }) => ({
      clock: sql`select ${now}::timestamptz as at`,
      missed: sql.join(
        [
          sql`select null::text as rule, null::text as kind, null::uuid as id, null::timestamptz as since where false`,
          ...rules.map(
            ({ rule, kind, rows }) =>
              sql`(select ${sql.lit(rule)}, ${sql.lit(kind.kind)}, lacking.id, lacking.since::timestamptz from (${rows}) lacking order by lacking.since nulls last limit ${sql.lit(MOST_LOOSE)})`,
          ),
          ...kinds.map(
            ({ kind }) =>
              sql`(select 'thread.suspect-too-long', ${sql.lit(kind)}, waiting.id, waiting.since from (${suspectTooLong(kind)}) waiting limit ${sql.lit(MOST_LOOSE)})`,
          ),
        ],
        sql` union all `,
      ),
    }),
    read: () => sql`
      select node.id, node.kind, missed.rule, node.label, node.title, node.at, node.who, node.state, missed.since
      from missed
      join (${rowsOf(kinds, (kind) => sql`array(select missed.id from missed where missed.kind = ${sql.lit(kind)})`)}) node on node.id = missed.id and node.kind = missed.kind
      where node.readable
      order by missed.rule, missed.since nulls last, node.label, node.id`,
  })

/** What every rule has a day for from today on, as far as the reader may read it. */
export const ahead = (kinds: readonly NodeKind[], rules: readonly DatedRule[]) =>
  query(thread.ahead, {
    may: anywhere(mayTidy),
    audit: () => ({}),
    steps: ({ today }) => ({
      due: sql.join(
        [
          sql`select null::text as rule, null::text as kind, null::uuid as id, null::date as due_on where false`,
          ...rules.map(
            ({ rule, kind, rows }) =>
              sql`(select ${sql.lit(rule)}, ${sql.lit(kind.kind)}, dated.id, dated.due_on from (${rows}) dated
                where dated.due_on between ${today}::date and ${today}::date + ${sql.lit(AHEAD_DAYS)} order by dated.due_on limit ${sql.lit(MOST_LOOSE)})`,
          ),
        ],
        sql` union all `,
      ),
    }),
    read: () => sql`
      select node.id, node.kind, due.rule, node.label, node.title, node.at, node.who, node.state, due.due_on as "dueOn"
      from due
      join (${rowsOf(kinds, (kind) => sql`array(select due.id from due where due.kind = ${sql.lit(kind)})`)}) node on node.id = due.id and node.kind = due.kind
      where node.readable
      order by due.due_on, due.rule, node.label, node.id`,
  })

/** By a label first, then by words. */
export const find = (kinds: readonly NodeKind[]) =>
  query(thread.find, {
    may: anywhere(mayFollow),
    audit: (input) => ({ about: { words: input.words } }),
    read: ({ input }) => {
      const foundOf = new Map(
        kinds.map(({ kind, found }) => [
          kind,
          found ? sql`array(select hit.id from (${found(sql`${input.words}::text`)}) hit limit 50)` : sql`'{}'::uuid[]`,
        ]),
      )
      return sql`
        select node.id, node.kind, node.label, node.title, node.at, node.who, node.state
        from (${rowsOf(kinds, (kind) => foundOf.get(kind)!)}) node
        where node.readable
        order by lower(node.label) = lower(btrim(${input.words}::text)) desc nulls last, node.kind, node.label, node.id limit 60`
    },
  })
