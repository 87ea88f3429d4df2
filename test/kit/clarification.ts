import { clarification, type UnitClarification } from '#features/clarification/contract.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { anEmployee, aUnit, type GivenUnit } from './given.ts'
import { ask, type Person, type World } from './world.ts'

export const hall = (world: World): GivenUnit => ({ id: world.rootUnitId, name: 'Prøveby Kommune' })

/** The municipality asks the product's own questions; Signe coordinates. */
export async function aQuestionSet(world: World): Promise<{ signe: Person; setId: Id }> {
  const signe = await anEmployee(world, 'Signe', 'coordinator', hall(world))
  const setId = newId()
  await ask(signe, clarification.publishStandard, { id: setId, placeId: world.rootUnitId })
  return { signe, setId }
}

export type GivenRound = { unit: GivenUnit; emma: Person; peter: Person; roundId: Id }

/** A home with its contact Emma and its leader Peter, who have begun. */
export async function aRound(world: World, name: string, unit?: GivenUnit): Promise<GivenRound> {
  const home = unit ?? (await aUnit(world, name))
  const emma = await anEmployee(world, 'Emma', 'unit-contact', home)
  const peter = await anEmployee(world, 'Peter', 'unit-leader', home)
  const roundId = newId()
  await ask(emma, clarification.begin, { id: roundId, unitId: home.id, template: 'residential' })
  return { unit: home, emma, peter, roundId }
}

export const standingOf = (by: Person, unit: GivenUnit): Promise<UnitClarification> =>
  ask(by, clarification.ofUnit, { unitId: unit.id })

type Said = Partial<{
  version: number
  unsure: boolean
  outside: string | null
  comment: string
  reason: string
  saidBy: string | null
  because: string | null
}>

export const says = (unit: GivenUnit, key: string, value: unknown, more: Said = {}) => ({
  ...{ unitId: unit.id, key, version: 0, value, unsure: false, outside: null as string | null },
  ...{ comment: '', reason: '', saidBy: null as string | null, because: null as string | null },
  ...more,
})

export const answers = (by: Person, unit: GivenUnit, key: string, value: unknown, more: Said = {}) =>
  ask(by, clarification.answer, says(unit, key, value, more))

/** Every question of the standard set: what is suggested, and the rest as a home without medicine answers it. */
export async function answersAll({ unit, emma, peter, roundId }: GivenRound): Promise<void> {
  await ask(emma, clarification.takeSuggestions, { id: roundId, version: 1 })
  await answers(emma, unit, 'S07', 'nej')
  await answers(peter, unit, 'S08', 'voksen')
  await answers(peter, unit, 'S09', 'enhed')
}

/** Sent in by Emma, met with Signe, approved by Peter. */
export async function isApproved(round: GivenRound, signe: Person): Promise<void> {
  const { emma, peter, roundId } = round
  await answersAll(round)
  await ask(emma, clarification.submit, { id: roundId, version: 1 })
  const metOn = signe.world.clock.today()
  await ask(signe, clarification.meet, { id: roundId, version: 2, metOn, note: 'Enige', marks: [] })
  await ask(peter, clarification.approve, { id: roundId, version: 3 })
}
