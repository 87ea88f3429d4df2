import { link, touched, unlink } from '#features/thread/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { type By, command } from '#kernel/server/use-case.ts'
import { capture } from '../contract.ts'
import { protestUntil } from '../rules.ts'
import { unlessTaken } from './arrange.ts'
import { needKind, slipKind } from './nodes.ts'
import { nextLabel } from './numbering.ts'
import { maySort, ofNeed, within } from './permissions.ts'

export type StandingNeed = {
  id: Id
  label: string
  placeId: Id
  title: string
  text: string
  state: string
  ownerId: Id | null
  mergedIntoId: Id | null
  protestUntilAt: string | null
  version: number
}

export const needById = (db: Db, id: Id) =>
  db.one<StandingNeed>(sql`
    select id, label, place_id as "placeId", title, text, state, owner_id as "ownerId", merged_into_id as "mergedIntoId",
      to_json(protest_until_at) #>> '{}' as "protestUntilAt", version
    from capture.need where tenant_id = kernel.here() and id = ${id} for update`)

export type Doing = { db: Db; by: By; clock: Clock }

export async function changeNeedRow({ db, by, clock }: Doing, about: { id: Id; version: number }, set: Sql) {
  await db.run(sql`update capture.need set ${set}, version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id}
    where tenant_id = kernel.here() and id = ${about.id}`)
  return { id: about.id, version: about.version + 1 }
}

export const needAudit = (input: { id: Id }, about: StandingNeed | undefined) => ({
  place: about?.placeId,
  records: [input.id],
})
export const tellNeed = (_: unknown, about: { placeId: Id }) => [{ topic: 'capture', place: about.placeId }]

/** What is part of another need is changed there. */
export function refuseMerged(about: StandingNeed): void {
  if (about.mergedIntoId) refuse(refusal('capture.need-merged'))
}

type Found = { id: Id; label: string | null }

/** Lays slips in a need. One that is gathered elsewhere is not taken from there in silence. */
async function gatherIn({ db, by, clock }: Doing, need: { id: Id; placeId: Id }, slipIds: Id[], quoted: boolean) {
  const found = await db.all<Found>(sql`
    select slip.id, other.label from capture.contribution slip
    join capture.event on event.tenant_id = slip.tenant_id and event.id = slip.event_id and event.place_id = ${need.placeId}
    left join capture.gathering on gathering.tenant_id = kernel.here() and gathering.contribution_id = slip.id and gathering.ended_at is null
      and not gathering.quoted and not ${quoted}::boolean
    left join capture.need other on other.tenant_id = kernel.here() and other.id = gathering.need_id
    where slip.tenant_id = kernel.here() and slip.id = any (${slipIds}::uuid[]) order by slip.id for update of slip`)
  if (found.length < new Set(slipIds).size) throw new Problem('not-found', 'kernel.not-found')
  const elsewhere = found.find(({ label }) => label !== null)
  if (elsewhere) refuse(refusal('capture.gathered-already', { label: elsewhere.label }, 'slipIds'))
  for (const { id } of found) {
    await db.run(sql`
      insert into capture.gathering (id, need_id, contribution_id, quoted, gathered_at, gathered_by)
      values (${newId()}, ${need.id}, ${id}, ${quoted}, ${clock.now()}, ${by.id}) on conflict do nothing`)
    // What was put aside and is gathered after all has its place here; the reason no longer holds.
    if (!quoted)
      await db.run(
        sql`update capture.contribution set state = 'read', reason = null where tenant_id = kernel.here() and id = ${id} and state <> 'read'`,
      )
    const ends = { from: { kind: slipKind, id }, to: { kind: needKind, id: need.id } }
    await link(db, { type: quoted ? 'quoted-in' : 'gathered-in', ...ends, by: by.id, at: clock.now() })
  }
}

