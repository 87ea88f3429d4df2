import type { Probe } from '#kit/probe.ts'

/** The round is among the ways in that `access.ts` makes. */
export const probe: Probe = {
  scopes: { anywhere: 'certification.decideRhythm' },
  inUnit: async ({ world, unit }) => {
    const { rows } = await world.owner.query(
      'select item.id from certification.item join certification.round on round.id = item.round_id where round.unit_id = $1 limit 1',
      [unit.id],
    )
    return { item: rows[0].id }
  },
  values: { daysToAnswer: 14, remindAfterDays: 7 },
  fields: { roundId: 'round', itemId: 'item' },
}
