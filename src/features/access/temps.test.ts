import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { citizens } from '#features/citizens/contract.ts'
import { journal } from '#features/journal/contract.ts'
import { org } from '#features/org/contract.ts'
import { signin } from '#features/signin/contract.ts'
import { addDays, dayOf, instantAt } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { Browser } from '#kit/browser.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { writes } from '#kit/notes.ts'
import { type Served, serveWorld } from '#kit/server.ts'
import { ask, type Person, refused, signedIn, trailOf, useWorld } from '#kit/world.ts'
import { access } from './contract.ts'
import { shiftEndsAt, whyNotDelegate, whyNotLetIn } from './rules.ts'
import { endLooseTemps } from './server/index.ts'

const here = useWorld()

let solvang: GivenUnit
let bakkely: GivenUnit
let emma: Person
let jens: GivenCitizen
let birthe: GivenCitizen

beforeAll(async () => {
  solvang = await aUnit(here.world, 'Solvang')
  bakkely = await aUnit(here.world, 'Bakkely')
  emma = await anEmployee(here.world, 'Emma', 'support-worker', solvang)
  jens = await aCitizen(here.world, 'Jens', solvang)
  birthe = await aCitizen(here.world, 'Birthe', bakkely)
})

/** Time goes by; whoever is signed in goes on using the screen. */
async function at(moment: string): Promise<void> {
  here.world.clock.set(moment)
  await here.world.owner.query(`update kernel.session set expires_at = 'infinity' where ended_at is null`)
}

type More = {
  employeeId?: string
  bornOn?: string | null
  phoneEnd?: string | null
  agencyNumber?: string | null
  agency?: string | null
}

const letsIn = (by: Person, name: string, more: More = {}, unit = solvang) =>
  ask(by, access.letIn, {
    id: newId(),
    unitId: unit.id,
    employeeId: more.employeeId ?? newId(),
    name,
    agency: more.agency ?? null,
    agencyNumber: more.agencyNumber ?? null,
    bornOn: more.bornOn ?? null,
    phoneEnd: more.phoneEnd === undefined ? '1234' : more.phoneEnd,
    idShown: 'driving-licence',
    code: '402913',
  })

const onTablet = (duty: { employeeId: string; name: string }) => signedIn(here.world, duty.employeeId, duty.name)

describe('Emma lets Vita in at two in the afternoon', () => {
  test('until three, when the shift changes; only here, only today’s citizens; both stand in the trail', async () => {
    const duty = await letsIn(emma, 'Vita K.')
    expect(duty).toMatchObject({ name: 'Vita K.', wasKnown: false, untilAt: instantAt('2026-03-10', '15:00') })
    const vita = await onTablet(duty)
    expect((await ask(vita, citizens.ofUnit, { unitId: solvang.id })).map(({ id }) => id)).toEqual([jens.id])
    expect((await refused(vita, citizens.card, { citizenId: birthe.id })).code).toBe('kernel.not-found')
    const note = await writes(vita, solvang, jens, 'Gik en tur ved åen.')
    expect((await trailOf(here.world, 'journal.write')).at(-1)).toMatchObject({ actor_id: vita.id, records: [note.id] })
    expect((await trailOf(here.world, 'access.letIn')).at(-1)).toMatchObject({
      actor_id: emma.id,
      scope_id: solvang.id,
      records: [duty.id, vita.id],
      about: '{"idShown": "driving-licence"}',
    })
    expect(await ask(emma, access.duties, { unitId: solvang.id })).toMatchObject([
      { id: duty.id, name: 'Vita K.', openedByName: 'Emma', isNow: true, medicineBy: null, permitted: ['code', 'end'] },
    ])
  })

  test('the shift ends: she reaches nothing, has no session, no role, no password, and is employed no more', async () => {
    await at(instantAt('2026-03-10', '15:00'))
    const [duty] = await ask(emma, access.duties, { unitId: solvang.id })
    expect(duty!.isNow).toBe(false)
    const vita = await onTablet(duty!)
    for (const reading of [
      () => refused(vita, citizens.ofUnit, { unitId: solvang.id }),
      () => refused(vita, citizens.card, { citizenId: jens.id }),
      () => refused(vita, journal.ofUnit, { unitId: solvang.id, day: '2026-03-10' }),
      () => refused(vita, org.myUnits, {}),
    ])
      expect((await reading()).code).toBe('kernel.not-found')
    await endLooseTemps(here.world.db, here.world.clock)
    await endLooseTemps(here.world.db, here.world.clock)
    expect((await refused(vita, org.myUnits, {})).code).toBe('kernel.signed-out')
    const orphans = await here.world.db.all(sql`select temp.employee_id from access.temp
      join org.employee on employee.tenant_id = temp.tenant_id and employee.id = temp.employee_id
      where temp.tenant_id = kernel.here() and (employee.password_hash is not null or employee.user_name is not null or employee.employed_to is null
        or exists (select from org.role_grant g where g.tenant_id = kernel.here() and g.employee_id = temp.employee_id)
        or exists (select from kernel.session where session.tenant_id = kernel.here() and session.actor_id = temp.employee_id and session.ended_at is null))`)
    expect(orphans).toEqual([])
    await at(instantAt('2026-03-11', '08:00'))
    expect((await refused(await onTablet(duty!), org.myUnits, {})).code).toBe('kernel.not-found')
  })
})

