import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { aCafe, aTheme, joins, sends, types } from '#kit/cafe.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { post, type Served, serveWorld } from '#kit/server.ts'
import { ask, type Person, refused, START, trailOf, useWorld, wait } from '#kit/world.ts'
import { capture } from './contract.ts'
import { newReceipt } from './rules.ts'

const here = useWorld()
let served: Served
let aastedet: GivenUnit
let bostoetten: GivenUnit
let signe: Person
let lise: Person
let omar: Person

beforeAll(async () => {
  aastedet = await aUnit(here.world, 'Åstedet')
  bostoetten = await aUnit(here.world, 'Bostøtten Nord')
  signe = await anEmployee(here.world, 'Signe', 'coordinator', { id: here.world.rootUnitId, name: 'Prøveby' })
  lise = await anEmployee(here.world, 'Lise', 'super-user', aastedet)
  omar = await anEmployee(here.world, 'Omar', 'night-worker', aastedet)
  served = await serveWorld(here.world)
})
afterAll(() => served?.close())
beforeEach(() => here.world.clock.set(START))

const both = () => [
  { unit: aastedet, group: 'residential' as const },
  { unit: bostoetten, group: 'home-support' as const },
]
const PIXEL = `data:image/png;base64,${Buffer.from('\x89PNG\r\n\x1a\nresten', 'latin1').toString('base64')}`

test('capture.createEvent, capture.events, capture.event: the coordinator plans a day; others see it, and may not change it', async () => {
  const day = await aCafe(signe, both(), { code: 'EGE01' })
  const [seen] = (await ask(omar, capture.events, {})).days
  expect(seen).toMatchObject({ id: day.id, label: 'E-1', slips: 0, permitted: [] })
  const detail = await ask(lise, capture.event, { id: day.id })
  expect(detail.permitted).toEqual(['sort'])
  expect(detail.units.map(({ name, offerGroup }) => [name, offerGroup])).toEqual([
    ['Bostøtten Nord', 'home-support'],
    ['Åstedet', 'residential'],
  ])
  const state = { id: day.id, version: 1, state: 'open' as const }
  expect((await refused(lise, capture.setState, state)).kind).toBe('not-found')
  await ask(signe, capture.setState, state)
  expect((await refused(signe, capture.setState, state)).kind).toBe('stale')
  expect((await trailOf(here.world, 'capture.setState')).map(({ outcome }) => outcome)).toEqual([
    'denied',
    'done',
    'refused',
  ])
})

test('two open days cannot have one code, an end before a start is refused, and a use-case day names its task', async () => {
  await aCafe(signe, both(), { code: 'SAMME' })
  await expect(aCafe(signe, both(), { code: 'SAMME' })).rejects.toMatchObject({ code: 'capture.code-taken' })
  const backwards = { opensAt: '2026-03-10T16:00:00+01:00', closesAt: '2026-03-10T13:00:00+01:00' }
  await expect(aCafe(signe, both(), backwards)).rejects.toMatchObject({ code: 'capture.times' })
  const day = await aCafe(signe, both())
  const { units, ...seen } = await ask(signe, capture.event, { id: day.id })
  const invited = units.map(({ unitId, offerGroup }) => ({ unitId, offerGroup }))
  const { title, venue, opensAt, closesAt, prompts, notice, joinCode, version } = seen
  const change = {
    id: day.id,
    version,
    title,
    venue,
    opensAt,
    closesAt,
    prompts,
    notice,
    joinCode,
    units: invited,
    task: null,
  }
  const why = await refused(signe, capture.changeEvent, { ...change, format: 'use-case' })
  expect(why.code).toBe('capture.task-missing')
  const strange = { ...change, format: 'cafe', units: [{ unitId: newId(), offerGroup: 'day' }] }
  expect((await refused(signe, capture.changeEvent, strange)).code).toBe('kernel.not-found')
  await ask(signe, capture.changeEvent, { ...change, format: 'cafe', title: 'Cafédag om natten' })
  expect((await ask(signe, capture.event, { id: day.id })).title).toBe('Cafédag om natten')
})

