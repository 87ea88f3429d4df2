import type { Role } from '#features/org/roles.ts'
import { requirements } from '#features/requirements/contract.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { anEmployee, aUnit, type GivenUnit } from './given.ts'
import { ask, type Person, type World } from './world.ts'

export type GivenSpec = { id: Id; areaId: Id; signe: Person; world: World }

/** The municipality buys a system: Signe coordinates, with a set of requirements that has one area of tasks. */
export async function aSpec(world: World): Promise<GivenSpec> {
  const signe = await inTheHall(world, 'Signe', 'coordinator')
  const [id, areaId] = [newId(), newId()]
  await ask(signe, requirements.openSpec, { id, placeId: world.rootUnitId, title: 'Socialfagligt it-system' })
  await ask(signe, requirements.addArea, { id: areaId, specId: id, section: 'C', name: 'C1 Døgnets gang' })
  return { id, areaId, signe, world }
}

/** Somebody with a role for the whole municipality. */
export const inTheHall = (world: World, name: string, role: Role): Promise<Person> =>
  anEmployee(world, name, role, { id: world.rootUnitId, name: 'Prøveby Kommune' })

type Written = Partial<Parameters<typeof fields>[0]>
const fields = (more: {
  title: string
  startsWhen: string
  endsWhen: string
  users: string
  level: 'minimum' | 'evaluated' | 'option'
  weight: number
  offerGroups: string[]
  lines: { id: Id; no: string | null; kind: 'step' | 'variant' | 'problem'; text: string }[]
}) => more

export const aLine = (text: string, kind: 'step' | 'variant' | 'problem' = 'step', no: string | null = null) => ({
  id: newId(),
  no,
  kind,
  text,
})

export type GivenRequirement = { id: Id; number: number }

/** A whole task: start, end, users and two steps. */
export async function aRequirement(
  spec: GivenSpec,
  title: string,
  more: Written = {},
  by = spec.signe,
): Promise<GivenRequirement> {
  const id = newId()
  const { number } = await ask(by, requirements.add, {
    id,
    specId: spec.id,
    areaId: spec.areaId,
    title,
    startsWhen: 'En vagt begynder',
    endsWhen: 'Den nye vagt ved, hvad der kræver handling',
    users: 'pædagog, nattevagt',
    offerGroups: ['residential'],
    lines: [aLine('Se hvad der er sket'), aLine('Kvittér for at have læst')],
    ...more,
  })
  return { id, number }
}

/** A unit with its implementation contact. */
export async function aHeardUnit(
  world: World,
  name: string,
  contact: string,
): Promise<{ unit: GivenUnit; contact: Person }> {
  const unit = await aUnit(world, name)
  return { unit, contact: await anEmployee(world, contact, 'unit-contact', unit) }
}

export async function aVersion(spec: GivenSpec, label: string, correctsId: Id | null = null): Promise<Id> {
  const id = newId()
  await ask(spec.signe, requirements.makeBaseline, { id, specId: spec.id, label, note: `Udgave ${label}`, correctsId })
  return id
}

/** Approved by Bodil of the steering group, and sent out. */
export async function aPublished(spec: GivenSpec, label: string, correctsId: Id | null = null): Promise<Id> {
  const id = await aVersion(spec, label, correctsId)
  const bodil = await inTheHall(spec.world, 'Bodil', 'steering')
  await ask(bodil, requirements.judge, { id, approved: true, reason: null })
  await ask(spec.signe, requirements.publish, { id })
  return id
}
