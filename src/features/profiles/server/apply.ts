import { runFrom } from '#features/org/server/index.ts'
import { link, type NodeKind, touched, unlink } from '#features/thread/server/index.ts'
import type { Day } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { type Given, type Held, profiles } from '../contract.ts'
import { bare, diff, rooted, runningOf, setUpOf, whyNotApply } from '../rules.ts'
import type { SettingKey } from '../settings.ts'
import type { Doer, ProfileFollowing } from './effects.ts'
import { liveOf, readGiven, sourceOf, type Unread } from './live.ts'
import { settingKind } from './node-kinds.ts'
import { mayApply, ofProposal } from './permissions.ts'
import { standingOf } from './standing.ts'

type About = { id: Id; unitId: Id; appliedOn: Day | null }

/** One set-up at a time: whoever applies or undoes in a unit waits for the other. Notes may be written meanwhile. */
export const unitHeld = (db: Db, unitId: Id) =>
  db.run(sql`select from org.unit where tenant_id = kernel.here() and id = ${unitId} for no key update`)

async function proposalById(db: Db, id: Id): Promise<About | undefined> {
  const about = await db.one<About>(
    sql`select id, unit_id as "unitId" from profiles.proposal where tenant_id = kernel.here() and id = ${id}`,
  )
  if (!about) return undefined
  await unitHeld(db, about.unitId)
  const applied = await db.one<{ fromOn: Day }>(
    sql`select from_on::text as "fromOn" from profiles.change where tenant_id = kernel.here() and proposal_id = ${id}`,
  )
  return { ...about, appliedOn: applied?.fromOn ?? null }
}

export const proposedValues = async (db: Db, proposalId: Id): Promise<Given[]> =>
  readGiven<Given>(
    await db.all<Unread<Given>>(sql`select proposed.key, proposed.value, ${sourceOf(sql`proposed`)} as source
      from profiles.proposed where proposed.tenant_id = kernel.here() and proposed.proposal_id = ${proposalId}`),
  )

type Writing = { unitId: Id; changeId: Id; fromOn: Day }

/** The settings of a unit by key: those it has not had before are made. */
async function settingsOf(db: Db, unitId: Id, keys: readonly SettingKey[]): Promise<ReadonlyMap<SettingKey, Id>> {
  for (const key of keys)
    await db.run(
      sql`insert into profiles.setting (id, unit_id, key) values (${newId()}, ${unitId}, ${key}) on conflict do nothing`,
    )
  const rows = await db.all<{ id: Id; key: SettingKey }>(
    sql`select id, key from profiles.setting where tenant_id = kernel.here() and unit_id = ${unitId}`,
  )
  return new Map(rows.map(({ id, key }) => [key, id]))
}

const endHeld = (db: Db, settingIds: readonly Id[], { changeId, fromOn }: Writing) =>
  db.run(sql`update profiles.held set to_on = ${fromOn}, ended_by_change_id = ${changeId}
    where tenant_id = kernel.here() and setting_id = any (${settingIds}::uuid[]) and to_on is null`)

type Holding = Pick<Given, 'value' | 'source'> & { settingId: Id; sinceOn: Day }

export const hold = (
  db: Db,
  { settingId, value, source, sinceOn }: Holding,
  { changeId, fromOn }: Omit<Writing, 'unitId'>,
) =>
  db.run(sql`insert into profiles.held (id, setting_id, value, from_on, since_on, source_kind, source_ref, source_label, source_record_kind, source_record_id, change_id)
    values (${newId()}, ${settingId}, ${JSON.stringify(value)}::jsonb, ${fromOn}, ${sinceOn}, ${source.kind}, ${source.ref}, ${source.label},
      ${source.record?.kind ?? null}, ${source.record?.id ?? null}, ${changeId})`)

type Sourced = { settingId: Id; old: Given['source'] | undefined; new: Given['source'] | undefined }

