import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stays } from '#features/stays/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { aCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { ask, type Person, refused, trailOf, useWorld } from '#kit/world.ts'
import { org } from './contract.ts'
import { type Role, roles, staffRoles } from './roles.ts'
import { whyNotClose, whyNotEnd, whyNotGive } from './rules.ts'

const here = useWorld()
const today = () => here.world.clock.today()

const hires = (by: Person, unit: GivenUnit, role: Role, more: { userName?: string } = {}) =>
  ask(by, org.hire, {
    id: newId(),
    name: 'Ida N.',
    userName: more.userName ?? null,
    profession: 'pædagog',
    employedFrom: today(),
    employedTo: null,
    grantId: newId(),
    role,
    unitId: unit.id,
  })

const rolesOf = async (by: Person, employeeId: Id) => (await ask(by, org.employee, { employeeId })).roles
const endsRole = (by: Person, id: Id, lastDay = addDays(today(), -1)) => ask(by, org.endRole, { id, lastDay })

describe('a leader looks after the staff of her own unit', () => {
  test('she employs a support worker there, who stands among those who reach the unit', async () => {
    const solvang = await aUnit(here.world, 'Solvang')
    const mette = await anEmployee(here.world, 'Mette', 'unit-leader', solvang)
    const ida = await hires(mette, solvang, 'support-worker')
    const rows = await ask(mette, org.rolesAtUnit, { unitId: solvang.id })
    expect(rows.filter(({ employeeId }) => employeeId === ida.id)).toMatchObject([
      { name: 'Ida N.', role: 'support-worker', unitName: 'Solvang', permitted: ['end'] },
    ])
    expect(
      rows.filter(({ role }) => role !== 'support-worker').map(({ name, permitted }) => [name, permitted]),
    ).toEqual([
      ['Mette', []],
      ['Asta Admin', []],
    ])
  })

  test('she gives no one the right to lead, and the employee is not half employed', async () => {
    const solvang = await aUnit(here.world, 'Solvang')
    const mette = await anEmployee(here.world, 'Mette', 'unit-leader', solvang)
    const problem = await refused(mette, org.hire, {
      id: newId(),
      name: 'Halv H.',
      userName: null,
      profession: null,
      employedFrom: today(),
      employedTo: null,
      grantId: newId(),
      role: 'unit-leader',
      unitId: solvang.id,
    })
    expect([problem.code, problem.faults[0]?.field]).toEqual(['org.not-yours-to-give', 'role'])
    expect(await ask(here.world.administrator, org.findEmployees, { words: 'Halv H.' })).toEqual([])
  })

  test('she ends a role at once, and the colleague sees nothing of the unit from that moment', async () => {
    const solvang = await aUnit(here.world, 'Solvang')
    const mette = await anEmployee(here.world, 'Mette', 'unit-leader', solvang)
    const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', solvang)
    const [grant] = await rolesOf(mette, jonas.id)
    expect((await ask(jonas, org.myUnits, {})).map(({ name }) => name)).toContain('Solvang')
    expect(await endsRole(mette, grant!.id)).toEqual({ id: grant!.id, endsOn: addDays(today(), -1) })
    expect(await ask(jonas, org.myUnits, {}).catch(({ code }) => code)).toBe('kernel.not-found')
    expect((await refused(mette, org.endRole, { id: grant!.id, lastDay: today() })).code).toBe('org.role-ended')
    expect((await trailOf(here.world, 'org.endRole')).at(-2)).toMatchObject({ scope_id: solvang.id, outcome: 'done' })
  })

  test('a role that has not begun is taken back and never comes to hold', async () => {
    const solvang = await aUnit(here.world, 'Solvang')
    const mette = await anEmployee(here.world, 'Mette', 'unit-leader', solvang)
    const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', await aUnit(here.world, 'Bakkely'))
    const id = newId()
    const startsOn = addDays(today(), 10)
    await ask(mette, org.grantRole, {
      id,
      employeeId: jonas.id,
      role: 'night-worker',
      unitId: solvang.id,
      startsOn,
      endsOn: null,
    })
    expect((await endsRole(mette, id)).endsOn).toBe(addDays(startsOn, -1))
    expect((await ask(mette, org.rolesAtUnit, { unitId: solvang.id })).map(({ name }) => name)).not.toContain('Jonas')
  })

  test('nobody gives or takes their own, not even an administrator; the last of them stays', async () => {
    const { administrator: asta, rootUnitId: unitId } = here.world
    const [own] = await rolesOf(asta, asta.id)
    expect((await refused(asta, org.endRole, { id: own!.id, lastDay: today() })).code).toBe('org.not-yourself')
    const grant = { id: newId(), employeeId: asta.id, role: 'unit-leader', unitId, startsOn: today(), endsOn: null }
    expect((await refused(asta, org.grantRole, grant)).code).toBe('org.not-yourself')
    const birk = await anEmployee(here.world, 'Birk', 'administrator', { id: unitId, name: 'Prøveby' })
    await endsRole(birk, own!.id)
    const ended = (await rolesOf(birk, asta.id))[0]!
    expect(ended.endsOn).toBe(addDays(today(), -1))
    await ask(birk, org.grantRole, { ...grant, role: 'administrator' })
    expect((await refused(birk, org.endEmployment, { employeeId: birk.id, version: 1, lastDay: today() })).code).toBe(
      'org.not-yourself',
    )
  })

  test('she renames and ends only those who work nowhere else', async () => {
    const [solvang, bakkely] = [await aUnit(here.world, 'Solvang'), await aUnit(here.world, 'Bakkely')]
    const mette = await anEmployee(here.world, 'Mette', 'unit-leader', solvang)
    const ida = await hires(mette, solvang, 'support-worker')
    const change = { employeeId: ida.id, name: 'Ida Nielsen', userName: 'ida.nielsen', profession: null }
    expect(await ask(mette, org.changeEmployee, { ...change, version: 1 })).toMatchObject({
      name: 'Ida Nielsen',
      version: 2,
    })
    expect((await ask(mette, org.employee, { employeeId: ida.id })).permitted).toEqual(['change', 'end'])
    await ask(here.world.administrator, org.grantRole, {
      id: newId(),
      employeeId: ida.id,
      role: 'support-worker',
      unitId: bakkely.id,
      startsOn: today(),
      endsOn: null,
    })
    const seen = await ask(mette, org.employee, { employeeId: ida.id })
    expect([seen.permitted, seen.roles.map(({ unitName }) => unitName)]).toEqual([[], ['Solvang']])
    expect((await refused(mette, org.changeEmployee, { ...change, version: 2 })).code).toBe('kernel.not-found')
    expect((await refused(mette, org.endEmployment, { employeeId: ida.id, version: 2, lastDay: today() })).code).toBe(
      'kernel.not-found',
    )
  })

  test('an administrator of one unit gives no new password to somebody who works elsewhere too, not even after giving her a role', async () => {
    const [solvang, bakkely] = [await aUnit(here.world, 'Solvang'), await aUnit(here.world, 'Bakkely')]
    const lokke = await anEmployee(here.world, 'Løkke', 'administrator', solvang)
    const dorthe = await anEmployee(here.world, 'Dorthe', 'privacy-officer', bakkely)
    const password = { employeeId: dorthe.id, password: 'hest lampe kridt sol' }
    expect((await refused(lokke, org.setPassword, password)).code).toBe('kernel.not-found')
    const grantId = newId()
    await ask(lokke, org.grantRole, {
      id: grantId,
      employeeId: dorthe.id,
      role: 'office',
      unitId: solvang.id,
      startsOn: addDays(today(), -1),
      endsOn: null,
    })
    expect((await refused(lokke, org.setPassword, password)).code).toBe('kernel.not-found')
    expect((await ask(lokke, org.employee, { employeeId: dorthe.id })).permitted).not.toContain('password')
    await endsRole(lokke, grantId)
    expect((await refused(lokke, org.setPassword, password)).code).toBe('kernel.not-found')
    const ida = await hires(lokke, solvang, 'support-worker')
    expect((await ask(lokke, org.employee, { employeeId: ida.id })).permitted).toContain('password')
    await ask(lokke, org.setPassword, { employeeId: ida.id, password: 'bil kat vind torsk' })
    expect((await ask(here.world.administrator, org.employee, { employeeId: dorthe.id })).permitted).toContain(
      'password',
    )
    await ask(here.world.administrator, org.setPassword, password)
  })

  test('roles end with the employment; if it is extended afterwards nothing is open again, and the trail has both days', async () => {
    const solvang = await aUnit(here.world, 'Solvang')
    const mette = await anEmployee(here.world, 'Mette', 'unit-leader', solvang)
    const ida = await hires(mette, solvang, 'support-worker')
    const later = { id: newId(), employeeId: ida.id, role: 'night-worker', unitId: solvang.id, endsOn: null }
    await ask(mette, org.grantRole, { ...later, startsOn: addDays(today(), 20) })
    const ends = (version: number, lastDay: string) =>
      ask(mette, org.endEmployment, { employeeId: ida.id, version, lastDay })
    await ends(1, addDays(today(), 5))
    await ends(2, addDays(today(), 40))
    const { roles } = await ask(mette, org.employee, { employeeId: ida.id })
    expect(Object.fromEntries(roles.map(({ role, endsOn }) => [role, endsOn]))).toEqual({
      'support-worker': addDays(today(), 5),
      'night-worker': addDays(today(), 19),
    })
    const said = (await trailOf(here.world, 'org.endEmployment')).map(({ about }) => JSON.parse(about!))
    expect(said.slice(-2)).toEqual([
      {
        lastDay: addDays(today(), 5),
        before: null,
        roles: expect.stringMatching(/^(support-worker night-worker|night-worker support-worker)$/),
      },
      { lastDay: addDays(today(), 40), before: addDays(today(), 5), roles: '' },
    ])
  })

  test('whoever would be left the last administrator of the house stays', async () => {
    const { administrator: asta, rootUnitId: unitId } = here.world
    const birk = await anEmployee(here.world, 'Birk', 'administrator', { id: unitId, name: 'Prøveby' })
    await here.world.owner.query(
      `update org.role_grant set ends_on = $1 where role = 'administrator' and employee_id <> $2`,
      [addDays(today(), 300), asta.id],
    )
    try {
      const refusal = await refused(birk, org.endEmployment, { employeeId: asta.id, version: 1, lastDay: today() })
      expect(refusal.code).toBe('org.last-administrator')
    } finally {
      await here.world.owner.query(`update org.role_grant set ends_on = null where employee_id = $1`, [birk.id])
    }
  })

  test('a taken user name is said, with its field', async () => {
    const solvang = await aUnit(here.world, 'Solvang')
    await hires(here.world.administrator, solvang, 'support-worker', { userName: 'ida' })
    const problem = await refused(here.world.administrator, org.hire, {
      id: newId(),
      name: 'Ida P.',
      userName: 'ida',
      profession: null,
      employedFrom: today(),
      employedTo: null,
      grantId: newId(),
      role: 'support-worker',
      unitId: solvang.id,
    })
    expect([problem.code, problem.faults[0]?.field]).toEqual(['org.user-name-taken', 'userName'])
  })
})

