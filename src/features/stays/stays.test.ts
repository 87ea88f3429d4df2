import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { citizens } from '#features/citizens/contract.ts'
import { warningChanges } from '#features/citizens/server/index.ts'
import { addDays } from '#kernel/lang/day.ts'
import { sql, statement } from '#kernel/server/sql.ts'
import { aCard, aCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { ask, newId, type Person, refused, useWorld } from '#kit/world.ts'
import { stays } from './contract.ts'
import { isOpenOn, overlap, type Period } from './rules.ts'
import { stayChanges } from './server/index.ts'

const here = useWorld()
const TODAY = '2026-03-10'

async function aHouse(name: string): Promise<{ unit: GivenUnit; mette: Person; jonas: Person }> {
  const unit = await aUnit(here.world, name)
  const mette = await anEmployee(here.world, 'Mette', 'unit-leader', unit)
  return { unit, mette, jonas: await anEmployee(here.world, 'Jonas', 'support-worker', unit) }
}

const livesIn = async (person: Person, unit: GivenUnit, day = TODAY) =>
  (await ask(person, stays.ofUnit, { unitId: unit.id, day })).map(({ fullName }) => fullName)

describe('rules', () => {
  const period: fc.Arbitrary<Period> = fc
    .record({ from: fc.integer({ min: 0, max: 40 }), days: fc.option(fc.integer({ min: 0, max: 20 })) })
    .map(({ from, days }) => ({
      startsOn: addDays(TODAY, from),
      endsOn: days === null ? null : addDays(TODAY, from + days),
    }))
  const days = Array.from({ length: 70 }, (_, i) => addDays(TODAY, i))

  test('two stays overlap exactly when both are open on some day', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        expect(overlap(a, b)).toBe(days.some((day) => isOpenOn(a, day) && isOpenOn(b, day)))
      }),
    )
  })
})

describe('opening', () => {
  test('a screen offers it to Mette; Jonas may only mark who came', async () => {
    const { unit, mette, jonas } = await aHouse('Tjørnen')
    const actsOf = async (person: Person) => (await ask(person, stays.atUnit, { unitId: unit.id })).permitted
    expect(await actsOf(mette)).toEqual(['open', 'mark'])
    expect(await actsOf(jonas)).toEqual(['mark'])
  })

  test('a second home is refused, a day offer beside it is not, and the refusal does not say where the first one is', async () => {
    const home = await aHouse('Åstedet')
    const hidden = await aHouse('Lærken')
    const jens = await aCitizen(here.world, 'Jens Bang', hidden.unit, { hiddenStay: true })
    const open = { citizenId: jens.id, unitId: home.unit.id, legalGround: null, startsOn: '2026-03-05' }
    const problem = await refused(here.world.administrator, stays.open, { ...open, id: newId(), kind: 'home' })
    expect(problem).toMatchObject({
      kind: 'refused',
      code: 'stays.overlaps',
      facts: {},
      faults: [{ field: 'startsOn' }],
    })
    expect(await livesIn(home.mette, home.unit)).toEqual([])
    await ask(here.world.administrator, stays.open, { ...open, id: newId(), kind: 'day' })
    expect(await livesIn(home.mette, home.unit)).toEqual(['Jens Bang'])
    expect(await livesIn(home.mette, home.unit, '2026-03-04')).toEqual([])
  })

  test('ten at once open a home for the same person: one stands', async () => {
    const { unit, mette } = await aHouse('Kapløbet')
    // Several rounds: in the first one the connections are only being made, and the ten come one by one.
    for (const name of ['Rita Rask', 'Rie Rap', 'Rosa Ræser']) {
      const id = newId()
      await ask(mette, citizens.register, { id, unitId: unit.id, number: null, ...aCard(name) })
      const home = { citizenId: id, unitId: unit.id, kind: 'home', legalGround: 'SEL-108', startsOn: TODAY }
      const open = () => ask(mette, stays.open, { ...home, id: newId() })
      const outcomes = await Promise.allSettled(Array.from({ length: 10 }, open))
      const codes = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
      expect(codes).toEqual(Array.from({ length: 9 }, () => 'stays.overlaps'))
    }
  })

  test('a legal ground that no law knows is refused; a support worker may not open at all; an id is used once', async () => {
    const { unit, jonas, mette } = await aHouse('Loven')
    const ida = await aCitizen(here.world, 'Ida Iversen', unit)
    const open = {
      id: newId(),
      citizenId: ida.id,
      unitId: unit.id,
      kind: 'day',
      legalGround: 'SEL-999',
      startsOn: TODAY,
    }
    expect(await refused(mette, stays.open, open)).toMatchObject({
      code: 'stays.unknown-ground',
      faults: [{ field: 'legalGround' }],
    })
    expect((await refused(mette, stays.open, { ...open, legalGround: 'toString' })).code).toBe('stays.unknown-ground')
    expect((await refused(jonas, stays.open, { ...open, legalGround: null })).kind).toBe('not-found')
    expect((await refused(mette, stays.open, { ...open, id: ida.stayId, legalGround: null })).code).toBe(
      'kernel.id-taken',
    )
    expect((await refused(mette, stays.open, { ...open, extra: 1 })).faults[0]?.code).toBe('kernel.unknown-field')
  })

  test('somebody who comes back after a year is taken in again by the house that knew them', async () => {
    const { unit, mette } = await aHouse('Genkomst')
    const bo = await aCitizen(here.world, 'Bo Borte', unit, { from: '2024-01-01' })
    await ask(mette, stays.close, { stayId: bo.stayId, version: 1, day: '2025-01-01', reason: 'moved-home' })
    await here.world.owner.query(
      `update citizens.tie set from_on = '2024-01-01', to_on = '2024-01-31' where citizen_id = $1 and because = 'registration'`,
      [bo.id],
    )
    expect((await refused(mette, citizens.card, { citizenId: bo.id })).kind).toBe('not-found')
    await ask(mette, stays.open, {
      id: newId(),
      citizenId: bo.id,
      unitId: unit.id,
      kind: 'home',
      legalGround: null,
      startsOn: TODAY,
    })
    expect((await ask(mette, citizens.card, { citizenId: bo.id })).fullName).toBe('Bo Borte')
  })
})

