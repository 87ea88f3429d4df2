import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useCases } from '#app/use-cases.ts'
import { citizens } from '#features/citizens/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { corrects, takesOver, withdraws, writes } from '#kit/notes.ts'
import { ask, type Person, refused, START, useWorld } from '#kit/world.ts'
import { journal } from './contract.ts'

const here = useWorld()
let house: GivenUnit
let jens: GivenCitizen
let lis: GivenCitizen
let mette: Person
let jonas: Person
let nadia: Person

beforeEach(async () => {
  const { world } = here
  world.clock.set(START)
  house = await aUnit(world, `Huset ${newId().slice(-6)}`)
  jens = await aCitizen(world, 'Jens Brandt', house)
  lis = await aCitizen(world, 'Lis Holm', house)
  mette = await anEmployee(world, 'Mette', 'unit-leader', house)
  jonas = await anEmployee(world, 'Jonas', 'support-worker', house)
  nadia = await anEmployee(world, 'Nadia', 'night-worker', house)
})

const sees = (by: Person, more = {}) => ask(by, journal.handover, { unitId: house.id, ...more })
const newOnes = async (by: Person, more = {}) =>
  (await sees(by, more)).notes.filter(({ isNew }) => isNew).map(({ text }) => text)
const hours = (count: number) => here.world.clock.set(new Date(Date.parse(START) + count * 3_600_000).toISOString())
/** A session outlives an hour only by use; the story skips that. */
const staySignedIn = () => here.world.owner.query(`update kernel.session set expires_at = '2027-01-01'`)

