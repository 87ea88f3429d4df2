import { journal } from '#features/journal/contract.ts'
import type { NoteKind } from '#features/org/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import type { GivenCitizen } from './citizens.ts'
import type { GivenUnit } from './given.ts'
import { ask, type Person, type World } from './world.ts'

type More = { kind?: NoteKind; happenedAt?: string; important?: boolean; theme?: string | null; draftId?: Id | null }

/** What the composer would send for a note; about nobody it is a unit note. */
export const aNote = (
  world: World,
  unit: GivenUnit,
  citizen: GivenCitizen | null,
  text: string,
  {
    kind = citizen ? 'diary' : 'unit',
    happenedAt = world.clock.now(),
    important = false,
    theme = null,
    draftId = null,
  }: More = {},
) => ({
  id: newId(),
  draftId,
  unitId: unit.id,
  citizenId: citizen?.id ?? null,
  kind,
  happenedAt,
  text,
  important,
  theme,
})

/** Somebody writes a note. */
export const writes = (by: Person, unit: GivenUnit, citizen: GivenCitizen | null, text: string, more: More = {}) =>
  ask(by, journal.write, aNote(by.world, unit, citizen, text, more))

export const corrects = (
  by: Person,
  id: Id,
  version: number,
  text: string,
  more: { important?: boolean; happenedAt?: string } = {},
) =>
  ask(by, journal.correct, {
    id,
    version,
    draftId: null,
    happenedAt: more.happenedAt ?? by.world.clock.now(),
    text,
    important: more.important ?? false,
    theme: null,
    reason: 'Skrevet forkert',
  })

export const withdraws = (by: Person, id: Id, version = 1) =>
  ask(by, journal.withdraw, { id, version, reason: 'Forkert borger' })

/** Opens the handover and takes over from what it showed. */
export async function takesOver(by: Person, unit: GivenUnit) {
  const { cursor } = await ask(by, journal.handover, { unitId: unit.id })
  return ask(by, journal.takeOver, { id: newId(), unitId: unit.id, cursor })
}
