import type { Instant } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import type { ChangeKind } from '../contract.ts'
import type { LinkType } from '../link-vocabulary.ts'
import type { NodeKind, Ref } from './node-kind.ts'

type Made = { by: Id; at: Instant }
type Given = Made & { id?: Id; type: LinkType; from: Ref; to: Ref }

const one = ({ kind, id }: Ref): Sql => sql`(${kind.rows(sql`array[${id}::uuid]`)})`

type Pair = { id?: Id | undefined; from: Id; to: Id }
type Many = Made & { type: LinkType; from: NodeKind; to: NodeKind; pairs: readonly Pair[] }

/**
 * Links two records, from what came first to what came of it, with both as they stand now. Linked that way already, it
 * changes nothing. Called by a feature inside its own command, whose right has been asked.
 * @returns whether there is a new link
 */
export async function link(db: Db, { id, from, to, ...more }: Given): Promise<boolean> {
  const pairs = [{ id, from: from.id, to: to.id }]
  return (await linkEach(db, { ...more, from: from.kind, to: to.kind, pairs })) > 0
}

/**
 * As `link`, for many of the same sort in one statement.
 * @returns how many links are new
 */
export async function linkEach(db: Db, { type, from, to, pairs, by, at }: Many): Promise<number> {
  if (pairs.length === 0) return 0
  const ends = JSON.stringify(pairs.map(({ id = newId(), ...pair }) => ({ id, ...pair })))
  return db.run(sql`
    with pair as materialized (select * from jsonb_to_recordset(${ends}::jsonb) as pair (id uuid, "from" uuid, "to" uuid))
    insert into thread.link (id, type, from_kind, from_id, to_kind, to_id, from_fingerprint, to_fingerprint, created_by, created_at)
    select pair.id, ${type}, ${from.kind}, a.id, ${to.kind}, b.id, a.fingerprint, b.fingerprint, ${by}::uuid, ${at}::timestamptz
    from pair join (${from.rows(sql`array(select "from" from pair)`)}) a on a.id = pair."from"
    join (${to.rows(sql`array(select "to" from pair)`)}) b on b.id = pair."to"
    on conflict (tenant_id, from_id, to_id, type) where ended_at is null do nothing`)
}

type Ending = Made & { from: Ref; to: Ref; type: LinkType; because: string }

/** Ends a link; what was once connected stays in the history. */
export async function unlink(db: Db, { from, to, type, because, by, at }: Ending): Promise<boolean> {
  const ended = await db.run(sql`
    update thread.link set ended_at = ${at}::timestamptz, ended_by = ${by}::uuid, ended_because = ${because}
    where tenant_id = kernel.here() and from_id = ${from.id}::uuid and to_id = ${to.id}::uuid and type = ${type} and ended_at is null`)
  return ended > 0
}

type Moved = { what: ChangeKind; said?: string | null; by: Id | null; at: Instant }

/**
 * Tells the thread that a record has been changed, after the change and in its transaction: its links must be looked at
 * again. One changed back to what was reviewed is quiet again. Costs one statement, and writes nothing for a record without links.
 */
export async function touched(db: Db, record: Ref, { what, said = null, by, at }: Moved): Promise<void> {
  await db.run(sql`
    with links as materialized (
      select id from thread.link where tenant_id = kernel.here() and ended_at is null and (from_id = ${record.id}::uuid or to_id = ${record.id}::uuid)
      order by id for update),
    moved as (
      insert into thread.change (id, kind, record_id, what, said, fingerprint, changed_at, changed_by)
      select ${newId()}::uuid, ${record.kind.kind}, node.id, ${what}, ${said}, node.fingerprint, ${at}::timestamptz, ${by}::uuid
      from ${one(record)} node where exists (select from links)
      returning *),
    now_at as (
      select link.id,
        case when link.from_id = moved.record_id then nullif(moved.id, case when link.from_fingerprint = moved.fingerprint then moved.id end) else link.from_change_id end as from_change_id,
        case when link.to_id = moved.record_id then nullif(moved.id, case when link.to_fingerprint = moved.fingerprint then moved.id end) else link.to_change_id end as to_change_id
      from thread.link join links using (id) cross join moved where link.tenant_id = kernel.here())
    update thread.link set from_change_id = now_at.from_change_id, to_change_id = now_at.to_change_id,
      suspect_at = case when coalesce(now_at.from_change_id, now_at.to_change_id) is not null then coalesce(link.suspect_at, ${at}::timestamptz) end
    from now_at where link.tenant_id = kernel.here() and link.id = now_at.id`)
}

/** For a feature's own lists: how many links of a record must be looked at again. */
export const suspectLinks = (id: Sql): Sql => sql`(
  select count(*)::int from (
    select from thread.link where link.tenant_id = kernel.here() and link.from_id = ${id} and link.ended_at is null and link.suspect_at is not null
    union all
    select from thread.link where link.tenant_id = kernel.here() and link.to_id = ${id} and link.ended_at is null and link.suspect_at is not null) suspect)`

type Wanted = { forward?: readonly LinkType[]; back?: readonly LinkType[] }

const linked = (id: Sql, end: 'from_id' | 'to_id', types: readonly LinkType[] = []): Sql =>
  types.length
    ? sql`exists (select from thread.link where link.tenant_id = kernel.here() and link.${sql.ref(end)} = ${id} and link.ended_at is null and link.type = any (${[...types]}::text[]))`
    : sql`false`

/** Of the rows `among` (id, since): those with none of the links that were wanted. */
export const lacksLink = (among: Sql, { forward, back }: Wanted): Sql => sql`
  select among.id, among.since from (${among}) among
  where not (${linked(sql`among.id`, 'from_id', forward)} or ${linked(sql`among.id`, 'to_id', back)})`
