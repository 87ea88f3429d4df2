import { continuity } from '#features/continuity/contract.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId } from '#kit/world.ts'

export const probe: Probe = {
  scopes: { unit: 'continuity.atUnit continuity.pair continuity.pack continuity.refreshed continuity.end' },
  inUnit: async ({ unit, leader }) => {
    const tablet = newId()
    await ask(leader, continuity.pair, { id: tablet, unitId: unit.id, name: 'Kontoret' })
    return { tablet }
  },
  idOf: { 'continuity.refreshed': 'tablet', 'continuity.end': 'tablet' },
  fields: { tabletId: 'tablet' },
}