describe('closing and moving', () => {
  test('a stay closes once, not before it began, and only from the version that was seen', async () => {
    const { unit, mette, jonas } = await aHouse('Bakken')
    const kim = await aCitizen(here.world, 'Kim Kjær', unit, { from: '2026-02-01' })
    const close = { stayId: kim.stayId, version: 1, day: TODAY, reason: 'moved-home' }
    expect((await refused(jonas, stays.close, close)).kind).toBe('not-found')
    expect(await refused(mette, stays.close, { ...close, day: '2026-01-31' })).toMatchObject({
      code: 'stays.ends-before-it-starts',
      facts: { startsOn: '2026-02-01' },
    })
    expect(await ask(mette, stays.close, close)).toMatchObject({ endsOn: TODAY, endReason: 'moved-home', version: 2 })
    expect((await refused(mette, stays.close, close)).kind).toBe('stale')
    expect((await refused(mette, stays.close, { ...close, version: 2 })).code).toBe('stays.already-ended')
    expect(await livesIn(mette, unit)).toEqual([])
    expect(await livesIn(mette, unit, '2026-03-09')).toEqual(['Kim Kjær'])
    const ties = await here.world.owner.query(`select to_on::text from citizens.tie where because_id = $1`, [
      kim.stayId,
    ])
    expect(ties.rows).toEqual([{ to_on: TODAY }])
  })

  test('a move ends one stay and begins the next on the same day; a leader cannot move somebody to where she has no say', async () => {
    const from = await aHouse('Øst')
    const to = await aHouse('Vest')
    const lis = await aCitizen(here.world, 'Lis Lund', from.unit)
    const move = {
      stayId: lis.stayId,
      version: 1,
      newStayId: newId(),
      toUnitId: to.unit.id,
      legalGround: 'SEL-107',
      day: TODAY,
    }
    expect((await refused(from.mette, stays.move, move)).kind).toBe('not-found')
    expect((await refused(here.world.administrator, stays.move, { ...move, toUnitId: from.unit.id })).code).toBe(
      'stays.already-there',
    )
    expect(await ask(here.world.administrator, stays.move, move)).toMatchObject({
      id: move.newStayId,
      unitId: to.unit.id,
      kind: 'home',
      legalGround: 'SEL-107',
      startsOn: TODAY,
      endsOn: null,
    })
    expect(await livesIn(from.mette, from.unit)).toEqual([])
    expect(await livesIn(to.mette, to.unit)).toEqual(['Lis Lund'])
    expect((await ask(to.jonas, citizens.card, { citizenId: lis.id })).fullName).toBe('Lis Lund')
  })

  test('a move that cannot be finished leaves the first stay as it was', async () => {
    const from = await aHouse('Nord')
    const to = await aHouse('Syd')
    const eli = await aCitizen(here.world, 'Eli Emil', from.unit)
    const move = {
      stayId: eli.stayId,
      version: 1,
      newStayId: eli.stayId,
      toUnitId: to.unit.id,
      legalGround: null,
      day: TODAY,
    }
    expect((await refused(here.world.administrator, stays.move, move)).code).toBe('kernel.id-taken')
    expect(
      (await refused(here.world.administrator, stays.move, { ...move, newStayId: newId(), legalGround: 'nej' })).code,
    ).toBe('stays.unknown-ground')
    expect(await livesIn(from.mette, from.unit)).toEqual(['Eli Emil'])
    expect(await livesIn(to.mette, to.unit)).toEqual([])
  })
})

