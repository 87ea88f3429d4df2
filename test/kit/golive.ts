import { golive } from '#features/golive/contract.ts'
import { firstWeek } from '#features/golive/rules.ts'
import { standardGates, standardItems } from '#features/golive/standard.ts'
import { checksOf } from '#features/golive/standing.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import type { GivenUnit } from './given.ts'
import type { GivenPlan } from './plan.ts'
import { ask, type Person } from './world.ts'

export type GivenGolive = { signe: Person; placeId: Id; itemId: (code: string) => Id; gateId: (code: string) => Id }

/** The standard checks and gates of a place. */
export async function aGolive({ signe }: GivenPlan, place: GivenUnit): Promise<GivenGolive> {
  const items = standardItems.map((item) => ({ ...item, id: newId() }))
  const gates = standardGates.map((gate) => ({ ...gate, id: newId() }))
  await ask(signe, golive.begin, { placeId: place.id, items, gates })
  const among = (rows: readonly { id: Id; code: string }[]) => (code: string) =>
    rows.find((row) => row.code === code)!.id
  return { signe, placeId: place.id, itemId: among(items), gateId: among(gates) }
}

export const placeOf = async (by: Person) => (await ask(by, golive.readiness, {}))[0]!
export async function unitOf(by: Person, unitId: Id) {
  const place = await placeOf(by)
  return { place, unit: place.units.find(({ id }) => id === unitId)! }
}
/** `ok seen`, `missing reset`. */
export async function checkOf(by: Person, unitId: Id, code: string): Promise<string> {
  const { place, unit } = await unitOf(by, unitId)
  const { result } = checksOf(place.items, unit, by.world.clock.today()).find(({ item }) => item.code === code)!
  return `${result.status} ${result.why}`
}

export const sees = (
  by: Person,
  given: GivenGolive,
  unitId: Id,
  code: string,
  outcome: 'ok' | 'partly' | 'missing' = 'ok',
  note = '',
) =>
  ask(by, golive.record, {
    id: newId(),
    itemId: given.itemId(code),
    unitId,
    outcome,
    note,
    seenOn: by.world.clock.today(),
  })

/** A super-user on every shift of the first week, and a way back. */
export async function isManned(by: Person, unitId: Id): Promise<void> {
  const { unit } = await unitOf(by, unitId)
  for (const { day, start } of firstWeek(unit, unit.goLiveOn))
    await ask(by, golive.keepPresence, { unitId, day, start, employeeId: null, who: 'Hans' })
  await ask(by, golive.keepFallback, { unitId, plan: 'Papir fra nødpakken', who: 'Lene', untilOn: unit.goLiveOn })
}

export const aCase = (
  unitId: Id,
  more: Partial<{ severity: 'high' | 'middle' | 'low'; title: string; what: string; namesSeen: boolean }> = {},
) => ({
  id: newId(),
  unitId,
  severity: 'middle' as const,
  title: 'Overlevering viser gårsdagen',
  what: 'Da jeg åbnede overleveringen, stod der noget fra i går.',
  screen: '/overlevering',
  namesSeen: false,
  ...more,
})