describe('a returning temp stays one person', () => {
  test('by the same name and a mark that agrees; her notes are still hers', async () => {
    const again = await letsIn(emma, 'vita k. ')
    expect([again.wasKnown, again.name]).toEqual([true, 'Vita K.'])
    const people = await here.world.db.all(sql`select from access.temp where tenant_id = kernel.here()`)
    expect(people).toHaveLength(1)
    expect((await refused(emma, access.letIn, { ...(await asked('Vita K.')), phoneEnd: '1234' })).code).toBe(
      'access.temp-on-duty',
    )
  })

  test('found as one types; a mark that differs is somebody else of that name', async () => {
    const marks = { agencyNumber: null, bornOn: null, phoneEnd: null }
    const finds = (more: object) =>
      ask(emma, access.findTemps, { unitId: solvang.id, name: 'Vita K.', ...marks, ...more })
    expect(await finds({})).toMatchObject([{ name: 'Vita K.', lastOn: '2026-03-11', isNow: true }])
    expect(await finds({ phoneEnd: '9999' })).toEqual([])
    const other = await letsIn(emma, 'Vita K.', { phoneEnd: '9999' })
    expect(other.wasKnown).toBe(false)
    expect(await finds({})).toHaveLength(2)
  })

  test('chosen from those found, she needs no mark again', async () => {
    const una = await letsIn(emma, 'Una F.', { phoneEnd: '5678' })
    await ask(emma, access.endDuty, { id: una.id, version: 1 })
    const again = await letsIn(emma, 'Una F.', { employeeId: una.employeeId, phoneEnd: null })
    expect([again.wasKnown, again.employeeId]).toEqual([true, una.employeeId])
  })

  test('employed in between and gone again, she comes back as a temp: not with the roles and the password she had', async () => {
    const tove = await letsIn(emma, 'Tove Q.', { phoneEnd: '2468' })
    await ask(emma, access.endDuty, { id: tove.id, version: 1 })
    const { world } = here
    await world.owner.query(`update org.employee set employed_to = null, user_name = 'tove' where id = $1`, [
      tove.employeeId,
    ])
    const role = { id: newId(), employeeId: tove.employeeId, role: 'unit-leader' as const, unitId: solvang.id }
    await ask(world.administrator, org.grantRole, { ...role, startsOn: world.clock.today(), endsOn: null })
    await ask(world.administrator, org.setPassword, { employeeId: tove.employeeId, password: 'kaffe-og-rundstykker' })
    const { version } = (await ask(world.administrator, org.employee, { employeeId: tove.employeeId })) as {
      version: number
    }
    await ask(world.administrator, org.endEmployment, {
      employeeId: tove.employeeId,
      version,
      lastDay: world.clock.today(),
    })
    await at(instantAt(addDays(world.clock.today(), 3), '08:00'))
    const again = await letsIn(emma, 'Tove Q.', { phoneEnd: '2468' })
    expect([again.wasKnown, again.employeeId]).toEqual([true, tove.employeeId])
    const held = await world.db.all(
      sql`select role from org.held(${tove.employeeId}::uuid, ${world.clock.now()}::timestamptz, ${world.clock.today()}::date)`,
    )
    expect(held).toEqual([{ role: 'temp-worker' }])
    const ways = await world.db.all(
      sql`select from org.employee where tenant_id = kernel.here() and id = ${tove.employeeId} and (password_hash is not null or user_name is not null)`,
    )
    expect(ways).toEqual([])
    await ask(emma, access.endDuty, { id: again.id, version: 1 })
  })

  test('employed since, with a role of her own, she is no temp: the code of a colleague does not open what is hers', async () => {
    const gry = await letsIn(emma, 'Gry P.', { phoneEnd: '1357' })
    await ask(emma, access.endDuty, { id: gry.id, version: 1 })
    const { world } = here
    await world.owner.query(`update org.employee set employed_to = null where id = $1`, [gry.employeeId])
    const tomorrow = addDays(world.clock.today(), 1)
    const grant = { employeeId: gry.employeeId, role: 'unit-leader' as const, unitId: bakkely.id, endsOn: null }
    await ask(world.administrator, org.grantRole, { ...grant, id: newId(), startsOn: addDays(tomorrow, 1) })
    const evening = await letsIn(emma, 'Gry P.', { phoneEnd: '1357' })
    expect(evening.employeeId).toBe(gry.employeeId)
    await ask(emma, access.endDuty, { id: evening.id, version: 1 })
    await ask(world.administrator, org.grantRole, { ...grant, id: newId(), startsOn: world.clock.today() })
    const again = { ...(await asked('Gry P.')), phoneEnd: '1357' }
    expect((await refused(emma, access.letIn, again)).code).toBe('access.not-a-temp')
    const chosen = { ...(await asked('Gry P.')), employeeId: gry.employeeId }
    expect((await refused(emma, access.letIn, chosen)).code).toBe('access.not-a-temp')
    await ask(world.administrator, org.endEmployment, {
      employeeId: gry.employeeId,
      version: ((await ask(world.administrator, org.employee, { employeeId: gry.employeeId })) as { version: number })
        .version,
      lastDay: world.clock.today(),
    })
  })

  const asked = async (name: string) => ({
    id: newId(),
    unitId: solvang.id,
    employeeId: newId(),
    name,
    agency: null,
    agencyNumber: null,
    bornOn: null,
    phoneEnd: null,
    idShown: 'passport',
    code: '123456',
  })

  test('without a mark nobody new is let in, and nothing is kept', async () => {
    const problem = await refused(emma, access.letIn, await asked('Ukendt U.'))
    expect([problem.code, problem.faults[0]?.field]).toEqual(['access.temp-without-mark', 'bornOn'])
    expect(await ask(here.world.administrator, org.findEmployees, { words: 'Ukendt' })).toEqual([])
  })

  test('a permanent colleague is not a temp', async () => {
    const problem = await refused(emma, access.letIn, {
      ...(await asked('Emma')),
      employeeId: emma.id,
      phoneEnd: '1111',
    })
    expect(problem.code).toBe('access.not-a-temp')
  })
})

