import { knowledge } from '#features/knowledge/contract.ts'
import { anEmployee } from '#kit/given.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId } from '#kit/world.ts'

export const probe: Probe = {
  scopes: { anywhere: 'knowledge.pages knowledge.book knowledge.places', loose: 'knowledge.confirm' },
  inUnit: async ({ world, unit }) => {
    const [giving, parcel] = [newId(), newId()]
    const sara = await anEmployee(world, 'Sara', 'coordinator', unit)
    const karl = await anEmployee(world, 'Karl', 'office', unit)
    await ask(sara, knowledge.beginHandover, { id: giving, placeId: unit.id, toId: karl.id })
    await ask(sara, knowledge.makePackage, { id: parcel, placeId: unit.id, specId: null })
    return { giving, parcel }
  },
  idOf: { 'knowledge.finishHandover': 'giving', 'knowledge.package': 'parcel' },
  fields: {
    handoverId: 'giving',
    'knowledge.beginHandover.toId': 'employee',
    'knowledge.makePackage.specId': '',
    'knowledge.takePackage.specId': '',
    sourceId: '',
    'knowledge.takeOver.recordId': '',
  },
}
