import { type SettingKey, settings } from '#features/profiles/contract.ts'
import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Gate, Item, Readiness, UnitReadiness } from './contract.ts'
import {
  asOf,
  type Check,
  type Facts,
  firstWeek,
  isInOrder,
  type Result,
  resultsOf,
  type Standing,
  uncovered,
} from './rules.ts'

/** Whether the product does not run the setting that a check is about: then it waits, and is never in order. */
export const awaits = (settingKey: string | null): boolean =>
  settingKey !== null && settings[settingKey as SettingKey]?.runs !== true

const asCheck = (item: Item) => ({ ...item, awaits: awaits(item.settingKey) }) satisfies Check & Item

const nothing = { measured: null, seen: null, accepted: null }

/** How every check of a unit stands, in the order of the list. */
export function checksOf(
  items: readonly Item[],
  unit: UnitReadiness,
  today: Day,
): { item: Item; result: Result; facts: Facts }[] {
  const facts = new Map(unit.facts.map((one) => [one.itemId, one]))
  const { setupAt, screensAt } = unit
  const factsOf = (id: Id): Facts => ({ ...(facts.get(id) ?? nothing), setupAt, screensAt })
  const results = resultsOf(items.map(asCheck), factsOf, { unitId: unit.id, day: asOf(unit.goLiveOn, today) })
  return items
    .filter(({ id }) => results.has(id))
    .map((item) => ({ item, result: results.get(item.id)!, facts: factsOf(item.id) }))
}

/** Gates that the unit's wave has not passed. */
export const openGates = (gates: readonly Gate[], { waveId }: UnitReadiness): Gate[] =>
  gates.filter(({ perWave, passes }) => !passes.some((pass) => pass.waveId === (perWave ? waveId : null)))

export const openShifts = (unit: UnitReadiness) => uncovered(firstWeek(unit, unit.goLiveOn), unit.presence)

/** What stands between a unit and its go. The server refuses by it, and the screen lists it. */
export function standingOf(
  place: Pick<Readiness, 'items' | 'gates' | 'stops'>,
  unit: UnitReadiness,
  today: Day,
): Standing & { lacking: string[] } {
  const open = checksOf(place.items, unit, today).filter(({ result }) => !isInOrder(result))
  return {
    blocking: open.filter(({ item }) => item.weight === 'blocking').map(({ item }) => item.code),
    gates: openGates(place.gates, unit).map(({ code }) => code),
    hasFallback: unit.fallback !== null,
    uncovered: openShifts(unit).length,
    isStopped: place.stops.length > 0,
    lacking: open.map(({ item }) => item.code),
  }
}