describe('on the unit’s own tablet', () => {
  let served: Served
  const tablet = () => new Browser(served)

  async function paired(unit: GivenUnit): Promise<Browser> {
    const leader = await anEmployee(here.world, 'Mette', 'unit-leader', unit)
    await ask(leader, signin.pairDevice, { id: newId(), unitId: unit.id, name: 'Stuen', code: 'ABCDEFGH23' })
    const browser = tablet()
    await browser.call('signin.claimDevice', { code: 'ABCDEFGH23' })
    return browser
  }

  beforeAll(async () => {
    served = await serveWorld(here.world)
  })
  afterAll(() => served.close())

  test('she finds her name, types the code, and is in until the shift ends', async () => {
    const stuen = await paired(solvang)
    const duty = await letsIn(emma, 'Rie L.', { phoneEnd: '8800' })
    const { temps } = (await stuen.call('access.tempsHere')).body as { temps: { id: string; name: string }[] }
    expect(temps.filter(({ name }) => name === 'Rie L.')).toMatchObject([{ id: duty.id }])
    expect((await stuen.call('access.enter', { id: duty.id, code: '402913' })).status).toBe(200)
    expect((await stuen.call('org.me')).body).toMatchObject({ name: 'Rie L.' })
    expect((await stuen.call('citizens.card', { citizenId: jens.id })).status).toBe(200)
    const opened =
      await here.world.db.one(sql`select how, limit_at = ${duty.untilAt}::timestamptz as "endsWithIt" from kernel.session
      where tenant_id = kernel.here() and actor_id = ${duty.employeeId}`)
    expect(opened).toEqual({ how: 'temp', endsWithIt: true })
    await ask(emma, access.endDuty, { id: duty.id, version: 1 })
    expect((await stuen.call('org.me')).status).toBe(401)
    expect((await stuen.call('access.enter', { id: duty.id, code: '402913' })).status).toBe(404)
  })

  test('five wrong codes and it is dead, also for the right one; a colleague makes another', async () => {
    const stuen = await paired(solvang)
    const duty = await letsIn(emma, 'Siw M.', { phoneEnd: '8801' })
    const tries = []
    for (let at = 0; at < 5; at++) tries.push((await stuen.call('access.enter', { id: duty.id, code: '000000' })).body)
    expect(tries.map(({ code }) => code)).toEqual([...Array(4).fill('access.wrong-code'), 'access.code-dead'])
    expect((await stuen.call('access.enter', { id: duty.id, code: '402913' })).body).toMatchObject({
      code: 'access.code-dead',
    })
    await ask(emma, access.newCode, { id: duty.id, code: '774411' })
    expect((await stuen.call('access.enter', { id: duty.id, code: '774411' })).status).toBe(200)
  })

  test('given a role while she is on duty, she comes in again as herself and not by the code', async () => {
    const stuen = await paired(solvang)
    const duty = await letsIn(emma, 'Liv T.', { phoneEnd: '8803' })
    const { world } = here
    await ask(world.administrator, org.grantRole, {
      id: newId(),
      employeeId: duty.employeeId,
      role: 'unit-leader',
      unitId: bakkely.id,
      startsOn: world.clock.today(),
      endsOn: null,
    })
    expect((await stuen.call('access.enter', { id: duty.id, code: '402913' })).body).toMatchObject({
      code: 'access.has-roles',
    })
    expect((await stuen.call('org.me')).status).toBe(401)
  })

  test('on a browser that is no tablet, and on another unit’s, nobody is there and the code is nothing', async () => {
    const duty = await letsIn(emma, 'Pia D.', { phoneEnd: '8802' })
    expect((await tablet().call('access.tempsHere')).body).toEqual({ unitName: null, temps: [] })
    expect((await tablet().call('access.enter', { id: duty.id, code: '402913' })).body).toMatchObject({
      code: 'signin.not-a-device',
    })
    const elsewhere = await paired(bakkely)
    expect((await elsewhere.call('access.tempsHere')).body).toEqual({ unitName: 'Bakkely', temps: [] })
    expect((await elsewhere.call('access.enter', { id: duty.id, code: '402913' })).status).toBe(404)
  })
})

