import { expect, test } from 'vitest'
import { access } from '#features/access/contract.ts'
import { relay } from '#features/relay/contract.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { aChain, aContact, anArea, passesOn, sends } from '#kit/relay.ts'
import { ask, newId, signedIn, useWorld } from '#kit/world.ts'

const here = useWorld()

test('a temp on a single shift meets a message of the rollout too, and the share does not hang on them', async () => {
  const place = await anArea(here.world, 'Område Bakkely')
  const home = await aUnit(here.world, 'Bakkely', { parentId: place.id })
  const signe = await anEmployee(here.world, 'Signe', 'coordinator', place)
  const nina = await aContact(here.world, 'Nina', home)
  const lone = await anEmployee(here.world, 'Lone', 'unit-leader', home)
  for (const who of ['Omar', 'Jonas', 'Freja', 'Ali']) await anEmployee(here.world, who, 'support-worker', home)
  await aChain(signe, place.id)
  const id = await sends(signe, place.id, [home.id])
  await passesOn(nina, id, home)
  const temp = { agency: null, agencyNumber: null, bornOn: null, phoneEnd: '1234', idShown: 'passport', code: '123456' }
  const who = { id: newId(), unitId: home.id, employeeId: newId(), name: 'Vita K.' }
  const { employeeId } = await ask(lone, access.letIn, { ...temp, ...who })
  const vita = await signedIn(here.world, employeeId, 'Vita K.')
  expect((await ask(vita, relay.mine, {}))[0]).toMatchObject({ id, wantsReceipt: true })
  await ask(vita, relay.receipt, { messageId: id })
  expect((await ask(signe, relay.message, { id })).legs[0]!.share).toBe(0)
})
