import type { Given, SettingKey, SettingValue, Source } from '#features/profiles/contract.ts'
import { profiles } from '#features/profiles/contract.ts'
import { liveOf } from '#features/profiles/server/index.ts'
import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { ask, newId, type Person, type World } from './world.ts'

export const answered = (ref: string, record: Source['record'] = null): Source => ({
  kind: 'answer',
  ref,
  label: `Enhedens svar på ${ref}`,
  record,
})
export const decided = (ref: string, record: Source['record'] = null): Source => ({
  kind: 'decision',
  ref,
  label: `Beslutning ${ref}`,
  record,
})
export const given = (key: SettingKey, value: SettingValue, source: Source = answered('Q01')): Given => ({
  key,
  value,
  source,
})

/** Proposes to change a few values; answers the proposal's id. */
export async function suggests(by: Person, unitId: Id, values: readonly Given[], note = 'Sådan er vi'): Promise<Id> {
  const id = newId()
  await ask(by, profiles.suggest, { id, unitId, day: by.world.clock.today(), note, values })
  return id
}

export const previews = (by: Person, proposalId: Id, fromOn: Day = by.world.clock.today()) =>
  ask(by, profiles.preview, { proposalId, fromOn })

/** Looks at it, as one must, and applies it. */
export async function applies(by: Person, proposalId: Id, fromOn: Day = by.world.clock.today()) {
  const { standingId } = await previews(by, proposalId, fromOn)
  return ask(by, profiles.apply, { id: newId(), proposalId, fromOn, standingId })
}

/** The unit's set-up on a day, value by value. */
export async function liveValues(world: World, unitId: Id, day: Day = world.clock.today()) {
  const live = await liveOf(world.db, unitId, day)
  return Object.fromEntries(live.map(({ key, value }) => [key, value])) as Partial<Record<SettingKey, SettingValue>>
}
