import { orders } from '#features/orders/contract.ts'
import { anOrderLetter } from '#kit/orders.ts'
import type { Probe } from '#kit/probe.ts'
import { ask } from '#kit/world.ts'

export const probe: Probe = {
  // No change waits to be decided on, and nothing came with the letter.
  scopes: { today: 'orders.type', known: 'orders.place', loose: 'orders.decide orders.attachment' },
  aboutCitizen: async ({ unit, leader, citizen }) => {
    const letter = anOrderLetter(unit, citizen, [{ text: `hemmeligt${citizen.id.slice(-6)}` }])
    await ask(leader, orders.type, letter)
    return { order: letter.id }
  },
  idOf: { 'orders.place': 'order' },
  fields: { orderId: 'order', 'orders.type.fileId': '', 'orders.attachment.fileId': '' },
  values: { 'orders.type.goals': [] },
}
