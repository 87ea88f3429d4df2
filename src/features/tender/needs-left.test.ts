import { expect, test } from 'vitest'
import { capture } from '#features/capture/contract.ts'
import { requirements } from '#features/requirements/contract.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { aNeed } from '#kit/cafe.ts'
import { decides } from '#kit/decisions.ts'
import { aRequirement, inTheHall } from '#kit/requirements.ts'
import { aTender, connects, isPublished, tenderOf } from '#kit/tender.ts'
import { ask, type Person, refused, useWorld } from '#kit/world.ts'
import { tender } from './contract.ts'

const here = useWorld()
const codeOf = async (asking: Promise<{ code: string }>) => (await asking).code
const kindOf = (kind: string, id: Id) => ({ kind, id })

test('what people asked for is asked of bidders, or somebody says why not, before the set leaves the house', async () => {
  const { world } = here
  const signe = await inTheHall(world, 'Signe', 'coordinator')
  const [covered, merged, dropped, decided, left] = await Promise.all(
    ['Ro i overleveringen', 'Én overlevering', 'Vagtplan', 'Arbejdsdusør', 'Besked til nattevagten'].map((title) =>
      aNeed(signe, title),
    ),
  )
  const given = await aTender(world)
  world.clock.set(new Date(Date.parse(world.clock.now()) + 60_000).toISOString())
  const late = await aNeed(signe, 'Ønsket efter udgave 1.0')
  const kinds = ['capture.need', 'requirements.requirement'] as const
  const grounds = (need: Id, requirement: Id) =>
    connects(given.signe, 'grounds', kindOf(kinds[0], need), kindOf(kinds[1], requirement))
  const leftOf = async (by: Person) => (await tenderOf(by, given.id)).needsLeft.map(({ title }) => title)
  const set = () => ({ id: newId(), tenderId: given.id, annex: 'set' as const, format: 'zip' as const })
  const waiting = await leftOf(given.signe)
  expect(waiting).toContain('Besked til nattevagten')
  expect(waiting).not.toContain('Ønsket efter udgave 1.0')
  // Merged: the requirement that rests on a part answers the whole.
  await grounds(merged!.id, given.requirementIds[0]!)
  const versionOf = async (id: Id) => (await ask(signe, capture.need, { id })).version
  await ask(signe, capture.merge, {
    ...{ id: covered!.id, version: await versionOf(covered!.id), why: 'Det samme behov' },
    from: [{ mergeId: newId(), id: merged!.id, version: await versionOf(merged!.id) }],
  })
  // A requirement that was dropped stands for nothing.
  const gone = await aRequirement(given.spec, 'Vis vagtplanen')
  await grounds(dropped!.id, gone.id)
  await ask(given.signe, requirements.drop, { id: gone.id, version: 1, because: 'Løses af vagtplansystemet.' })
  await decides(given.signe, 'Arbejdsdusør bygges ikke', [kindOf(kinds[0], decided!.id)])
  expect(await leftOf(given.signe)).toEqual(expect.arrayContaining(['Vagtplan', 'Besked til nattevagten']))
  expect(await leftOf(given.signe)).not.toEqual(expect.arrayContaining(['Ro i overleveringen']))
  expect(await leftOf(given.signe)).not.toEqual(expect.arrayContaining(['Arbejdsdusør']))
  expect(await leftOf(given.panel[0]!)).toEqual([])
  expect(await codeOf(refused(given.signe, tender.makeMaterial, set()))).toBe('tender.needs-left')
  await expect(isPublished(given)).rejects.toMatchObject({ code: 'tender.needs-left' })
  for (const need of [dropped!, left!])
    await ask(signe, capture.setNeedState, {
      ...{ id: need.id, version: await versionOf(need.id), state: 'out-of-scope' as const },
      reason: 'Løses et andet sted.',
    })
  for (const { id } of (await tenderOf(given.signe, given.id)).needsLeft) await grounds(id, given.requirementIds[1]!)
  await ask(given.signe, tender.makeMaterial, set())
  const { version } = await tenderOf(given.rune, given.id)
  await ask(given.rune, tender.publish, { id: given.id, version, baselineId: given.baselineId })
  expect(await leftOf(given.signe)).toEqual([])
  expect(late.label).toMatch(/^N-/)
})
