import { profiles } from '#features/profiles/contract.ts'
import { anEmployee } from '#kit/given.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId } from '#kit/world.ts'

export const probe: Probe = {
  scopes: { anywhere: 'profiles.templates profiles.releaseTemplate' },
  inUnit: async ({ world, unit }) => {
    const [proposal, setup] = [newId(), newId()]
    const signe = await anEmployee(world, 'Signe', 'coordinator', unit)
    const source = { kind: 'answer', ref: 'Q03', label: 'To teams', record: null } as const
    const given = { unitId: unit.id, day: world.clock.today(), note: 'Sådan er vi' }
    for (const [id, teams] of [
      [setup, 2],
      [proposal, 3],
    ] as const)
      await ask(signe, profiles.suggest, { id, ...given, values: [{ key: 'teams', value: teams, source }] })
    const change = newId()
    await ask(signe, profiles.apply, { id: change, proposalId: setup, fromOn: given.day, standingId: null })
    return { proposal, change }
  },
  idOf: { 'profiles.undo': 'change' },
  fields: { proposalId: 'proposal', standingId: 'change' },
  values: { key: 'teams', offerGroup: 'residential' },
}
