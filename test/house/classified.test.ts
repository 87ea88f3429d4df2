import { expect, test } from 'vitest'
import { useCases } from '#app/use-cases.ts'
import { roles } from '#features/org/roles.ts'
import { standingClock } from '#kernel/server/clock.ts'
import { allProbes, Inputs, scopesOf, whyUnclassified } from '#kit/probe.ts'

/** What the matrix of access (src/app/access-matrix.test.ts) must know of an endpoint to try it under every role and relation. */
test('of every endpoint it is known which records it names and how far a right must reach', async () => {
  const probes = await allProbes()
  const inputs = new Inputs(probes, standingClock('2026-03-10T14:00:00+01:00'))
  const said = scopesOf(probes)
  const walled = useCases.filter(({ kind }) => kind !== 'door')
  const why = walled
    .filter(({ contract }) => !said.has(contract.name))
    .map((useCase) => whyUnclassified(inputs, useCase, !roles.some((role) => useCase.gate.right.roles.includes(role))))
  expect(why.filter(Boolean)).toEqual([])
  const names = new Set(useCases.map(({ contract }) => contract.name))
  expect(
    [...said.keys()].filter((name) => !names.has(name)),
    'stand in test/probes and are no endpoints',
  ).toEqual([])
})
