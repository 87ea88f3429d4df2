import { certification } from '#features/certification/contract.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId } from '#kit/world.ts'

export const probe: Probe = {
  inUnit: async ({ world, unit }) => {
    const round = newId()
    await ask(world.administrator, certification.begin, { id: round, unitId: unit.id })
    const { rows } = await world.owner.query('select id from certification.item where round_id = $1 limit 1', [round])
    return { round, item: rows[0].id }
  },
  fields: { roundId: 'round', itemId: 'item' },
  scopes: { anywhere: 'certification.decideRhythm' },
}