describe('a unit closes empty', () => {
  const close = (by: Person, unit: GivenUnit, version = 1) =>
    ask(by, org.closeUnit, { id: unit.id, version, closedOn: today() })

  test('not while somebody lives there; then it is gone from everyone’s choice, and its roles with it', async () => {
    const solvang = await aUnit(here.world, 'Solvang')
    const mette = await anEmployee(here.world, 'Mette', 'unit-leader', solvang)
    const jens = await aCitizen(here.world, 'Jens', solvang)
    const birk = await anEmployee(here.world, 'Birk', 'administrator', { id: here.world.rootUnitId, name: 'Prøveby' })
    const problem = await refused(birk, org.closeUnit, { id: solvang.id, version: 1, closedOn: today() })
    expect([problem.code, problem.faults[0]?.field]).toEqual(['org.unit-in-use', 'closedOn'])
    await ask(birk, stays.close, { stayId: jens.stayId, version: 1, day: addDays(today(), -1), reason: 'moved-on' })
    await close(birk, solvang)
    expect((await ask(birk, org.tree, {})).find(({ id }) => id === solvang.id)).toMatchObject({
      closedOn: today(),
      people: 0,
    })
    expect((await ask(birk, org.myUnits, {})).map(({ id }) => id)).not.toContain(solvang.id)
    expect((await rolesOf(birk, mette.id)).map(({ endsOn }) => endsOn)).toEqual([addDays(today(), -1)])
    expect((await refused(birk, org.closeUnit, { id: solvang.id, version: 2, closedOn: today() })).code).toBe(
      'org.unit-closed',
    )
  })

  test('not with open units below, and never the topmost', async () => {
    const birk = await anEmployee(here.world, 'Birk', 'administrator', { id: here.world.rootUnitId, name: 'Prøveby' })
    const area = await aUnit(here.world, 'Området')
    await aUnit(here.world, 'Huset', { parentId: area.id })
    expect((await refused(birk, org.closeUnit, { id: area.id, version: 1, closedOn: today() })).facts).toEqual({
      count: 1,
    })
    expect(
      (await refused(birk, org.closeUnit, { id: here.world.rootUnitId, version: 1, closedOn: today() })).code,
    ).toBe('org.root-stays')
  })
})