test('capture.join, capture.send: thirty-one phones from one address join in a minute and send a slip each', async () => {
  const day = await aCafe(signe, both())
  const before = Date.now()
  const guests = await Promise.all(Array.from({ length: 31 }, () => joins(served, day, aastedet)))
  const sent = await Promise.all(guests.map((guest, at) => sends(guest, `Seddel nummer ${at + 1}`)))
  expect(Date.now() - before, 'milliseconds').toBeLessThan(60_000)
  expect(sent.map(({ answered }) => answered.status)).toEqual(Array(31).fill(200))
  const slips = await ask(signe, capture.slips, { eventId: day.id })
  expect(slips).toHaveLength(31)
  expect(new Set(slips.map(({ label }) => label)).size, 'every slip has a number of its own').toBe(31)
  expect(slips[0]).toMatchObject({
    unitName: 'Åstedet',
    offerGroup: 'residential',
    authorRole: 'pædagog',
    source: 'phone',
  })
  expect((await ask(signe, capture.event, { id: day.id })).guests).toBe(31)
})

test('the limit is each telephone’s own: one that floods waits, the sixty others behind the same address do not', async () => {
  const day = await aCafe(signe, both())
  const eager = await joins(served, day)
  for (let at = 0; at < 12; at++) await sends(eager, `Hurtig ${at}`)
  const { answered } = await sends(eager, 'Én til')
  expect([answered.status, answered.body.code]).toEqual([429, 'capture.too-fast'])
  const calm = await Promise.all(Array.from({ length: 60 }, () => joins(served, day)))
  const sent = await Promise.all(calm.map((guest) => sends(guest, 'Rolig')))
  expect(sent.filter((one) => one.answered.status === 200)).toHaveLength(60)
  here.world.clock.set('2026-03-10T14:01:01+01:00')
  expect((await sends(eager, 'Nu igen')).answered.status).toBe(200)
})

test('a slip sent twice is one slip with one receipt, also when both come at once', async () => {
  const day = await aCafe(signe, both())
  const guest = await joins(served, day)
  const [id, receiptCode] = [newId(), newReceipt()]
  const tries = await Promise.all([1, 2, 3].map(() => sends(guest, 'Kun én gang', { id, receiptCode })))
  expect(tries.map(({ answered }) => answered.body)).toEqual(Array(3).fill({ id, receiptCode }))
  expect(await ask(signe, capture.slips, { eventId: day.id })).toHaveLength(1)
})

test('numbers are never taken, names are asked about, and the sentence says what to do', async () => {
  const guest = await joins(served, await aCafe(signe, both()))
  const number = (await sends(guest, 'Borger 010190-1234 falder ofte', { namesSeen: true })).answered
  expect(number.body).toMatchObject({ code: 'capture.number-in-text', da: expect.stringContaining('CPR-nummer') })
  const name = (await sends(guest, 'Vi glemte Jens Bak i bussen')).answered
  expect(name.body).toMatchObject({ code: 'capture.name-in-text', faults: [{ field: 'text' }] })
  expect((await sends(guest, 'Vi glemte Jens Bak i bussen', { namesSeen: true })).answered.status).toBe(200)
  expect((await sends(guest, 'Fra Bostøtten Nord til Åstedet')).answered.status).toBe(200)
})

test('capture.board: a guest sees the open day and nothing else, and no other guest’s words', async () => {
  const day = await aCafe(signe, both())
  const guest = await joins(served, day, aastedet)
  await sends(await joins(served, day), 'Andres ord')
  const { body } = await post(served, 'capture.board', { token: guest.token })
  expect(body).toMatchObject({ title: 'Cafédag: Bo og nat', voting: 'none', themes: [] })
  expect(JSON.stringify(body)).not.toContain('Andres ord')
  const bearer = { authorization: `Bearer ${guest.token}` }
  for (const [name, input] of [
    ['capture.slips', { eventId: day.id }],
    ['capture.needs', {}],
    ['org.myUnits', {}],
  ] as const)
    expect([name, (await post(served, name, input, bearer)).status]).toEqual([name, 401])
  await ask(signe, capture.setState, { id: day.id, version: 1, state: 'open' })
  await ask(signe, capture.setState, { id: day.id, version: 2, state: 'closed' })
  expect((await post(served, 'capture.board', { token: guest.token })).body.code).toBe('capture.day-over')
  expect((await post(served, 'capture.board', { token: 'A'.repeat(43) })).body.code).toBe('capture.day-over')
})

