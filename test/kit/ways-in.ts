import { access } from '#features/access/contract.ts'
import { certification } from '#features/certification/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { GivenCitizen } from './citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from './given.ts'
import { ask, newId, type Person, type World } from './world.ts'

export type WaysIn = { duty: Id; delegation: Id; emergency: Id; round: Id }

/** A temp let in by the leader, trusted with medicine; and somebody from elsewhere who opened the citizen in an emergency. */
export async function waysIn(world: World, leader: Person, unit: GivenUnit, citizen: GivenCitizen): Promise<WaysIn> {
  const [duty, delegation, emergency, seekingId] = [newId(), newId(), newId(), newId()]
  const temp = { agency: null, agencyNumber: null, bornOn: null, phoneEnd: '1234', idShown: 'passport', code: '123456' }
  const { employeeId } = await ask(leader, access.letIn, {
    ...{ id: duty, unitId: unit.id, employeeId: newId(), name: 'Vita K.' },
    ...temp,
  })
  const toOn = world.clock.today()
  await ask(leader, access.delegate, {
    id: delegation,
    employeeId,
    unitId: unit.id,
    what: 'medicine',
    note: null,
    toOn,
  })
  const nadia = await anEmployee(world, 'Nadia', 'night-worker', await aUnit(world, 'Natholdet'))
  await ask(nadia, access.seek, { id: seekingId, words: citizen.name })
  const reason = 'Hun sidder på trappen og fryser.'
  await ask(nadia, access.open, { id: emergency, seekingId, citizenId: citizen.id, reason })
  const round = newId()
  await ask(world.administrator, certification.begin, { id: round, unitId: unit.id })
  return { duty, delegation, emergency, round }
}