describe('rules, whatever the case', () => {
  const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays('2026-03-10', days))

  test('a leader gives exactly the roles of the floor, an administrator all, nobody to themselves', () => {
    fc.assert(
      fc.property(fc.constantFrom(...roles), fc.boolean(), fc.boolean(), (role, isManager, isSelf) => {
        const may = whyNotGive({ role, isManager, isSelf }) === undefined
        return may === (!isSelf && (isManager || (staffRoles as readonly Role[]).includes(role)))
      }),
    )
  })

  test('no role ends before yesterday, and an ended one never again', () => {
    fc.assert(
      fc.property(day, fc.option(day), day, (startsOn, endsOn, lastDay) => {
        const why = whyNotEnd({ startsOn, endsOn, isLastAdministrator: false }, lastDay, '2026-03-10')
        if (endsOn && endsOn < '2026-03-10') return why?.code === 'org.role-ended'
        return (why === undefined) === lastDay >= '2026-03-09'
      }),
    )
  })

  test('a unit closes only once, below the top, empty of units, from today on', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.nat(3), day, (isRoot, isClosed, openBelow, on) => {
        const unit = { parentId: isRoot ? null : newId(), closedOn: isClosed ? '2026-01-01' : null, openBelow }
        const may = whyNotClose(unit, on, '2026-03-10') === undefined
        return may === (!isRoot && !isClosed && openBelow === 0 && on >= '2026-03-10')
      }),
    )
  })
})