test('what a phone kept without coverage comes in after the day, with the time it was written', async () => {
  const day = await aCafe(signe, both())
  const guest = await joins(served, day, aastedet)
  here.world.clock.set('2026-03-10T20:00:00+01:00')
  expect((await sends(guest, 'Fra kælderen', { writtenAt: '2026-03-10T13:30:00Z' })).answered.status).toBe(200)
  expect((await sends(guest, 'Uret går galt', { writtenAt: '2019-01-01T00:00:00Z' })).answered.status).toBe(200)
  const [first, second] = await ask(await again(signe), capture.slips, { eventId: day.id })
  expect(Date.parse(first!.writtenAt)).toBe(Date.parse('2026-03-10T13:30:00Z'))
  expect(Date.parse(second!.writtenAt)).toBe(Date.parse('2026-03-10T20:00:00+01:00'))
  here.world.clock.set('2026-03-11T16:00:01+01:00')
  expect((await sends(guest, 'For sent')).answered.body.code).toBe('capture.day-over')
})

/** Sessions end at night; the same person signs in again. */
async function again(person: Person): Promise<Person> {
  const { signedIn } = await import('#kit/world.ts')
  return signedIn(here.world, person.id, person.name)
}

test('capture.typeSlip, capture.photo, capture.correctSlip: paper counts as phones do; a photograph is typed once, and nobody’s words are rewritten', async () => {
  const day = await aCafe(signe, both())
  const typed = await types(lise, day, aastedet, 'Giv os en liste over natten')
  const photographed = {
    id: newId(),
    eventId: day.id,
    receiptCode: newReceipt(),
    unitId: null,
    authorRole: null,
    authorName: null,
    kind: 'need' as const,
    text: null,
    photo: PIXEL,
    source: 'paper' as const,
    namesSeen: false,
  }
  await ask(lise, capture.typeSlip, photographed)
  const broken = { ...photographed, id: newId(), receiptCode: newReceipt(), photo: 'data:image/png;base64,aGVq' }
  expect((await refused(lise, capture.typeSlip, broken)).code).toBe('capture.photo-kind')
  const empty = { ...photographed, id: newId(), receiptCode: newReceipt(), photo: null }
  expect((await refused(lise, capture.typeSlip, empty)).code).toBe('capture.says-nothing')
  expect((await ask(lise, capture.photo, { id: photographed.id })).photo).toBe(PIXEL)
  expect((await refused(omar, capture.photo, { id: photographed.id })).kind).toBe('not-found')
  const [one, two] = await ask(signe, capture.slips, { eventId: day.id })
  expect([one!.source, two!.source, two!.text]).toEqual(['paper', 'paper', null])
  const read = { authorRole: 'nattevagt', kind: 'problem' as const, namesSeen: false, unitId: bostoetten.id }
  await ask(lise, capture.correctSlip, { id: two!.id, version: 1, text: 'Fem koder på en lap papir', ...read })
  const why = await refused(lise, capture.correctSlip, { id: typed.id, version: 1, text: 'Noget andet', ...read })
  expect(why.code).toBe('capture.words-not-yours')
  await ask(lise, capture.correctSlip, { id: typed.id, version: 1, text: 'Giv os en liste over natten', ...read })
  const moved = await ask(signe, capture.slips, { eventId: day.id })
  expect(moved.map(({ unitName, text }) => [unitName, text])).toEqual([
    ['Bostøtten Nord', 'Giv os en liste over natten'],
    ['Bostøtten Nord', 'Fem koder på en lap papir'],
  ])
})