describe('ended by hand, and who may', () => {
  test('her screen closes in the same moment; ended twice is said', async () => {
    const duty = await letsIn(emma, 'Ulla P.', { phoneEnd: '4321' })
    const ulla = await onTablet(duty)
    expect(await ask(ulla, citizens.ofUnit, { unitId: solvang.id })).toHaveLength(1)
    await ask(emma, access.endDuty, { id: duty.id, version: 1 })
    expect((await refused(ulla, citizens.ofUnit, { unitId: solvang.id })).code).toBe('kernel.signed-out')
    expect((await refused(emma, access.endDuty, { id: duty.id, version: 2 })).code).toBe('access.duty-over')
    expect((await refused(emma, access.newCode, { id: duty.id, code: '111111' })).code).toBe('access.duty-over')
  })

  test('a temp lets nobody in, nor does somebody from next door', async () => {
    const duty = await letsIn(emma, 'Ib S.', { phoneEnd: '2222' })
    const ib = await onTablet(duty)
    const omar = await anEmployee(here.world, 'Omar', 'night-worker', bakkely)
    for (const by of [ib, omar]) {
      expect(await letsIn(by, 'Ny N.').catch(({ code }) => code)).toBe('kernel.not-found')
      expect((await refused(by, access.endDuty, { id: duty.id, version: 1 })).code).toBe('kernel.not-found')
    }
    expect(await ask(emma, access.now, {})).toMatchObject({ letInAt: [solvang.id], delegateAt: [] })
    expect(await ask(ib, access.now, {})).toMatchObject({ letInAt: [], mayOpen: false })
  })

  test('no code stands anywhere as it was said', async () => {
    const { rows } = await here.world.owner.query(`select (select json_agg(c)::text from access.code c) as codes,
      (select json_agg(a)::text from kernel.answer a) as answers, (select json_agg(a)::text from kernel.audit a) as trail`)
    expect(JSON.stringify(rows)).not.toContain('402913')
  })
})