describe('siden sidst', () => {
  test('the first time the last day is new; after taking over nothing is, until somebody writes', async () => {
    await staySignedIn()
    await writes(jonas, house, jens, 'Forrige uges nyt')
    hours(30)
    await writes(jonas, house, jens, 'Faldt på badeværelset', { important: true, happenedAt: '2026-01-01T10:00:00Z' })
    await writes(jonas, house, null, 'Vasketøj skal hentes')
    const first = await sees(nadia)
    expect(first.since).toBeNull()
    expect(first.notes.map(({ text, isNew, read }) => [text, isNew, read])).toEqual([
      ['Faldt på badeværelset', true, false],
      ['Vasketøj skal hentes', true, false],
    ])
    await ask(nadia, journal.markRead, { noteIds: first.notes.map(({ id }) => id) })
    const { takenAt } = await ask(nadia, journal.takeOver, { id: newId(), unitId: house.id, cursor: first.cursor })
    expect(await sees(nadia)).toMatchObject({ since: takenAt, notes: [], more: 0 })
    await writes(mette, house, lis, 'Ringede til lægen')
    expect(await newOnes(nadia)).toEqual(['Ringede til lægen'])
    expect(await newOnes(mette)).toContain('Ringede til lægen')
  })

  test('what was written while I read is new the next time', async () => {
    const shown = await sees(nadia)
    await writes(jonas, house, jens, 'Skrevet imens')
    await ask(nadia, journal.takeOver, { id: newId(), unitId: house.id, cursor: shown.cursor })
    expect(await newOnes(nadia)).toEqual(['Skrevet imens'])
  })

  test('a correction and a withdrawal of an old note are news; a corrected note is unread again', async () => {
    const pill = await writes(jonas, house, jens, 'Fik 2 piller', { important: true })
    const wrong = await writes(jonas, house, jens, 'Om en helt anden')
    await ask(nadia, journal.markRead, { noteIds: [pill.id, wrong.id] })
    await takesOver(nadia, house)
    expect((await sees(nadia)).notes).toEqual([])
    hours(0.5)
    await corrects(jonas, pill.id, 1, 'Fik 1 pille', { important: true })
    await withdraws(jonas, wrong.id)
    const { notes } = await sees(nadia)
    expect(notes.map(({ text, isNew, read, withdrawn }) => [text, isNew, read, withdrawn !== null])).toEqual([
      ['Fik 1 pille', true, false, false],
      ['', true, true, true],
    ])
    await ask(nadia, journal.markRead, { noteIds: [pill.id] })
    await ask(nadia, journal.markRead, { noteIds: [pill.id] })
    expect((await sees(nadia)).notes.find(({ id }) => id === pill.id)!.read).toBe(true)
  })

  test('an important note I have not read waits, also when it is no longer new; my own I have read', async () => {
    await writes(jonas, house, jens, 'Ny medicin', { important: true })
    await takesOver(nadia, house)
    expect((await sees(nadia)).notes).toMatchObject([{ text: 'Ny medicin', isNew: false, read: false }])
    await takesOver(jonas, house)
    expect((await sees(jonas)).notes).toEqual([])
  })

  test('a reading of one person is nobody else’s', async () => {
    const { id } = await writes(jonas, house, jens, 'Læst af én', { important: true })
    await ask(nadia, journal.markRead, { noteIds: [id] })
    expect((await sees(mette)).notes.find((note) => note.id === id)!.read).toBe(false)
  })

  test('after a week away: the last day shows all of that day, and what is important however old; the rest is a count', async () => {
    await staySignedIn()
    await takesOver(nadia, house)
    hours(1)
    await writes(jonas, house, jens, 'Hverdag i mandags')
    await writes(jonas, house, lis, 'Vigtigt i mandags', { important: true })
    hours(7 * 24)
    await writes(jonas, house, jens, 'Hverdag i dag')
    const all = await sees(nadia)
    expect(all.notes.map(({ text }) => text)).toEqual(['Vigtigt i mandags', 'Hverdag i dag', 'Hverdag i mandags'])
    const day = await sees(nadia, { from: 'day' })
    expect([day.notes.map(({ text }) => text), day.more]).toEqual([['Vigtigt i mandags', 'Hverdag i dag'], 1])
  })

  test('a very long list ends at 400, important first, and says how many more there are', async () => {
    await writes(jonas, house, jens, 'Vigtigt', { important: true, happenedAt: '2026-03-09T15:00:00+01:00' })
    await here.world.owner.query(
      `insert into journal.note (tenant_id, id, unit_id, citizen_id, kind, happened_at, written_at, author_id, author_name, text)
      select $1, gen_random_uuid(), $2, $3, 'diary', $4, $4, $5, 'Jonas', 'Nummer ' || i from generate_series(1, 449) i`,
      [here.world.tenant.id, house.id, jens.id, here.world.clock.now(), jonas.id],
    )
    const { notes, more } = await sees(nadia)
    expect([notes.length, notes[0]!.text, more]).toEqual([400, 'Vigtigt', 50])
  })

  test('only mine: my own citizens and what is about nobody; by day also those who came', async () => {
    const club = await aUnit(here.world, `Værestedet ${newId().slice(-6)}`, { roundTheClock: false })
    const [ada, ib, kim] = await Promise.all(
      ['Ada Kær', 'Ib Lund', 'Kim Toft'].map((name) => aCitizen(here.world, name, club, { kind: 'day' })),
    )
    const oda = await anEmployee(here.world, 'Oda', 'support-worker', club)
    const { owner, tenant, clock } = here.world
    await owner.query(
      `insert into citizens.contact_person (tenant_id, id, citizen_id, unit_id, employee_id, from_on) values ($1, $2, $3, $4, $5, '2026-01-01')`,
      [tenant.id, newId(), ada!.id, club.id, oda.id],
    )
    await owner.query(
      `insert into stays.attendance (tenant_id, citizen_id, unit_id, day, here, marked_by, marked_at) values ($1, $2, $3, '2026-03-10', true, $4, $5), ($1, $6, $3, '2026-03-10', false, $4, $5)`,
      [tenant.id, ib!.id, club.id, oda.id, clock.now(), kim!.id],
    )
    for (const [citizen, text] of [
      [ada, 'Ada'],
      [ib, 'Ib'],
      [kim, 'Kim'],
      [null, 'Alle'],
    ] as const)
      await writes(oda, club, citizen ?? null, text)
    const texts = async (mineOnly: boolean) =>
      (await ask(oda, journal.handover, { unitId: club.id, mineOnly })).notes.map(({ text }) => text).sort()
    expect(await texts(true)).toEqual(['Ada', 'Alle', 'Ib'])
    expect(await texts(false)).toEqual(['Ada', 'Alle', 'Ib', 'Kim'])
  })

  test('moves and warnings since then stand beside it', async () => {
    await ask(jonas, citizens.warn, {
      id: newId(),
      citizenId: jens.id,
      unitId: house.id,
      kind: 'fall',
      text: 'Faldrisiko',
      reviewOn: '2026-04-10',
    }).catch(() =>
      here.world.owner.query(
        `insert into citizens.warning (tenant_id, id, citizen_id, unit_id, kind, text, author_id, author_name, written_at, review_on)
        values ($1, $2, $3, $4, 'fall', 'Faldrisiko', $5, 'Jonas', $6, '2026-04-10')`,
        [here.world.tenant.id, newId(), jens.id, house.id, jonas.id, here.world.clock.now()],
      ),
    )
    await aCitizen(here.world, 'Ny Beboer', house, { from: '2026-03-10' })
    const { changes } = await sees(nadia)
    expect(changes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['warned', 'moved-in']))
  })
})