export const createNeed = command(capture.createNeed, {
  may: {
    right: maySort,
    rows: ({ input, reach }) =>
      sql`select ${input.placeId}::uuid as id where ${within(sql`${input.placeId}::uuid`, reach)}`,
  },
  audit: (input) => ({ place: input.placeId, records: [input.id, ...input.slipIds] }),
  async run({ db, input, by, clock }) {
    const label = await nextLabel(db, 'N', 2, input.label)
    const work = db.run(sql`
      insert into capture.need (id, place_id, label, title, text, created_at, changed_at, changed_by)
      values (${input.id}, ${input.placeId}, ${label}, ${input.title.trim()}, ${input.text.trim()}, ${clock.now()}, ${clock.now()}, ${by.id})`)
    await unlessTaken(work, { need_label_unique: refusal('capture.label-taken', {}, 'label') })
    await gatherIn({ db, by, clock }, input, input.slipIds, false)
    return { id: input.id, label }
  },
  tell: (input) => tellNeed(input, input),
})

/** What changed, in a word, for those who look at a link again. */
const saidOf = (about: StandingNeed, input: { title: string; text: string }): string =>
  [about.title !== input.title && 'titel', about.text !== input.text && 'ordlyd'].filter(Boolean).join(', ')

export const changeNeed = command(capture.changeNeed, {
  may: ofNeed(maySort, (input) => input.id),
  about: (db, input) => needById(db, input.id),
  audit: needAudit,
  async run({ db, input, about, by, clock }) {
    refuseMerged(about)
    const set = sql`title = ${input.title.trim()}, text = ${input.text.trim()}, owner_id = ${input.ownerId}`
    const changed = await changeNeedRow({ db, by, clock }, about, set)
    const said = saidOf(about, input)
    if (said) await touched(db, { kind: needKind, id: about.id }, { what: 'text', said, by: by.id, at: clock.now() })
    return changed
  },
  tell: tellNeed,
})

/** Settled, a unit's contact has five days to say that it is wrong. */
export const setNeedState = command(capture.setNeedState, {
  may: ofNeed(maySort, (input) => input.id),
  about: (db, input) => needById(db, input.id),
  audit: (input, about) => ({ ...needAudit(input, about), about: { state: input.state } }),
  async run({ db, input, about, by, clock }) {
    refuseMerged(about)
    if (input.state === 'out-of-scope' && !input.reason) refuse(refusal('capture.reason-missing', {}, 'reason'))
    const until = ['settled', 'out-of-scope'].includes(input.state) ? protestUntil(clock.now()) : about.protestUntilAt
    const set = sql`state = ${input.state}, reason = ${input.state === 'out-of-scope' ? input.reason : null}, protest_until_at = ${until}`
    return changeNeedRow({ db, by, clock }, about, set)
  },
  tell: tellNeed,
})

export const gather = command(capture.gather, {
  may: ofNeed(maySort, (input) => input.id),
  about: (db, input) => needById(db, input.id),
  audit: (input, about) => ({ place: about?.placeId, records: [input.id, ...input.slipIds] }),
  async run({ db, input, about, by, clock }) {
    refuseMerged(about)
    await gatherIn({ db, by, clock }, about, input.slipIds, input.quoted)
    return changeNeedRow({ db, by, clock }, about, sql`title = title`)
  },
  tell: tellNeed,
})

export const release = command(capture.release, {
  may: ofNeed(maySort, (input) => input.id),
  about: (db, input) => needById(db, input.id),
  audit: (input, about) => ({ place: about?.placeId, records: [input.id, ...input.slipIds] }),
  async run({ db, input, about, by, clock }) {
    const ended = await db.all<{ id: Id; quoted: boolean }>(sql`
      update capture.gathering set ended_at = ${clock.now()}, ended_by = ${by.id}
      where tenant_id = kernel.here() and need_id = ${input.id} and contribution_id = any (${input.slipIds}::uuid[]) and ended_at is null
      returning contribution_id as id, quoted`)
    if (ended.length < input.slipIds.length) refuse(refusal('capture.not-gathered', {}, 'slipIds'))
    for (const { id, quoted } of ended) {
      const ends = { from: { kind: slipKind, id }, to: { kind: needKind, id: about.id } }
      const type = quoted ? 'quoted-in' : 'gathered-in'
      await unlink(db, { ...ends, type, because: 'Taget ud af behovet', by: by.id, at: clock.now() })
    }
    return changeNeedRow({ db, by, clock }, about, sql`title = title`)
  },
  tell: tellNeed,
})
