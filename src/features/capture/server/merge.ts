import { link, unlink } from '#features/thread/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, writing } from '#kernel/server/use-case.ts'
import { capture } from '../contract.ts'
import { protestUntil, whyNotProtest } from '../rules.ts'
import { changeNeedRow, type Doing, needById, refuseMerged, tellNeed } from './keep-need.ts'
import { needKind } from './nodes.ts'
import { mayProtest, maySort, ofNeed, within } from './permissions.ts'
import { countedIn, treeOf } from './slip-rows.ts'

type Part = { mergeId: Id; id: Id; version: number }

/** One need becomes a part of another: a pointer, so that slips, votes and links stay with it and come back with it. */
async function mergeOne(doing: Doing, part: Part, into: { id: Id; placeId: Id }, why: string): Promise<void> {
  const { db, by, clock } = doing
  if (part.id === into.id) refuse(refusal('capture.merge-itself', {}, 'from'))
  const from = await needById(db, part.id)
  if (from?.placeId !== into.placeId) throw new Problem('not-found', 'kernel.not-found')
  if (from.version !== part.version)
    throw new Problem('stale', 'kernel.stale', { version: from.version }, { current: from })
  refuseMerged(from)
  await changeNeedRow(doing, from, sql`merged_into_id = ${into.id}, protest_until_at = ${protestUntil(clock.now())}`)
  await db.run(sql`
    insert into capture.need_merge (id, from_id, into_id, why, merged_at, merged_by)
    values (${part.mergeId}, ${from.id}, ${into.id}, ${why}, ${clock.now()}, ${by.id})`)
  const ends = { from: { kind: needKind, id: from.id }, to: { kind: needKind, id: into.id } }
  await link(db, { type: 'gathered-in', ...ends, by: by.id, at: clock.now() })
}

/** Needs are locked in one order, so that two who merge the same ones at once wait for each other, and the second is told. */
export const merge = command(capture.merge, {
  may: ofNeed(maySort, (input) => input.id),
  async about(db, input) {
    const ids = [input.id, ...input.from.map(({ id }) => id)]
    await db.run(
      sql`select from capture.need where tenant_id = kernel.here() and id = any (${ids}::uuid[]) order by id for update`,
    )
    return needById(db, input.id)
  },
  audit: (input, about) => ({ place: about?.placeId, records: [input.id, ...input.from.map(({ id }) => id)] }),
  async run({ db, input, about, by, clock }) {
    refuseMerged(about)
    for (const part of input.from) await mergeOne({ db, by, clock }, part, about, input.why)
    return changeNeedRow({ db, by, clock }, about, sql`protest_until_at = ${protestUntil(clock.now())}`)
  },
  tell: tellNeed,
})

type Standing = { id: Id; fromId: Id; intoId: Id; placeId: Id; undone: boolean }

export const unmerge = command(capture.unmerge, {
  may: {
    right: maySort,
    rows: ({ input, reach }) => sql`
      select merge.id from capture.need_merge merge
      join capture.need on need.tenant_id = kernel.here() and need.id = merge.from_id
      where merge.tenant_id = kernel.here() and merge.id = ${input.mergeId}::uuid and ${within(sql`need.place_id`, reach)}`,
  },
  about: (db, input) =>
    db.one<Standing>(sql`
      select merge.id, merge.from_id as "fromId", merge.into_id as "intoId", need.place_id as "placeId", merge.undone_at is not null as undone
      from capture.need_merge merge join capture.need on need.tenant_id = kernel.here() and need.id = merge.from_id
      where merge.tenant_id = kernel.here() and merge.id = ${input.mergeId} for update of merge`),
  audit: (input, about) => ({ place: about?.placeId, records: [input.mergeId] }),
  async run({ db, input, about, by, clock }) {
    if (about.undone) refuse(refusal('capture.unmerged-already'))
    await db.run(sql`update capture.need_merge set undone_at = ${clock.now()}, undone_by = ${by.id}, undone_because = ${input.because}
      where tenant_id = kernel.here() and id = ${about.id}`)
    const from = (await needById(db, about.fromId))!
    const into = (await needById(db, about.intoId))!
    await changeNeedRow({ db, by, clock }, into, sql`title = title`)
    const ends = { from: { kind: needKind, id: from.id }, to: { kind: needKind, id: into.id } }
    await unlink(db, { type: 'gathered-in', ...ends, because: input.because, by: by.id, at: clock.now() })
    return changeNeedRow({ db, by, clock }, from, sql`merged_into_id = null, protest_until_at = null`)
  },
  tell: tellNeed,
})

