import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import type { Asked, Gate } from '#kernel/server/permission.ts'
import { type Blank, type Sql, sql } from '#kernel/server/sql.ts'
import { command, writing } from '#kernel/server/use-case.ts'
import { thread } from '../contract.ts'
import { link } from './links.ts'
import { type NodeKind, rowsOf } from './node-kind.ts'
import { mayKeep } from './permissions.ts'

type Ends = { fromKind: Sql; fromId: Sql; toKind: Sql; toId: Sql }

/** Keeping is a role held anywhere; which links, is those of which one may read both ends. */
const bothReadable = (kinds: readonly NodeKind[], { reach }: Asked<unknown>, ends: Ends): Sql => {
  const readable = (kind: Sql, id: Sql) => sql`exists (
    select from (${rowsOf(kinds, (name) => sql`array(select ${id} where ${kind} = ${sql.lit(name)})`)}) node where node.readable)`
  return sql`cardinality(${reach}) > 0 and ${readable(ends.fromKind, ends.fromId)} and ${readable(ends.toKind, ends.toId)}`
}

const ofLink = (kinds: readonly NodeKind[]): Gate<{ id: Id }> => ({
  right: mayKeep,
  rows: (asked) => sql`
    select link.id from thread.link
    where link.tenant_id = kernel.here() and link.id = ${asked.input.id}::uuid and link.ended_at is null
      and ${bothReadable(kinds, asked as never, { fromKind: sql`link.from_kind`, fromId: sql`link.from_id`, toKind: sql`link.to_kind`, toId: sql`link.to_id` })}`,
})

/** What each end now says becomes what was reviewed. */
export const review = (kinds: readonly NodeKind[]) =>
  writing(thread.review, {
    may: ofLink(kinds),
    audit: (input) => ({ about: { changes: input.changeIds } }),
    write: ({ input, actor, now }) => sql`
      update thread.link set
        from_fingerprint = coalesce((select change.fingerprint from thread.change where change.tenant_id = kernel.here() and change.id = link.from_change_id), link.from_fingerprint),
        to_fingerprint = coalesce((select change.fingerprint from thread.change where change.tenant_id = kernel.here() and change.id = link.to_change_id), link.to_fingerprint),
        from_change_id = null, to_change_id = null, suspect_at = null, reviewed_by = ${actor}::uuid, reviewed_at = ${now}::timestamptz
      from may
      where link.tenant_id = kernel.here() and link.id = may.id
        and array_remove(array[link.from_change_id, link.to_change_id], null) <@ ${input.changeIds}::uuid[]
      returning link.id, link.reviewed_at as "reviewedAt"`,
    whenNothing: refusal('thread.changed-again'),
  })

export const connect = (kinds: readonly NodeKind[]) => {
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]))
  const kindOf = (name: string): NodeKind => {
    const kind = byName.get(name)
    if (!kind) throw new Problem('not-found', 'kernel.not-found')
    return kind
  }
  return command(thread.connect, {
    may: {
      right: mayKeep,
      rows: (asked) => {
        const as = (field: Blank, type: string) => sql`${field}::${sql.raw(type)}`
        const { fromKind, fromId, toKind, toId } = asked.input
        const ends = {
          fromKind: as(fromKind, 'text'),
          fromId: as(fromId, 'uuid'),
          toKind: as(toKind, 'text'),
          toId: as(toId, 'uuid'),
        }
        return sql`select ${ends.fromId} as id where ${bothReadable(kinds, asked as never, ends)}`
      },
    },
    audit: (input) => ({ records: [input.id, input.fromId, input.toId], about: { type: input.type } }),
    async run({ db, input, by, clock }) {
      if (input.fromId === input.toId) refuse(refusal('thread.link-to-itself', {}, 'toId'))
      const from = { kind: kindOf(input.fromKind), id: input.fromId }
      const to = { kind: kindOf(input.toKind), id: input.toId }
      const isNew = await link(db, { id: input.id, type: input.type, from, to, by: by.id, at: clock.now() })
      if (!isNew) refuse(refusal('thread.linked-already', {}, 'toId'))
      return { id: input.id }
    },
  })
}

export const disconnect = (kinds: readonly NodeKind[]) =>
  writing(thread.disconnect, {
    may: ofLink(kinds),
    audit: () => ({}),
    write: ({ input, actor, now }) => sql`
      update thread.link set ended_at = ${now}::timestamptz, ended_by = ${actor}::uuid, ended_because = btrim(${input.because}::text)
      from may where link.tenant_id = kernel.here() and link.id = may.id
      returning link.id`,
  })
