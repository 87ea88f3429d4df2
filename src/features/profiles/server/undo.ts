import { runFrom } from '#features/org/server/index.ts'
import type { NodeKind } from '#features/thread/server/index.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { type Given, profiles } from '../contract.ts'
import { runningOf, setUpOf, whyNotUndo } from '../rules.ts'
import { follow, followed, hold, unitHeld } from './apply.ts'
import type { Doer, ProfileFollowing, ProfileLeaning } from './effects.ts'
import { liveOf, readGiven, sourceOf, type Unread } from './live.ts'
import { mayApply, ofChange } from './permissions.ts'
import { standingOf } from './standing.ts'

type Standing = { id: Id; unitId: Id; fromOn: Day; appliedAt: Instant; isUndone: boolean }

async function changeById(db: Db, id: Id): Promise<Standing | undefined> {
  const found = await db.one<{ unitId: Id }>(
    sql`select unit_id as "unitId" from profiles.change where tenant_id = kernel.here() and id = ${id}`,
  )
  if (!found) return undefined
  await unitHeld(db, found.unitId)
  return db.one<Standing>(sql`select id, unit_id as "unitId", from_on::text as "fromOn", to_json(applied_at) #>> '{}' as "appliedAt", undone_at is not null as "isUndone"
    from profiles.change where tenant_id = kernel.here() and id = ${id} for update`)
}

/** Records made because of it. One that only waits for its day has none. */
async function leaningOn(db: Db, leanings: readonly ProfileLeaning[], change: Standing, today: Day): Promise<number> {
  if (change.fromOn > today) return 0
  let sum = 0
  for (const { count } of leanings) {
    const asked = {
      unitId: sql`${change.unitId}::uuid`,
      changeId: sql`${change.id}::uuid`,
      appliedAt: sql`${change.appliedAt}::timestamptz`,
    }
    const found = await db.one<{ count: number }>(sql`select (${count(asked)})::int as count`)
    sum += found!.count
  }
  return sum
}

type Row = Pick<Given, 'key' | 'value' | 'source'> & { settingId: Id; sinceOn: Day; changeId: Id }

const rows = (where: Sql) => sql`
  select setting.id as "settingId", setting.key, held.value, held.since_on::text as "sinceOn", held.change_id as "changeId", ${sourceOf(sql`held`)} as source
  from profiles.held join profiles.setting on setting.tenant_id = held.tenant_id and setting.id = held.setting_id
  where held.tenant_id = kernel.here() and ${where}`

/** What it brought ends; what it ended holds again, from where it came and since when it had held. */
async function takeBack(db: Db, kinds: readonly NodeKind[], changeId: Id, fromOn: Day, by: Doer): Promise<void> {
  const brought = readGiven<Row>(
    await db.all<Unread<Row>>(rows(sql`held.change_id = ${changeId} and held.to_on is null`)),
  )
  const ended = readGiven<Row>(await db.all<Unread<Row>>(rows(sql`held.ended_by_change_id = ${changeId}`)))
  await db.run(
    sql`update profiles.held set to_on = ${fromOn} where tenant_id = kernel.here() and change_id = ${changeId} and to_on is null`,
  )
  for (const row of ended) await hold(db, row, { changeId: row.changeId, fromOn })
  const settings = new Map([...brought, ...ended].map(({ key, settingId }) => [key, settingId]))
  for (const [key, settingId] of settings) {
    const source = (among: readonly Row[]) => among.find((row) => row.key === key)?.source
    await follow(db, kinds, { settingId, old: source(brought), new: source(ended) }, by)
  }
}

/** Over the kinds of record that a value may come from, what may lean on a change, and what follows from one. */
export const undo = (
  kinds: readonly NodeKind[],
  leanings: readonly ProfileLeaning[],
  followings: readonly ProfileFollowing[],
) =>
  command(profiles.undo, {
    may: ofChange(mayApply, (input) => input.id),
    about: (db, input) => changeById(db, input.id),
    audit: (input, about) => ({ place: about?.unitId, records: [input.id] }),
    async run({ db, input, about, by, clock }) {
      const today = clock.today()
      const standing = await standingOf(db, about.unitId)
      const leaning = await leaningOn(db, leanings, about, today)
      refuse(whyNotUndo({ isUndone: about.isUndone, isLatest: standing?.id === about.id, leaning }))
      const undoneOn = [about.fromOn, today].sort()[1]!
      await db.run(sql`update profiles.change set undone_on = ${undoneOn}, undone_at = ${clock.now()}, undone_by = ${by.id}
        where tenant_id = kernel.here() and id = ${input.id}`)
      const doer = { id: by.id, at: clock.now() }
      await takeBack(db, kinds, input.id, undoneOn, doer)
      const live = await liveOf(db, about.unitId, undoneOn)
      await runFrom(db, { unitId: about.unitId, fromOn: undoneOn, ...runningOf(setUpOf(live)) })
      await followed(db, followings, about.unitId, doer, today)
      return { id: input.id, undoneOn }
    },
    tell: (_, about) => [
      { topic: 'profiles', place: about.unitId },
      { topic: 'org', place: about.unitId },
      ...followings.map(({ topic }) => ({ topic, place: about.unitId })),
    ],
  })
