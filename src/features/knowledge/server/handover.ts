import type { LooseRule, NodeKind } from '#features/thread/server/index.ts'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere, at } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query, type UseCase } from '#kernel/server/use-case.ts'
import { knowledge } from '../contract.ts'
import { whyNotLeave } from '../rules.ts'
import { mayHandOver, overHandover } from './permissions.ts'

/** The whole municipality, for which one coordinates. */
export const places = query(knowledge.places, {
  may: anywhere(mayHandOver),
  audit: () => ({}),
  read: ({ visible }) => sql`
    select unit.id, unit.name from org.unit
    where unit.tenant_id = kernel.here() and unit.kind <> 'offer' and unit.closed_on is null and ${visible(sql`unit.id`)}
    order by unit.kind = 'municipality' desc, unit.name collate "da-x-icu" limit 50`,
})

export const handovers = query(knowledge.handovers, {
  may: at(mayHandOver, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId }),
  read: ({ input, offers }) => sql`
    select handover.id, handover.place_id as "placeId", giver.name as "fromName", taker.name as "toName", handover.begun_at as "begunAt", handover.done_at as "doneAt",
      handover.version, ${offers({ 'hand-over': mayHandOver }, sql`handover.place_id`)} as permitted
    from knowledge.handover
    join org.employee giver on giver.tenant_id = handover.tenant_id and giver.id = handover.from_id
    join org.employee taker on taker.tenant_id = handover.tenant_id and taker.id = handover.to_id
    where handover.tenant_id = kernel.here() and handover.place_id = ${input.placeId}::uuid order by handover.begun_at desc limit 20`,
})

export const beginHandover = command(knowledge.beginHandover, {
  may: at(mayHandOver, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId, records: [input.id, input.toId] }),
  async run({ db, input, by, clock }) {
    if (input.toId === by.id) refuse(refusal('knowledge.not-to-oneself', {}, 'toId'))
    const made = await db.run(sql`insert into knowledge.handover (id, place_id, from_id, to_id, begun_at, changed_at)
      select ${input.id}, ${input.placeId}, ${by.id}, employee.id, ${clock.now()}, ${clock.now()} from org.employee
      where employee.tenant_id = kernel.here() and employee.id = ${input.toId} and (employee.employed_to is null or employee.employed_to >= ${clock.today()}::date)
      on conflict (tenant_id, place_id) where done_at is null do nothing`)
    if (!made) refuse(refusal('knowledge.handover-open'))
    return { id: input.id, version: 1 }
  },
  tell: (input) => [{ topic: 'knowledge', place: input.placeId }],
})

/** What nobody owns: loose threads of every feature, and what stands in the coordinator's own name. Needs `clock`. */
export type Leaving = { readonly kinds: readonly NodeKind[]; readonly rules: readonly LooseRule[] }
const MOST_OF_A_RULE = 200

const unowned = ({ rules }: Leaving): Sql =>
  sql.join(
    rules.map(
      ({
        rule,
        kind,
        rows,
      }) => sql`(select ${sql.lit(rule)}::text as rule, ${sql.lit(kind.kind)}::text as kind, node.id, node.label::text, node.title::text
        from (${kind.rows(sql`array(select lacking.id from (${rows}) lacking limit ${sql.lit(MOST_OF_A_RULE)})`)}) node)`,
    ),
    sql` union all `,
  )

const withOwner = (leaving: Leaving, handover: Sql): Sql => sql`
  select item.rule || ' ' || item.id as id, item.rule, item.kind, item.id as "recordId", item.label, item.title, taken.owner
  from (${unowned(leaving)}) item
  left join knowledge.taken on taken.tenant_id = kernel.here() and taken.handover_id = ${handover} and taken.rule = item.rule and taken.record_id = item.id`

export const items = (leaving: Leaving): UseCase =>
  query(knowledge.items, {
    may: overHandover((input) => input.handoverId),
    audit: (input) => ({ about: { handover: input.handoverId } }),
    steps: ({ now }) => ({ clock: sql`select ${now}::timestamptz as at` }),
    records: sql`select "recordId" from rows`,
    read: ({ input }) => sql`select item.* from (${withOwner(leaving, sql`${input.handoverId}::uuid`)}) item
      order by item.owner is not null, item.rule, item.label, item.title limit 1000`,
  })

type Standing = { id: Id; placeId: Id; doneAt: string | null; version: number }

const lockedHandover = (db: Db, id: Id) =>
  db.one<Standing>(
    sql`select id, place_id as "placeId", done_at as "doneAt", version from knowledge.handover where tenant_id = kernel.here() and id = ${id} for update`,
  )

async function left(db: Db, leaving: Leaving, handoverId: Id, now: Instant): Promise<{ rule: string; recordId: Id }[]> {
  return db.all(
    sql`with clock as (select ${now}::timestamptz as at) select item.rule, item."recordId" from (${withOwner(leaving, sql`${handoverId}::uuid`)}) item where item.owner is null`,
  )
}

export const takeOver = (leaving: Leaving): UseCase =>
  command(knowledge.takeOver, {
    may: overHandover((input) => input.handoverId),
    about: (db, input) => lockedHandover(db, input.handoverId),
    audit: (input, handover) => ({ place: handover?.placeId, records: [input.handoverId, input.recordId] }),
    async run({ db, input, about, by, clock }) {
      if (about.doneAt) refuse(refusal('knowledge.handover-done'))
      const before = await left(db, leaving, input.handoverId, clock.now())
      if (!before.some(({ rule, recordId }) => rule === input.rule && recordId === input.recordId))
        refuse(refusal('knowledge.nothing-to-take'))
      await db.run(sql`insert into knowledge.taken (handover_id, rule, record_id, owner, taken_at, taken_by)
        values (${input.handoverId}, ${input.rule}, ${input.recordId}, ${input.owner.trim()}, ${clock.now()}, ${by.id})`)
      return { handoverId: input.handoverId, left: before.length - 1 }
    },
    tell: (_, handover) => [{ topic: 'knowledge', place: handover.placeId }],
  })

export const finishHandover = (leaving: Leaving): UseCase =>
  command(knowledge.finishHandover, {
    may: overHandover((input) => input.id),
    about: (db, input) => lockedHandover(db, input.id),
    audit: (input, handover) => ({ place: handover?.placeId, records: [input.id] }),
    async run({ db, input, about, clock }) {
      if (about.doneAt) refuse(refusal('knowledge.handover-done'))
      refuse(whyNotLeave((await left(db, leaving, input.id, clock.now())).length))
      await db.run(
        sql`update knowledge.handover set done_at = ${clock.now()}, version = version + 1, changed_at = ${clock.now()} where tenant_id = kernel.here() and id = ${input.id}`,
      )
      return { id: input.id, version: about.version + 1 }
    },
    tell: (_, handover) => [{ topic: 'knowledge', place: handover.placeId }],
  })
