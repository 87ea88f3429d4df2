import { decisions } from '#features/decisions/contract.ts'
import type { Role } from '#features/org/roles.ts'
import { requirements } from '#features/requirements/contract.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { aProposal } from './decisions.ts'
import { anEmployee, aUnit, type GivenUnit } from './given.ts'
import { ask, type Person, type World } from './world.ts'

export type GivenSpec = { id: Id; areaId: Id; signe: Person; world: World }

/** The municipality buys a system: Signe coordinates, with a set of requirements that has one area of tasks. */
export async function aSpec(world: World, place: GivenUnit = hallOf(world)): Promise<GivenSpec> {
  const signe = await anEmployee(world, 'Signe', 'coordinator', place)
  const [id, areaId] = [newId(), newId()]
  await ask(signe, requirements.openSpec, { id, placeId: place.id, title: 'Socialfagligt it-system' })
  await ask(signe, requirements.addArea, { id: areaId, specId: id, section: 'C', name: 'C1 Døgnets gang' })
  return { id, areaId, signe, world }
}

const hallOf = (world: World): GivenUnit => ({ id: world.rootUnitId, name: 'Prøveby Kommune' })

/** Somebody with a role for the whole municipality. */
export const inTheHall = (world: World, name: string, role: Role): Promise<Person> =>
  anEmployee(world, name, role, hallOf(world))

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

/** One record of every sort, all of one place. */
export async function aWholeSpec(world: World, place: GivenUnit) {
  const spec = await aSpec(world, place)
  const { id: requirement } = await aRequirement(spec, 'Modtag overlevering')
  const { requirements: rows } = await ask(spec.signe, requirements.table, { specId: spec.id })
  const [benefit, baseline, hearing, answer] = [newId(), newId(), newId(), newId()]
  await ask(spec.signe, requirements.addBenefit, {
    id: benefit,
    specId: spec.id,
    title: 'Ro',
    owner: 'leder',
    dueOn: null,
  })
  await ask(spec.signe, requirements.openHearing, {
    id: hearing,
    baselineId: baseline,
    specId: spec.id,
    label: '0.7',
    note: 'Passer det?',
    closesOn: world.clock.today(),
    units: [{ unitId: place.id, offerGroups: ['residential'] }],
  })
  const nina = await anEmployee(world, 'Nina', 'unit-contact', place)
  const said = { hearingId: hearing, unitId: place.id, requirementId: requirement, answer: 'trouble', text: 'Nej' }
  await ask(nina, requirements.answerHearing, { id: answer, ...said })
  const decision = { ...aProposal(spec.signe, 'Krav skrives som opgaver', []), placeId: place.id, unitIds: [place.id] }
  const [decisionId, riskId] = [newId(), newId()]
  await ask(spec.signe, decisions.propose, { id: decisionId, ...decision })
  const risk = { title: 'Ferie', probability: 1, impact: 1, measure: '', owner: 'leder', state: 'active' }
  await ask(spec.signe, decisions.addRisk, { id: riskId, placeId: place.id, ...risk })
  const [line] = rows[0]!.lines
  return {
    ...{ spec: spec.id, area: spec.areaId, requirement, line: line!.id, benefit, baseline, hearing, answer },
    ...{ decision: decisionId, risk: riskId },
  }
}