describe('nothing is missed', () => {
  let slow: pg.Client
  beforeEach(async () => {
    slow = new pg.Client({ connectionString: here.world.house.url })
    await slow.connect()
  })
  afterEach(() => slow.end())
  const insert = (client: pg.Client, text: string) =>
    client.query(
      `insert into journal.note (tenant_id, id, unit_id, citizen_id, kind, happened_at, written_at, author_id, author_name, text)
      values ($1, $2, $3, $4, 'diary', $5, $5, $6, 'Jonas', $7)`,
      [here.world.tenant.id, newId(), house.id, jens.id, '2026-03-10T12:00:00Z', jonas.id, text],
    )

  test('a note whose transaction began first and ended last is new after the takeover in between', async () => {
    await slow.query('begin')
    await insert(slow, 'Langsom')
    await writes(jonas, house, jens, 'Hurtig')
    expect(await newOnes(nadia)).toEqual(['Hurtig'])
    await takesOver(nadia, house)
    await slow.query('commit')
    expect(await newOnes(nadia)).toEqual(['Langsom'])
    await takesOver(nadia, house)
    expect(await newOnes(nadia)).toEqual([])
  })

  test('a long import hides nobody’s notes, and its own are new when it is done', async () => {
    await slow.query('begin')
    await insert(slow, 'Importeret 1')
    for (let i = 0; i < 3; i++) {
      await writes(jonas, house, jens, `Imens ${i}`)
      expect(await newOnes(nadia)).toEqual([`Imens ${i}`])
      await takesOver(nadia, house)
    }
    await insert(slow, 'Importeret 2')
    await slow.query('commit')
    expect((await newOnes(nadia)).sort()).toEqual(['Importeret 1', 'Importeret 2'])
  })

  test('a rolled back note is never shown', async () => {
    await slow.query('begin')
    await insert(slow, 'Fortrudt')
    await takesOver(nadia, house)
    await slow.query('rollback')
    expect(await newOnes(nadia)).toEqual([])
  })

  test('after a restore into another cluster the old cursor still holds: what was seen is old, what comes is new', async () => {
    await writes(jonas, house, jens, 'Før genskabelsen')
    await takesOver(nadia, house)
    const { owner } = here.world
    await owner.query(
      `insert into kernel.era (number, system_identifier) select max(number) + 1, 'et andet anlæg' from kernel.era`,
    )
    try {
      expect(await newOnes(nadia)).toEqual([])
      await writes(jonas, house, jens, 'Efter genskabelsen')
      expect(await newOnes(nadia)).toEqual(['Efter genskabelsen'])
      await takesOver(nadia, house)
      expect(await newOnes(nadia)).toEqual([])
    } finally {
      await owner.query('delete from kernel.era where number > 1')
    }
  })

  test.each([
    ['from the future', { era: 1, seen: '900000000:900000000:' }],
    ['of a later era', { era: 7, seen: '1:1:' }],
    ['turned around', { era: 1, seen: '20:10:' }],
    ['with runners outside it', { era: 1, seen: '10:20:30' }],
    ['beyond all numbers', { era: 1, seen: '99999999999999999999:99999999999999999999:' }],
    ['with a hole in it', { era: 1, seen: '10:20:11,,12' }],
  ])('a cursor %s is refused', async (_, cursor) => {
    const problem = await refused(nadia, journal.takeOver, { id: newId(), unitId: house.id, cursor })
    expect([problem.code, problem.faults[0]?.field]).toEqual(['journal.cursor-unknown', 'cursor'])
  })
})

describe('reminders', () => {
  const remind = (text: string, expiresAt: string, more = {}) =>
    ask(jonas, journal.remind, { id: newId(), unitId: house.id, citizenId: jens.id, text, expiresAt, ...more })

  test('stand in the handover until they expire by themselves or are done', async () => {
    await remind('Giv Jens avisen', '2026-03-10T20:00:00+01:00')
    const done = await remind('Ring til mor', '2026-03-11T20:00:00+01:00')
    expect((await sees(nadia)).reminders.map(({ text }) => text)).toEqual(['Giv Jens avisen', 'Ring til mor'])
    await ask(nadia, journal.endReminder, { id: done.id, version: 1 })
    expect(await refused(nadia, journal.endReminder, { id: done.id, version: 1 })).toMatchObject({ kind: 'stale' })
    expect(await refused(nadia, journal.endReminder, { id: done.id, version: 2 })).toMatchObject({
      code: 'journal.reminder-done',
    })
    await staySignedIn()
    hours(7)
    expect((await sees(nadia)).reminders).toEqual([])
  })

  test('one in the past or for two months is refused', async () => {
    const problem = (expiresAt: string) =>
      refused(jonas, journal.remind, { id: newId(), unitId: house.id, citizenId: null, text: 'Husk', expiresAt })
    expect((await problem(START)).code).toBe('journal.reminder-over')
    expect(await problem('2026-05-10T00:00:00Z')).toMatchObject({
      code: 'journal.reminder-too-long',
      facts: { days: 31 },
    })
  })
})

test('a handover is one statement', async () => {
  const useCase = useCases.find(({ contract }) => contract.name === 'journal.handover')!
  expect(useCase.kind).toBe('query')
  expect((await here.world.owner.query('select count(*)::int as n from kernel.era')).rows).toEqual([{ n: 1 }])
})