test('capture.hide, capture.setAside, capture.sameAs: nothing goes away without a reason, and one slip that came twice counts once', async () => {
  const day = await aCafe(signe, both())
  const [rude, food, first, second] = await Promise.all(
    ['Grimt ord', 'Kan systemet bestille mad?', 'Vi leder tre steder', 'Vi leder tre steder!'].map((text) =>
      types(lise, day, aastedet, text),
    ),
  )
  await ask(lise, capture.hide, { id: rude!.id, version: 1, because: 'Om en kollega' })
  const aside = { id: food!.id, version: 1, state: 'out-of-scope' as const }
  expect((await refused(lise, capture.setAside, { ...aside, reason: null })).code).toBe('capture.reason-missing')
  await ask(lise, capture.setAside, { ...aside, reason: 'Kantinen har sit eget system' })
  await ask(lise, capture.sameAs, { id: second!.id, version: 1, ofId: first!.id })
  expect((await refused(lise, capture.sameAs, { id: first!.id, version: 1, ofId: second!.id })).code).toBe(
    'capture.duplicate-of-duplicate',
  )
  expect((await ask(signe, capture.event, { id: day.id })).slips).toBe(3)
  expect((await ask(signe, capture.event, { id: day.id })).unplaced).toBe(1)
  const wall = await ask(omar, capture.wall, { id: day.id })
  expect(wall.slips.map(({ text }) => text).sort()).toEqual(['Kan systemet bestille mad?', 'Vi leder tre steder'])
  const hidden = (await ask(signe, capture.slips, { eventId: day.id })).find(({ id }) => id === rude!.id)
  expect(hidden).toMatchObject({ text: null, hiddenBecause: 'Om en kollega' })
  await ask(lise, capture.hide, { id: rude!.id, version: 2, because: null })
  expect((await ask(omar, capture.wall, { id: day.id })).slips).toHaveLength(3)
})

test('capture.saveTheme, capture.sort, capture.setVoting, capture.dots: three dots in each theme, no count before it closes', async () => {
  const day = await aCafe(signe, both())
  const [emma, bo] = [await joins(served, day, aastedet), await joins(served, day, bostoetten)]
  const slips = await Promise.all(['Ét', 'To', 'Tre'].map((text) => sends(emma, text)))
  await sends(bo, 'Fire')
  const vote = (guest: typeof emma, slipId: string, dots: number) =>
    post(served, 'capture.dots', { token: guest.token, slipId, dots })
  expect((await refused(signe, capture.setVoting, { id: day.id, version: 1, voting: 'open' })).code).toBe(
    'capture.no-themes',
  )
  const theme = await aTheme(lise, day, 'Overlevering', [slips[0]!.id, slips[1]!.id])
  const other = await aTheme(lise, day, 'Natten', [slips[2]!.id])
  expect((await vote(emma, slips[0]!.id, 1)).body.code).toBe('capture.voting-not-open')
  await ask(signe, capture.setVoting, { id: day.id, version: 1, voting: 'open' })
  expect((await vote(emma, slips[0]!.id, 2)).body).toEqual({ slipId: slips[0]!.id, dots: 2, left: 1 })
  expect((await vote(emma, slips[1]!.id, 2)).body.code).toBe('capture.dots-spent')
  expect((await vote(emma, slips[1]!.id, 1)).body.left).toBe(0)
  expect((await vote(emma, slips[2]!.id, 3)).body.left).toBe(0)
  const rush = await Promise.all([vote(bo, slips[0]!.id, 3), vote(bo, slips[1]!.id, 3)])
  expect(rush.map(({ status }) => status).sort()).toEqual([200, 409])
  const shown = (await post(served, 'capture.board', { token: emma.token })).body as {
    themes: { name: string; slips: { mine: number }[] }[]
  }
  expect(shown.themes.map(({ name, slips }) => [name, slips.map(({ mine }) => mine).sort()]).sort()).toEqual([
    ['Natten', [3]],
    ['Overlevering', [1, 2]],
  ])
  expect(JSON.stringify(await ask(signe, capture.wall, { id: day.id })), 'nobody sees a count').not.toMatch(/"dots":\d/)
  expect((await ask(signe, capture.slips, { eventId: day.id })).every(({ dots }) => dots === null)).toBe(true)
  await ask(signe, capture.setVoting, { id: day.id, version: 2, voting: 'closed' })
  expect((await ask(signe, capture.wall, { id: day.id })).slips.reduce((sum, { dots }) => sum + dots!, 0)).toBe(9)
  expect((await vote(emma, slips[0]!.id, 0)).body.code).toBe('capture.voting-not-open')
  // Worked through while people vote again: it closes, and is not opened any more.
  await ask(signe, capture.setVoting, { id: day.id, version: 3, voting: 'open' })
  for (const [at, { id, version }] of (await ask(signe, capture.slips, { eventId: day.id })).entries())
    await ask(lise, capture.setAside, { id, version, state: 'parked', reason: `Senere ${at}` })
  for (const state of ['open', 'closed', 'processed'] as const) {
    const { version, state: now } = await ask(signe, capture.event, { id: day.id })
    if (now !== state) await ask(signe, capture.setState, { id: day.id, version, state })
  }
  const done = await ask(signe, capture.event, { id: day.id })
  expect([done.state, done.voting]).toEqual(['processed', 'closed'])
  expect((await vote(emma, slips[0]!.id, 0)).body.code).toBe('capture.voting-not-open')
  const again = { id: day.id, version: done.version, voting: 'open' }
  expect((await refused(signe, capture.setVoting, again)).code).toBe('capture.voting-over')
  await ask(lise, capture.removeTheme, { id: other })
  expect((await ask(signe, capture.event, { id: day.id })).themes.map(({ id }) => id)).toEqual([theme])
  expect(
    (await ask(signe, capture.slips, { eventId: day.id })).find(({ id }) => id === slips[2]!.id)!.themeId,
  ).toBeNull()
})