describe('death', () => {
  test('ends every stay wherever it is, marks the card, and nothing begins afterwards', async () => {
    const home = await aHouse('Kærhuset')
    const day = await aHouse('Bækken')
    const ejner = await aCitizen(here.world, 'Ejner Eg', home.unit)
    const admin = here.world.administrator
    const open = { citizenId: ejner.id, unitId: day.unit.id, legalGround: 'SEL-103' }
    await ask(admin, stays.open, { ...open, id: newId(), kind: 'day', startsOn: '2026-02-20' })
    await ask(admin, stays.open, { ...open, id: newId(), kind: 'respite', startsOn: '2026-05-01' })
    const died = { stayId: ejner.stayId, version: 1, day: '2026-03-09', reason: 'died' }
    expect((await refused(home.mette, stays.close, { ...died, day: '2026-03-11' })).code).toBe(
      'stays.died-in-the-future',
    )
    await ask(home.mette, stays.close, died)
    expect(await livesIn(home.jonas, home.unit)).toEqual([])
    expect(await livesIn(day.jonas, day.unit)).toEqual([])
    expect(await livesIn(day.jonas, day.unit, '2026-05-02')).toEqual([])
    const ended = await ask(day.jonas, stays.ofCitizen, { citizenId: ejner.id })
    expect(ended.map(({ endsOn, endReason, permitted }) => ({ endsOn, endReason, permitted }))).toEqual([
      { endsOn: '2026-05-01', endReason: 'died', permitted: [] },
      { endsOn: '2026-03-09', endReason: 'died', permitted: [] },
    ])
    expect((await ask(day.jonas, citizens.card, { citizenId: ejner.id })).diedOn).toBe('2026-03-09')
    expect((await refused(admin, stays.open, { ...open, id: newId(), kind: 'home', startsOn: TODAY })).code).toBe(
      'stays.citizen-died',
    )
  })
})

describe('attendance', () => {
  test('the last mark of the day stands, and somebody from another unit cannot be marked', async () => {
    const { unit, jonas } = await aHouse('Solsikken')
    const ann = await aCitizen(here.world, 'Ann Alm', unit, { kind: 'day', legalGround: 'SEL-104' })
    const far = await aCitizen(here.world, 'Finn Far', (await aHouse('Fjernt')).unit)
    await ask(jonas, stays.markAttendance, { unitId: unit.id, citizenId: ann.id, here: false })
    expect(await ask(jonas, stays.markAttendance, { unitId: unit.id, citizenId: ann.id, here: true })).toEqual({
      id: ann.id,
      here: true,
    })
    expect((await refused(jonas, stays.markAttendance, { unitId: unit.id, citizenId: far.id, here: true })).kind).toBe(
      'not-found',
    )
    expect(await ask(jonas, stays.attendanceToday, { unitId: unit.id })).toMatchObject([{ id: ann.id, here: true }])
  })
})

test('what changed since a moment: who came, who left, what was warned and ended', async () => {
  const { unit, mette, jonas } = await aHouse('Siden sidst')
  const stayed = await aCitizen(here.world, 'Sif Stadig', unit, { from: '2026-01-01' })
  const left = await aCitizen(here.world, 'Lea Lang', unit, { from: '2026-01-02' })
  await ask(mette, stays.close, { stayId: left.stayId, version: 1, day: TODAY, reason: 'moved-on' })
  const id = newId()
  await ask(jonas, citizens.warn, {
    id,
    citizenId: stayed.id,
    unitId: unit.id,
    kind: 'fall',
    text: 'Glat gulv',
    reviewOn: '2026-04-01',
  })
  const since = async (moment: string) => {
    const { text, bind } = statement(
      sql`${stayChanges({ unit: sql`${unit.id}`, since: sql`${moment}` })} union all ${warningChanges({ unit: sql`${unit.id}`, since: sql`${moment}` })}`,
    )
    const values = bind({
      input: {},
      actor: jonas.id,
      session: jonas.by.session,
      now: here.world.clock.now(),
      today: TODAY,
    })
    const { rows } = await here.world.house.tenants.pool(here.world.tenant).query(text, values)
    return rows.map(({ kind, text }) => `${kind} ${text ?? ''}`.trim()).sort()
  }
  expect(await since('2026-03-10T10:00:00+01:00')).toEqual(['moved-in', 'moved-out', 'warned Glat gulv'])
  expect(await since('2026-03-10T15:00:00+01:00')).toEqual(['moved-out'])
  expect(await since('2026-03-12T15:00:00+01:00')).toEqual([])
})

test('who died yesterday is not on the unit’s list of today, though the card was made this month', async () => {
  const lunden = await aUnit(here.world, 'Lunden')
  const mette = await anEmployee(here.world, 'Mette', 'unit-leader', lunden)
  const kaj = await aCitizen(here.world, 'Kaj', lunden)
  expect((await ask(mette, citizens.ofUnit, { unitId: lunden.id })).map(({ id }) => id)).toEqual([kaj.id])
  await ask(mette, stays.close, { stayId: kaj.stayId, version: 1, day: '2026-03-09', reason: 'died' })
  expect(await ask(mette, citizens.ofUnit, { unitId: lunden.id })).toEqual([])
})
