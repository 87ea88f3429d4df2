import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { thread } from '#features/thread/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { aCafe, aNeed, aTheme, type GivenDay, type Guest, joins, sends, types } from '#kit/cafe.ts'
import { aNeighbour, anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { post, type Served, serveWorld } from '#kit/server.ts'
import { ask, type Person, refused, START, signedIn, trailOf, useWorld } from '#kit/world.ts'
import { capture, type NeedDetail } from './contract.ts'
import { isNarrow } from './rules.ts'

const here = useWorld()
let served: Served
let aastedet: GivenUnit
let bostoetten: GivenUnit
let signe: Person
let lise: Person
let emma: Person

beforeAll(async () => {
  aastedet = await aUnit(here.world, 'Åstedet')
  bostoetten = await aUnit(here.world, 'Bostøtten Nord')
  signe = await anEmployee(here.world, 'Signe', 'coordinator', { id: here.world.rootUnitId, name: 'Prøveby' })
  lise = await anEmployee(here.world, 'Lise', 'super-user', aastedet)
  emma = await anEmployee(here.world, 'Emma', 'unit-contact', aastedet)
  served = await serveWorld(here.world)
})
afterAll(() => served?.close())

const invited = () => [
  { unit: aastedet, group: 'residential' as const },
  { unit: bostoetten, group: 'home-support' as const },
]
const needOf = (id: Id, by = signe) => ask(by, capture.need, { id })
const merges = async (by: Person, into: Id, from: Id[], versions?: { into: number; from: number }) => {
  const parts = await Promise.all(
    from.map(async (id) => ({ mergeId: newId(), id, version: versions?.from ?? (await needOf(id)).version })),
  )
  const version = versions?.into ?? (await needOf(into)).version
  await ask(by, capture.merge, { id: into, version, from: parts, why: 'Det samme behov' })
  return parts.map(({ mergeId }) => mergeId)
}

type Table = { day: GivenDay; slips: Id[]; guests: Guest[] }
/** A closed vote: slips in one theme, and each guest's dots on them. */
async function aVote(dots: readonly (readonly number[])[], units: GivenUnit[]): Promise<Table> {
  const day = await aCafe(signe, invited())
  const slips: Id[] = []
  for (let at = 0; at < dots[0]!.length; at++) slips.push((await types(lise, day, aastedet, `Seddel ${at}`)).id)
  for (const [at, slip] of slips.entries()) await aTheme(lise, day, `Tema ${at}`, [slip])
  await ask(signe, capture.setVoting, { id: day.id, version: 1, voting: 'open' })
  const guests: Guest[] = []
  for (const [at, row] of dots.entries()) {
    const guest = await joins(served, day, units[at % units.length]!)
    await sends(guest, 'Min egen')
    guests.push(guest)
    for (const [place, count] of row.entries())
      if (count) await post(served, 'capture.dots', { token: guest.token, slipId: slips[place], dots: count })
  }
  await ask(signe, capture.setVoting, { id: day.id, version: 2, voting: 'closed' })
  return { day, slips, guests }
}
const dotsOf = (need: Pick<NeedDetail, 'voices'>) => need.voices.reduce((sum, { dots }) => sum + dots, 0)

test('capture.createNeed, capture.gather, capture.release: a slip is in one need, may be quoted in others, and the thread knows', async () => {
  const day = await aCafe(signe, invited())
  const [a, b] = [
    await types(lise, day, aastedet, 'Vi leder tre steder'),
    await types(lise, day, bostoetten, 'Vis kun det nye'),
  ]
  const calm = await aNeed(lise, 'Ro i overleveringen', [a.id])
  const night = await aNeed(signe, 'Natten er ikke blind')
  const why = await refused(signe, capture.gather, { id: night.id, version: 1, slipIds: [a.id], quoted: false })
  expect(why).toMatchObject({ code: 'capture.gathered-already', facts: { label: calm.label } })
  await ask(signe, capture.gather, { id: night.id, version: 1, slipIds: [a.id], quoted: true })
  await ask(signe, capture.gather, { id: calm.id, version: 1, slipIds: [b.id], quoted: false })
  expect((await needOf(calm.id)).slips).toBe(2)
  expect(await needOf(night.id)).toMatchObject({ slips: 0, gathered: [{ id: a.id, quoted: true }] })
  const seen = await ask(signe, thread.of, { kind: 'capture.slip', id: a.id, direction: 'affects' })
  expect(seen.knots.slice(1).map(({ title, depth }) => [title, depth])).toEqual([
    ['Ro i overleveringen', 1],
    ['Natten er ikke blind', 1],
  ])
  expect(seen.links.map(({ type }) => type).sort()).toEqual(['gathered-in', 'quoted-in'])
  await ask(signe, capture.release, { id: calm.id, version: 2, slipIds: [a.id] })
  expect((await needOf(calm.id)).gathered.map(({ id }) => id)).toEqual([b.id])
  expect((await refused(signe, capture.release, { id: calm.id, version: 3, slipIds: [a.id] })).code).toBe(
    'capture.not-gathered',
  )
  expect((await refused(emma, capture.gather, { id: calm.id, version: 3, slipIds: [a.id], quoted: false })).kind).toBe(
    'not-found',
  )
})

test('rule 1: merging and taking apart keeps votes by voter, counts nobody twice, and restores exactly', async () => {
  const { slips } = await aVote(
    [
      [3, 3, 0],
      [2, 0, 1],
      [0, 1, 3],
    ],
    [aastedet, bostoetten],
  )
  const [a, b, c] = [
    await aNeed(lise, 'A', [slips[0]!]),
    await aNeed(lise, 'B', [slips[1]!]),
    await aNeed(lise, 'C', [slips[2]!]),
  ]
  const before = await Promise.all([a, b, c].map(({ id }) => needOf(id)))
  expect(before.map(dotsOf)).toEqual([5, 4, 4])
  await ask(lise, capture.countDots, { id: b.id, group: 'day', dots: 2 })
  const [mergeB] = await merges(lise, a.id, [b.id])
  const merged = await needOf(a.id)
  // The first voter gave three to each: in one need that is three, not six. Paper dots are added as they hang.
  expect(merged.voices).toEqual([
    { group: 'residential', dots: 4 },
    { group: 'day', dots: 2 },
    { group: 'home-support', dots: 2 },
  ])
  expect(merged).toMatchObject({ slips: 2, merged: 1 })
  expect(merged.gathered.map(({ id, originId }) => [id, originId])).toEqual([
    [slips[0], a.id],
    [slips[1], b.id],
  ])
  await merges(lise, c.id, [a.id])
  expect(dotsOf(await needOf(c.id))).toBe(3 + 3 + 3 + 2)
  const [chain] = (await needOf(c.id)).merges.filter(({ fromId }) => fromId === a.id)
  await ask(signe, capture.unmerge, { mergeId: chain!.id, because: 'To forskellige ting' })
  await ask(signe, capture.unmerge, { mergeId: mergeB!, because: 'To forskellige ting' })
  expect((await refused(signe, capture.unmerge, { mergeId: mergeB!, because: 'Igen' })).code).toBe(
    'capture.unmerged-already',
  )
  await ask(lise, capture.countDots, { id: b.id, group: 'day', dots: 0 })
  const after = await Promise.all([a, b, c].map(({ id }) => needOf(id)))
  const plain = ({ id, title, text, state, slips, voices, merged, gathered, mergedIntoId, suspects }: NeedDetail) => ({
    id,
    title,
    text,
    state,
    slips,
    voices,
    merged,
    gathered,
    mergedIntoId,
    suspects,
  })
  expect(after.map(plain)).toEqual(before.map(plain))
  expect(after[0]!.merges[0]).toMatchObject({
    why: 'Det samme behov',
    mergedByName: 'Lise',
    undoneByName: 'Signe',
    undoneBecause: 'To forskellige ting',
  })
})

test('whatever is merged into whatever, every voter counts once and three at most', async () => {
  const cast = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }), {
    minLength: 3,
    maxLength: 3,
  })
  await fc.assert(
    fc.asyncProperty(cast, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 2 }), async (dots, order) => {
      const { slips } = await aVote(dots, [aastedet])
      const needs = await Promise.all(slips.map((slip, at) => aNeed(signe, `Behov ${at}`, [slip])))
      const [into, ...from] = order.map((at) => needs[at]!.id)
      await merges(signe, into!, from)
      const model = dots.reduce(
        (sum, row) =>
          sum +
          Math.min(
            3,
            order.reduce((own, at) => own + row[at]!, 0),
          ),
        0,
      )
      expect(dotsOf(await needOf(into!))).toBe(model)
    }),
    { numRuns: 8 },
  )
}, 60_000)