/** The thread runs from what set the value to the setting; what set the one before no longer does. */
export async function follow(db: Db, kinds: readonly NodeKind[], moved: Sourced, by: Doer): Promise<void> {
  const to = { kind: settingKind, id: moved.settingId }
  const from = (source: Given['source'] | undefined) => {
    const kind = kinds.find(({ kind }) => kind === source?.record?.kind)
    return kind && source?.record ? { kind, id: source.record.id } : undefined
  }
  const [before, after] = [from(moved.old), from(moved.new)]
  const said = { type: 'sets', to, by: by.id, at: by.at } as const
  if (before && before.id !== after?.id) await unlink(db, { ...said, from: before, because: moved.new?.label ?? '–' })
  if (after) await link(db, { ...said, from: after })
  await touched(db, to, { what: 'value', by: by.id, at: by.at })
}

export async function followed(db: Db, followings: readonly ProfileFollowing[], unitId: Id, by: Doer, today: Day) {
  for (const { follow } of followings) await follow(db, unitId, by, today)
}

/** Over the kinds of record that a value may come from, and what follows from a change. */
export const apply = (kinds: readonly NodeKind[], followings: readonly ProfileFollowing[]) =>
  command(profiles.apply, {
    may: ofProposal(mayApply, (input) => input.proposalId),
    about: (db, input) => proposalById(db, input.proposalId),
    audit: (input, about) => ({
      place: about?.unitId,
      records: [input.id, input.proposalId],
      about: { fromOn: input.fromOn },
    }),
    async run({ db, input, about, by, clock }) {
      const standing = await standingOf(db, about.unitId)
      const live = await liveOf(db, about.unitId, input.fromOn)
      const [before, after] = [setUpOf(live.map(bare)), setUpOf(await proposedValues(db, about.id))]
      const changes = diff(before, after)
      const moved = [
        ...changes,
        ...rooted(before, after).map((now) => ({ key: now.key, old: before.get(now.key)!, new: now })),
      ]
      const asked = { appliedOn: about.appliedOn, fromOn: input.fromOn, seenId: input.standingId, standing }
      refuse(whyNotApply({ ...asked, today: clock.today(), changes: moved.length }))
      const writing = { unitId: about.unitId, changeId: input.id, fromOn: input.fromOn }
      await db.run(sql`insert into profiles.change (id, unit_id, proposal_id, from_on, applied_at, applied_by)
        values (${input.id}, ${about.unitId}, ${about.id}, ${input.fromOn}, ${clock.now()}, ${by.id})`)
      const doer = { id: by.id, at: clock.now() }
      await write(db, kinds, { moved, live, writing, by: doer })
      await runFrom(db, { unitId: about.unitId, fromOn: input.fromOn, ...runningOf(after) })
      await followed(db, followings, about.unitId, doer, clock.today())
      return { id: input.id, fromOn: input.fromOn, changes }
    },
    tell: (_, about) => [
      { topic: 'profiles', place: about.unitId },
      { topic: 'org', place: about.unitId },
      ...followings.map(({ topic }) => ({ topic, place: about.unitId })),
    ],
  })

type Written = {
  moved: readonly { key: SettingKey; old: Given | null; new: Given | null }[]
  live: readonly Held[]
  writing: Writing
  by: Doer
}

async function write(db: Db, kinds: readonly NodeKind[], { moved, live, writing, by }: Written): Promise<void> {
  const ids = await settingsOf(
    db,
    writing.unitId,
    moved.map(({ key }) => key),
  )
  await endHeld(
    db,
    moved.map(({ key }) => ids.get(key)!),
    writing,
  )
  for (const one of moved) {
    const settingId = ids.get(one.key)!
    const isSame = one.old !== null && JSON.stringify(one.old.value) === JSON.stringify(one.new?.value)
    const sinceOn = isSame ? live.find(({ key }) => key === one.key)!.sinceOn : writing.fromOn
    if (one.new) await hold(db, { ...one.new, settingId, sinceOn }, writing)
    await follow(db, kinds, { settingId, old: one.old?.source, new: one.new?.source }, by)
  }
}