const hasSlipFrom = (db: Db, needId: Id, unitId: Id) =>
  db.one(sql`
    with tree as (${treeOf(sql`select ${needId}::uuid as id`)}), counted as (${countedIn(sql`tree`)})
    select from counted join capture.contribution slip on slip.tenant_id = kernel.here() and slip.id = counted.slip_id
    where slip.unit_id = ${unitId} limit 1`)

/** A unit's contact says that it is wrong: the need is open again until somebody has answered. */
export const protest = command(capture.protest, {
  may: {
    right: mayProtest,
    rows: ({ input, visible, reach }) => sql`
      select need.id from capture.need
      where need.tenant_id = kernel.here() and need.id = ${input.needId}::uuid and ${within(sql`need.place_id`, reach)} and ${visible(sql`${input.unitId}::uuid`)}`,
  },
  about: (db, input) => needById(db, input.needId),
  audit: (input, about) => ({
    place: about?.placeId,
    records: [input.id, input.needId],
    about: { unit: input.unitId },
  }),
  async run({ db, input, about, by, clock }) {
    refuse(
      whyNotProtest({ protestUntilAt: about.protestUntilAt, mergedInto: about.mergedIntoId !== null }, clock.now()),
    )
    if (!(await hasSlipFrom(db, input.needId, input.unitId))) refuse(refusal('capture.protest-not-yours', {}, 'unitId'))
    await db.run(sql`
      insert into capture.protest (id, need_id, unit_id, words, raised_at, raised_by)
      values (${input.id}, ${input.needId}, ${input.unitId}, ${input.words}, ${clock.now()}, ${by.id})`)
    await changeNeedRow({ db, by, clock }, about, sql`state = 'draft', reason = null`)
    return { id: input.id }
  },
  tell: tellNeed,
})

export const answerProtest = writing(capture.answerProtest, {
  may: {
    right: maySort,
    rows: ({ input, reach }) => sql`
      select protest.id from capture.protest join capture.need on need.tenant_id = kernel.here() and need.id = protest.need_id
      where protest.tenant_id = kernel.here() and protest.id = ${input.id}::uuid and ${within(sql`need.place_id`, reach)}`,
  },
  audit: () => ({}),
  write: ({ input, actor, now }) => sql`
    update capture.protest set answer = ${input.answer}::text, answered_at = ${now}::timestamptz, answered_by = ${actor}::uuid from may
    where protest.tenant_id = kernel.here() and protest.id = may.id and protest.answered_at is null
    returning protest.id`,
  whenNothing: refusal('capture.answered-already'),
})

export const countDots = writing(capture.countDots, {
  may: ofNeed(maySort, (input) => input.id),
  audit: (input) => ({ about: { group: input.group, dots: input.dots } }),
  write: ({ input, actor, now }) => sql`
    insert into capture.tally (need_id, offer_group, dots, counted_at, counted_by)
    select may.id, ${input.group}::text, ${input.dots}::int, ${now}::timestamptz, ${actor}::uuid from may
    on conflict (tenant_id, need_id, offer_group) do update set dots = excluded.dots, counted_at = excluded.counted_at, counted_by = excluded.counted_by
    returning need_id as id`,
})