describe('medicine is delegated by name, or not at all', () => {
  test('a leader or nurse delegates to somebody who works here, until a day; it is seen and taken back', async () => {
    const nurse = await anEmployee(here.world, 'Nina', 'health-worker', solvang)
    const duty = await letsIn(emma, 'Mia T.', { phoneEnd: '7777' })
    const delegate = (by: Person, employeeId: string, toOn = here.world.clock.today()) =>
      ask(by, access.delegate, {
        id: newId(),
        employeeId,
        unitId: solvang.id,
        what: 'medicine',
        note: 'Har kursusbevis.',
        toOn,
      })
    expect(await delegate(emma, duty.employeeId).catch(({ code }) => code)).toBe('kernel.not-found')
    expect(await delegate(nurse, newId()).catch(({ code }) => code)).toBe('kernel.not-found')
    expect(await delegate(nurse, nurse.id).catch(({ code }) => code)).toBe('access.delegates-to-self')
    const { id } = await delegate(nurse, duty.employeeId)
    const shown = async () =>
      (await ask(emma, access.duties, { unitId: solvang.id })).find((one) => one.id === duty.id)?.medicineBy
    expect(await shown()).toBe('Nina')
    expect(await ask(nurse, access.delegations, { unitId: solvang.id })).toMatchObject([
      { id, name: 'Mia T.', byName: 'Nina', permitted: ['end'] },
    ])
    await ask(nurse, access.endDelegation, { id })
    expect(await shown()).toBe(null)
  })
})

describe('rules, whatever the case', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30'))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`)
  const shifts = fc.uniqueArray(time, { minLength: 1, maxLength: 6 }).map((times) => times.sort())
  const moment = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2026-12-30'), noInvalidDate: true })
    .map((date) => date.toISOString())

  test('a temp is let out later than three quarters of an hour and no later than twelve hours from now, at a change of shift', () => {
    fc.assert(
      fc.property(shifts, moment, (starts, now) => {
        const end = shiftEndsAt(starts, now)
        const minutes = (Date.parse(end) - Date.parse(now)) / 60_000
        const isChange = starts.some((start) => instantAt(dayOf(end), start) === end)
        return minutes > 45 && minutes <= 720 && (isChange || minutes === 720)
      }),
    )
  })

  test('the shift one comes early for, and the night that crosses midnight and the change to summer time', () => {
    const starts = ['07:00', '15:00', '23:00']
    const from = (day: string, at: string) => shiftEndsAt(starts, instantAt(day, at))
    expect(from('2026-03-10', '14:10')).toBe(instantAt('2026-03-10', '15:00'))
    expect(from('2026-03-10', '14:20')).toBe(instantAt('2026-03-10', '23:00'))
    expect(from('2026-03-28', '22:50')).toBe(instantAt('2026-03-29', '07:00'))
  })

  test('whoever is not on duty and can be told apart is let in', () => {
    const mark = fc.option(fc.constantFrom('', ' ', 'V-17'))
    fc.assert(
      fc.property(
        mark,
        fc.option(fc.constant('1990-05-01')),
        fc.option(fc.constant('1234')),
        fc.boolean(),
        (agencyNumber, bornOn, phoneEnd, isOnDuty) => {
          const may = whyNotLetIn({ agencyNumber, bornOn, phoneEnd, isOnDuty }, '2026-03-10') === undefined
          return may === (!isOnDuty && Boolean(agencyNumber?.trim() || bornOn || phoneEnd))
        },
      ),
    )
  })

  test('a delegation holds from today for at most a year, and never to oneself', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), fc.boolean(), (days, isSelf) => {
        const may = whyNotDelegate(addDays('2026-03-10', days), '2026-03-10', isSelf) === undefined
        return may === (!isSelf && days >= 0 && days <= 365)
      }),
    )
  })
})
