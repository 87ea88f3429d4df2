import { expect, test } from 'vitest'
import { roles } from '#features/org/roles.ts'
import { standingClock } from '#kernel/server/clock.ts'
import { allProbes, Inputs, scopesOf, unclassified, whyUnclassified } from '#kit/probe.ts'
import { useCases } from './use-cases.ts'

/** What the matrix of access must know of an endpoint to try it under every role and relation. */
test('of every endpoint it is known which records it names and how far a right must reach', async () => {
  const probes = await allProbes()
  const inputs = new Inputs(probes, standingClock('2026-03-10T14:00:00+01:00'))
  const isForAll = (of: readonly string[]) => !roles.some((role) => of.includes(role))
  const unknown = unclassified(inputs, scopesOf(probes), useCases, ({ gate }) => isForAll(gate.right.roles))
  const features = Map.groupBy(unknown, ({ name }) => name.split('.')[0]!)
  expect([...features].map(([feature, endpoints]) => whyUnclassified(feature, endpoints)).filter(Boolean)).toEqual([])
  const names = new Set(useCases.map(({ contract }) => contract.name))
  const stale = [...scopesOf(probes).keys()].filter((name) => !names.has(name))
  expect(stale, 'stand in test/probes and are no endpoints').toEqual([])
})

test('what is missing is said as it is to be written', () => {
  const said = whyUnclassified('sager', [
    { name: 'sager.luk', unknown: ['id'] },
    { name: 'sager.se', unknown: ['sagId'] },
  ])
  expect(said).toContain("idOf: { 'sager.luk': RECORD }, fields: { sagId: RECORD }")
})
