import { beforeAll, expect } from 'vitest'
import { capture } from '#features/capture/contract.ts'
import { isNarrow } from '#features/capture/rules.ts'
import { thread } from '#features/thread/contract.ts'
import { hasEgebaek, readEgebaek, withEgebaek } from '#kit/egebaek.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { ask, groundOf, type Person, useWorld } from '#kit/world.ts'
import { groupOf } from './capture.ts'
import { CaptureInFile } from './file.ts'
import { loadRollout } from './load.ts'

const here = useWorld()
let signe: Person

const read = () => CaptureInFile.parse(readEgebaek())
const load = () =>
  loadRollout(
    { ground: groundOf(here.world), by: signe.by, tenantId: here.world.tenant.id },
    readEgebaek(),
    here.world.rootUnitId,
  )

beforeAll(async () => {
  if (!hasEgebaek) return
  for (const { name } of read().units) await aUnit(here.world, name)
  signe = await anEmployee(here.world, 'Signe', 'coordinator', { id: here.world.rootUnitId, name: 'Egebæk' })
  await load()
}, 240_000)

withEgebaek('the six days, their slips and the hours given to them come out as the file counts them', async () => {
  const file = read()
  const { days } = await ask(signe, capture.events, {})
  expect(days.map(({ label }) => label).sort()).toEqual(file.events.map(({ id }) => id))
  const slips = days.reduce((sum, day) => sum + day.slips, 0)
  const hours = days.reduce((sum, day) => sum + day.minutes, 0) / 60
  process.stdout.write(`  ${days.length} days, ${slips} slips, ${hours} staff hours\n`)
  expect([slips, hours]).toEqual([91, 534])
  expect(days.every(({ state, unplaced }) => state === 'answered' && unplaced === 0)).toBe(true)
  const states = (await Promise.all(days.map(({ id }) => ask(signe, capture.slips, { eventId: id })))).flat()
  const count = (state: string) => states.filter((slip) => (slip.needId ? 'gathered' : slip.state) === state).length
  expect(['gathered', 'parked', 'out-of-scope', 'rejected'].map(count)).toEqual([84, 3, 3, 1])
})

withEgebaek('thirty-one needs with their dots by kind of offer, and two that are narrow', async () => {
  const needs = await ask(signe, capture.needs, {})
  const dots = needs.map(({ label, slips, voices }) => ({
    label,
    slips,
    byGroup: Object.fromEntries(voices.map((voice) => [voice.group, voice.dots])),
  }))
  const inFile = read().needs.map(({ id, votes, contributions }) => ({
    label: id,
    slips: contributions.length,
    byGroup: Object.fromEntries(
      Object.entries(votes.byOfferType).map(([type, count]) => [groupOf[type as keyof typeof groupOf], count]),
    ),
  }))
  const total = needs.reduce((sum, { voices }) => sum + voices.reduce((own, voice) => own + voice.dots, 0), 0)
  process.stdout.write(`  ${needs.length} needs, ${total} dots\n`)
  expect(dots.sort((a, b) => a.label.localeCompare(b.label))).toEqual(inFile)
  expect(total).toBe(read().needs.reduce((sum, { votes }) => sum + votes.total, 0))
  expect(
    needs
      .filter(({ voices }) => isNarrow(voices))
      .map(({ label }) => label)
      .sort(),
  ).toEqual(['N-22', 'N-23'])
})

withEgebaek('a slip leads to its need, and a need back to its slips', async () => {
  const [found] = await ask(signe, thread.find, { words: 'B-001' })
  const forward = await ask(signe, thread.of, { kind: found!.kind, id: found!.id, direction: 'affects' })
  expect(forward.knots.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['B-001', 'N-01', 'K-001', 'D-013', 'G1']),
  )
  const back = await ask(signe, thread.of, { kind: 'capture.need', id: forward.knots[1]!.id, direction: 'why' })
  expect(
    back.knots
      .slice(1)
      .map(({ label }) => label)
      .sort(),
  ).toEqual(['B-001', 'B-002', 'B-003', 'B-004', 'B-065', 'B-066', 'B-067'])
})

withEgebaek('loaded again, nothing is there twice', async () => {
  await load()
  expect((await ask(signe, capture.events, {})).days).toHaveLength(6)
  expect(await ask(signe, capture.needs, {})).toHaveLength(31)
})
