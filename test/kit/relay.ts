import { clarification } from '#features/clarification/contract.ts'
import { org } from '#features/org/contract.ts'
import { relay } from '#features/relay/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { anEmployee, type GivenUnit } from './given.ts'
import { ask, type Person, type World } from './world.ts'

/** An area of the municipality: a project of its own, so that one story does not meet another's units. */
export async function anArea(world: World, name: string): Promise<GivenUnit> {
  const id = newId()
  const plain = { offerType: null, legalGrounds: [], roundTheClock: false, noteKinds: ['unit'], shiftStarts: ['08:00'] }
  await ask(world.administrator, org.createUnit, { id, parentId: world.rootUnitId, name, kind: 'area', ...plain })
  return { id, name }
}

/** The implementation contact of a unit, named in its register where nobody is yet; the deputy of one who is away. */
export async function aContact(
  world: World,
  name: string,
  unit: GivenUnit,
  deputyId: Id | null = null,
): Promise<Person> {
  const contact = await anEmployee(world, name, 'unit-contact', unit)
  const by = await anEmployee(world, `Leder over ${name}`, 'coordinator', unit)
  const known = (await ask(by, clarification.contacts, {})).find(({ unitId }) => unitId === unit.id)
  if (known?.actingId) return contact
  if (known?.id) {
    await ask(by, clarification.changeDeputy, { id: known.id, version: known.version, deputyId: contact.id })
    return contact
  }
  const fromOn = addDays(world.clock.today(), -365)
  await ask(by, clarification.nameContact, { id: newId(), unitId: unit.id, employeeId: contact.id, deputyId, fromOn })
  return contact
}

export async function writesChain(signe: Person, placeId: Id, more: { medOn?: string | null } = {}) {
  const { medOn = '2026-02-03' } = more
  await ask(signe, relay.keepChain, { placeId, version: 0, vendor: 'Tingløv IT', dutyPhone: '12 34 56 78', medOn })
}

/** A chain that is whole and locked; every unit of the place has its contact already. */
export async function aChain(signe: Person, placeId: Id, more: { medOn?: string | null } = {}): Promise<void> {
  await writesChain(signe, placeId, more)
  await ask(signe, relay.lockChain, { placeId, version: 1 })
}

type Given = { severity?: 'critical' | 'action' | 'info'; title?: string; named?: boolean; expiresOn?: string | null }

/** Written down by the coordinator, and nowhere yet. */
export async function receives(signe: Person, placeId: Id, given: Given = {}): Promise<Id> {
  const id = newId()
  const { severity = 'critical', title = 'Overlevering viste gårsdagens som nyt', expiresOn = null } = given
  const body = 'Fault 4711 in view. Fixed 13.40.'
  await ask(signe, relay.receive, { id, placeId, origin: 'vendor', severity, title, body, expiresOn })
  return id
}

/** With the units' contacts, in the coordinator's words. */
export async function sends(signe: Person, placeId: Id, unitIds: Id[], given: Given = {}): Promise<Id> {
  const id = await receives(signe, placeId, given)
  const words = {
    title: given.title ?? 'Se overleveringen igen efter 13.40',
    body: 'Gårsdagens notater stod som nye. Det er rettet.',
  }
  const named = { namedReceipts: given.named ?? false, purpose: null }
  await ask(signe, relay.release, { id, version: 1, ...words, unitIds, ...named })
  return id
}

export const passesOn = (contact: Person, messageId: Id, unit: GivenUnit, words: string | null = null) =>
  ask(contact, relay.passOn, { messageId, unitId: unit.id, words, channels: ['product', 'board'] })
