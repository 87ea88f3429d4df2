import { requirementKind } from '#features/requirements/server/index.ts'
import { link, type NodeKind, unlink } from '#features/thread/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import type { By } from './standing.ts'

type LinkType = Parameters<typeof link>[1]['type']
type To = { kind: NodeKind; id: Id }

/** Ties a record to exactly these requirements: a change in one of them marks it to be looked at again. */
export async function tie(db: Db, type: LinkType, to: To, wanted: readonly Id[], by: By): Promise<void> {
  const standing = await db.all<{ id: Id }>(sql`select from_id as id from thread.link
    where tenant_id = kernel.here() and to_id = ${to.id} and type = ${type} and from_kind = ${requirementKind.kind} and ended_at is null`)
  const at = { by: by.id, at: by.at }
  for (const id of wanted) await link(db, { type, from: { kind: requirementKind, id }, to, ...at })
  for (const { id } of standing.filter(({ id }) => !wanted.includes(id)))
    await unlink(db, { from: { kind: requirementKind, id }, to, type, because: 'not mentioned any more', ...at })
}

/** Requirements that a record is tied to. */
export const tiedTo = (
  to: Sql,
  type: LinkType,
): Sql => sql`(select coalesce(json_agg(link.from_id order by link.from_id), '[]') from thread.link
  where link.tenant_id = kernel.here() and link.to_id = ${to} and link.type = ${sql.lit(type)} and link.ended_at is null)`
