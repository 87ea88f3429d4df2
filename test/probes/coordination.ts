import { coordination } from '#features/coordination/contract.ts'
import { anEmployee } from '#kit/given.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId } from '#kit/world.ts'

export const probe: Probe = {
  // Work is one's own: what another has logged is nothing to anybody else.
  scopes: { own: 'coordination.places', never: 'coordination.changeWork' },
  inUnit: async ({ world, unit }) => {
    const [purpose, work] = [newId(), newId()]
    const karla = await anEmployee(world, 'Karla', 'coordinator', unit)
    await ask(karla, coordination.addPurpose, { id: purpose, placeId: unit.id, name: 'Krav', budgetMinutes: 60 })
    const done = { workedOn: world.clock.today(), minutes: 30, note: '' }
    await ask(karla, coordination.logWork, { id: work, purposeId: purpose, ...done })
    return { purpose, work }
  },
  idOf: { 'coordination.changePurpose': 'purpose', 'coordination.changeWork': 'work' },
  fields: { purposeId: 'purpose' },
}