test('a slip that came twice is counted once, with what people voted on either', async () => {
  const { slips } = await aVote(
    [
      [2, 3],
      [1, 0],
    ],
    [aastedet],
  )
  await ask(signe, capture.sameAs, { id: slips[1]!, version: 1, ofId: slips[0]! })
  const need = await aNeed(signe, 'Talt én gang', [slips[0]!, slips[1]!])
  expect(await needOf(need.id)).toMatchObject({ slips: 1, voices: [{ group: 'residential', dots: 4 }] })
})

test('dots are told only of voting that has closed, and one kind of offer alone is called narrow', async () => {
  const { day, slips } = await aVote([[3], [3]], [bostoetten])
  const need = await aNeed(signe, 'Kun bostøtten', [slips[0]!])
  expect(isNarrow((await needOf(need.id)).voices)).toBe(true)
  await ask(signe, capture.setVoting, { id: day.id, version: 3, voting: 'open' })
  expect((await needOf(need.id)).voices).toEqual([])
})

test('two people merge the same needs at once: one does, the other is told, and nothing is half done', async () => {
  const [a, b] = [await aNeed(signe, 'Her'), await aNeed(signe, 'Der')]
  const both = await Promise.allSettled([
    merges(lise, a.id, [b.id], { into: 1, from: 1 }),
    merges(signe, b.id, [a.id], { into: 1, from: 1 }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const lost = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult
  expect(lost.reason).toMatchObject({ kind: 'stale' })
  const standing = [await needOf(a.id), await needOf(b.id)]
  expect(standing.filter(({ mergedIntoId }) => mergedIntoId !== null)).toHaveLength(1)
  expect(standing.find(({ mergedIntoId }) => mergedIntoId === null)!.merged).toBe(1)
})

test('what has been merged is changed where it went; not into itself, not into what is part of it', async () => {
  const [a, b] = [await aNeed(signe, 'Stor'), await aNeed(signe, 'Lille')]
  const own = { id: a.id, version: 1, from: [{ mergeId: newId(), id: a.id, version: 1 }], why: 'x' }
  expect((await refused(signe, capture.merge, own)).code).toBe('capture.merge-itself')
  await merges(signe, a.id, [b.id])
  const back = { id: b.id, version: 2, from: [{ mergeId: newId(), id: a.id, version: 2 }], why: 'x' }
  expect((await refused(signe, capture.merge, back)).code).toBe('capture.need-merged')
  const change = { id: b.id, version: 2, title: 'Ny', text: 'Ny', ownerId: null }
  expect((await refused(signe, capture.changeNeed, change)).code).toBe('capture.need-merged')
  expect((await ask(signe, capture.needs, {})).map(({ id }) => id)).not.toContain(b.id)
})

test('capture.protest, capture.answerProtest: a unit’s contact has five days, for a unit with a slip in it; the need opens again', async () => {
  const day = await aCafe(signe, invited())
  const [a, b] = [await types(lise, day, aastedet, 'Vores'), await types(lise, day, bostoetten, 'Deres')]
  const [ours, theirs] = [await aNeed(signe, 'Vores behov', [a.id]), await aNeed(signe, 'Deres behov', [b.id])]
  const object = (needId: Id, unitId = aastedet.id) => ({
    id: newId(),
    needId,
    unitId,
    words: 'Det er to forskellige ting',
  })
  expect((await refused(emma, capture.protest, object(ours.id))).code, 'nothing has been decided').toBe(
    'capture.protest-too-late',
  )
  await ask(signe, capture.setNeedState, { id: ours.id, version: 1, state: 'settled', reason: null })
  await merges(signe, theirs.id, [ours.id])
  expect((await needOf(theirs.id, emma)).mine).toEqual([{ id: aastedet.id, name: 'Åstedet' }])
  expect((await refused(emma, capture.protest, object(theirs.id, bostoetten.id))).kind).toBe('not-found')
  expect((await refused(lise, capture.protest, object(theirs.id))).kind).toBe('not-found')
  await ask(signe, capture.setNeedState, {
    id: theirs.id,
    version: (await needOf(theirs.id)).version,
    state: 'settled',
    reason: null,
  })
  here.world.clock.set('2026-03-15T13:59:00+01:00')
  const raised = object(theirs.id)
  await ask(await again(emma), capture.protest, raised)
  const seen = await needOf(theirs.id, await again(signe))
  expect(seen).toMatchObject({
    state: 'draft',
    protests: 1,
    raised: [{ unitName: 'Åstedet', raisedByName: 'Emma', answer: null }],
  })
  const loose = await ask(await again(signe), thread.loose, {})
  expect(loose.filter(({ rule }) => rule === 'capture.protest-unanswered').map(({ id }) => id)).toEqual([theirs.id])
  await ask(await again(signe), capture.answerProtest, { id: raised.id, answer: 'Vi skiller dem ad' })
  expect((await refused(await again(signe), capture.answerProtest, { id: raised.id, answer: 'Igen' })).code).toBe(
    'capture.answered-already',
  )
  here.world.clock.set('2026-03-20T14:00:01+01:00')
  expect((await refused(await again(emma), capture.protest, object(theirs.id))).code).toBe('capture.protest-too-late')
  here.world.clock.set(START)
})

const again = (person: Person) => signedIn(here.world, person.id, person.name)

test('capture.changeNeed: new words make the links around a need suspect; the same words do not', async () => {
  const day = await aCafe(signe, invited())
  const slip = await types(lise, day, aastedet, 'Et ord')
  const need = await aNeed(signe, 'Ordet', [slip.id])
  const same = await needOf(need.id)
  await ask(signe, capture.changeNeed, {
    id: need.id,
    version: 1,
    title: same.title,
    text: same.text,
    ownerId: lise.id,
  })
  expect((await needOf(need.id)).suspects).toBe(0)
  await ask(signe, capture.changeNeed, {
    id: need.id,
    version: 2,
    title: 'Ordet, rettet',
    text: same.text,
    ownerId: lise.id,
  })
  expect(await needOf(need.id)).toMatchObject({ suspects: 1, ownerName: 'Lise' })
  const [link] = (await ask(signe, thread.of, { kind: 'capture.need', id: need.id, direction: 'why' })).links
  expect(link!.changes).toMatchObject([{ end: 'to', what: 'text', said: 'titel', byName: 'Signe' }])
})

test('capture.fate, capture.withdraw: the receipt tells what became of the slip eight months later, and takes it back within fourteen days', async () => {
  const day = await aCafe(signe, invited())
  const guest = await joins(served, day, aastedet)
  const [kept, food, twice, gone] = [
    await sends(guest, 'Vi leder tre steder'),
    await sends(guest, 'Bestille mad?'),
    await sends(guest, 'Vi leder'),
    await sends(guest, 'Fortrudt'),
  ]
  const fate = async (code: string) => (await post(served, 'capture.fate', { code })).body
  expect(await fate(kept.receiptCode)).toMatchObject({
    state: 'new',
    text: 'Vi leder tre steder',
    steps: [],
    mayWithdraw: true,
  })
  const need = await aNeed(signe, 'Ro i overleveringen', [kept.id, gone.id])
  await ask(signe, capture.setAside, { id: food.id, version: 1, state: 'parked', reason: 'Kantinen har sit eget' })
  await ask(signe, capture.sameAs, { id: twice.id, version: 1, ofId: kept.id })
  expect((await post(served, 'capture.withdraw', { code: gone.receiptCode.toLowerCase() })).status).toBe(200)
  expect((await post(served, 'capture.withdraw', { code: gone.receiptCode })).body.code).toBe(
    'capture.withdrawn-already',
  )
  const told = await needOf(need.id)
  expect(told.slips, 'it still counts').toBe(2)
  expect(told.gathered.find(({ id }) => id === gone.id)!.text).toBeNull()
  here.world.clock.set('2026-11-10T14:00:00+01:00')
  const months = await fate(`${kept.receiptCode.slice(0, 4)}-${kept.receiptCode.slice(4)}`)
  expect(months).toMatchObject({
    state: 'gathered',
    mayWithdraw: false,
    steps: [{ kind: 'capture.need', title: 'Ro i overleveringen', state: 'draft' }],
  })
  expect(await fate(twice.receiptCode)).toMatchObject({
    text: 'Vi leder',
    state: 'gathered',
    steps: [{ title: 'Ro i overleveringen' }],
  })
  expect(await fate(food.receiptCode)).toMatchObject({ state: 'parked', reason: 'Kantinen har sit eget' })
  expect(await fate(gone.receiptCode)).toMatchObject({ withdrawn: true, text: null })
  expect((await post(served, 'capture.withdraw', { code: kept.receiptCode })).body.code).toBe(
    'capture.withdraw-too-late',
  )
  here.world.clock.set(START)
})

test('rule 17: each seeded loose end of the slips and needs is found, and nothing that is settled', async () => {
  const day = await aCafe(signe, invited())
  const [lost, placed] = [await types(lise, day, aastedet, 'Glemt'), await types(lise, day, aastedet, 'Husket')]
  const need = await aNeed(signe, 'Uden krav', [placed.id])
  await ask(signe, capture.setNeedState, { id: need.id, version: 1, state: 'settled', reason: null })
  const loose = await ask(signe, thread.loose, {})
  const rulesOf = (id: Id) =>
    loose
      .filter((one) => one.id === id)
      .map(({ rule }) => rule)
      .sort()
  expect(rulesOf(lost.id)).toEqual(['capture.slip-without-place'])
  expect(rulesOf(placed.id)).toEqual([])
  expect(rulesOf(need.id)).toEqual(['capture.need-without-owner', 'capture.need-without-requirement'])
  await ask(signe, capture.setNeedState, {
    id: need.id,
    version: 2,
    state: 'out-of-scope',
    reason: 'Ikke socialfagligt',
  })
  expect((await ask(signe, thread.loose, {})).filter(({ id }) => id === need.id)).toEqual([])
})

test('needs are told with those that wait for an answer first, and a neighbour municipality has none of them', async () => {
  const list = await ask(emma, capture.needs, {})
  const open = list.filter(({ state, covered }) => state !== 'out-of-scope' && !covered)
  expect(list.slice(0, open.length)).toEqual(open)
  expect(open.map(({ slips }) => slips)).toEqual(open.map(({ slips }) => slips).sort((a, b) => b - a))
  expect(JSON.stringify(list)).not.toContain('authorName')
  const neighbour = await aNeighbour(here.world)
  const nina = await anEmployee(neighbour, 'Nina', 'coordinator', { id: neighbour.rootUnitId, name: 'Naboby' })
  expect(await ask(nina, capture.needs, {})).toEqual([])
  expect((await refused(nina, capture.need, { id: list[0]!.id })).kind).toBe('not-found')
  expect((await trailOf(here.world, 'capture.merge')).some(({ outcome }) => outcome === 'refused')).toBe(true)
})