test('a guest of one day can neither vote on nor send to another', async () => {
  const [one, two] = [await aCafe(signe, both()), await aCafe(signe, both())]
  const guest = await joins(served, one, aastedet)
  const there = await sends(await joins(served, two), 'På den anden dag')
  await aTheme(lise, two, 'Tema', [there.id])
  await aTheme(lise, one, 'Tema', [(await sends(guest, 'Her')).id])
  await ask(signe, capture.setVoting, { id: one.id, version: 1, voting: 'open' })
  const voted = await post(served, 'capture.dots', { token: guest.token, slipId: there.id, dots: 1 })
  expect(voted.body.code).toBe('kernel.not-found')
  const stolen = await sends(guest, 'Samme id', { id: there.id })
  expect(stolen.answered.status).not.toBe(200)
})

test('capture.countAttendance: hours are people times minutes; a new count takes the place of the old', async () => {
  const day = await aCafe(signe, both())
  const count = (version: number, people: number) =>
    ask(signe, capture.countAttendance, {
      id: day.id,
      version,
      rows: [{ id: newId(), unitId: aastedet.id, role: 'pædagog', people, minutes: 180 }],
    })
  await count(1, 30)
  await count(2, 31)
  expect((await ask(signe, capture.event, { id: day.id })).minutes).toBe(31 * 180)
})

test('a slip that lands is told live, by place and without words', async () => {
  const day = await aCafe(signe, both())
  const response = await fetch(`${served.url}/api/live`, { headers: { cookie: await cookieFor(signe) } })
  const reader = response.body!.getReader()
  const heard: string[] = []
  void (async () => {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      heard.push(Buffer.from(value).toString())
    }
  })()
  await wait(100)
  await sends(await joins(served, day), 'Lander på væggen')
  for (let at = 0; at < 40 && !heard.join('').includes('capture'); at++) await wait(50)
  await reader.cancel()
  expect(heard.join('')).toContain(`"topic":"capture","place":"${here.world.rootUnitId}"`)
  expect(heard.join('')).not.toContain('Lander')
})

async function cookieFor(person: Person): Promise<string> {
  const { openSession } = await import('#kernel/server/sessions.ts')
  const { token } = await openSession(here.world.db, here.world.clock, person.id, 'demo')
  return `rt_session=${token}`
}

test('unknown codes are counted by where they come from, and guessing has to wait', async () => {
  const day = await aCafe(signe, both())
  const tries = await Promise.all(
    Array.from({ length: 120 }, (_, at) => post(served, 'capture.join', { code: `ZZ${1000 + at}` })),
  )
  expect(new Set(tries.map(({ body }) => body.code))).toEqual(new Set(['capture.unknown-code']))
  expect((await post(served, 'capture.join', { code: day.code })).status).toBe(429)
  expect((await post(served, 'capture.fate', { code: 'ABCD2345' })).status).toBe(429)
  const trail = await here.world.db.all<{ about: string }>(
    sql`select about::text from kernel.audit where tenant_id = kernel.here() and code = 'capture.unknown-code'`,
  )
  expect(JSON.stringify(trail)).not.toMatch(/127\.0\.0\.1|ZZ1000/)
  here.world.clock.set('2026-03-10T14:10:01+01:00')
  expect((await post(served, 'capture.join', { code: day.code.toLowerCase() })).status).toBe(200)
})
