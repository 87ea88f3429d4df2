import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { org } from '#features/org/contract.ts'
import { type Role, roles, staffRoles } from '#features/org/roles.ts'
import { tasks } from '#features/tasks/contract.ts'
import { addDays, type Day } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { wholeOn } from '#kernel/server/sql.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { ask, type Person, refused, trailOf, useWorld } from '#kit/world.ts'
import { certification } from './contract.ts'
import { addMonths, type Held, isDue, isExtra, isMidShift, lapses, ownUnitOf, stageOf, whyNotAnswer } from './rules.ts'
import { beginDueRounds, lapseUnanswered, remindCertifiers } from './server/index.ts'

const here = useWorld()

let solvang: GivenUnit
let bakkely: GivenUnit
let mette: Person
let jonas: Person
let omar: Person

const root = () => ({ id: here.world.rootUnitId, name: 'Prøveby' })
const gives = (employee: Person, role: Role, unit: GivenUnit) =>
  ask(here.world.administrator, org.grantRole, {
    id: newId(),
    employeeId: employee.id,
    role,
    unitId: unit.id,
    startsOn: here.world.clock.today(),
    endsOn: null,
  })

/** Jonas is Solvang's own. Omar is Bakkely's and has a right here too. Mette leads. */
beforeEach(async () => {
  solvang = await aUnit(here.world, 'Solvang')
  bakkely = await aUnit(here.world, 'Bakkely')
  mette = await anEmployee(here.world, 'Mette', 'unit-leader', solvang)
  jonas = await anEmployee(here.world, 'Jonas', 'support-worker', solvang)
  omar = await anEmployee(here.world, 'Omar', 'night-worker', bakkely)
  await gives(omar, 'night-worker', solvang)
})

const begins = async (unit: GivenUnit) => {
  const id = newId()
  await ask(here.world.administrator, certification.begin, { id, unitId: unit.id })
  return id
}
const asked = (by: Person, roundId: string) => ask(by, certification.items, { roundId })
const says = async (
  by: Person,
  roundId: string,
  who: Person,
  answer: 'keep' | 'end' | 'change',
  role: Role | null = null,
) => {
  const item = (await asked(by, roundId)).find(({ employeeId }) => employeeId === who.id)!
  const given = { itemId: item.id, answer, role, grantId: answer === 'change' ? newId() : null }
  return ask(by, certification.answer, { roundId, answers: [given] })
}
const worksAt = async (who: Person, unit: GivenUnit) =>
  (await ask(here.world.administrator, org.rolesAtUnit, { unitId: unit.id }))
    .filter(({ employeeId, unitId }) => employeeId === who.id && unitId === unit.id)
    .map(({ role }) => role)

/** Days go by, a job each morning and each hour; those at work go on using the screen, others went home. */
async function daysGoBy(days: number, atWork: readonly Person[] = []): Promise<void> {
  for (let day = 0; day < days; day++) {
    here.world.clock.set(new Date(Date.parse(here.world.clock.now()) + 86_400_000).toISOString())
    await usesNow([here.world.administrator, mette, ...atWork])
    const whole = wholeOn(here.world.house.tenants.pool(here.world.tenant))
    await whole((db) => remindCertifiers(db, here.world.clock))
    await whole((db) => lapseUnanswered(db, here.world.clock))
  }
}
const usesNow = async (people: readonly Person[]) =>
  here.world.owner.query(
    `update kernel.session set expires_at = $1::timestamptz + interval '1 hour', limit_at = null, ended_at = null where actor_id = any ($2::uuid[])`,
    [here.world.clock.now(), people.map(({ id }) => id)],
  )

describe('Mette goes through who has what at Solvang', () => {
  test('she is asked about those of the floor; what is extra stands first and says so; her own is another’s', async () => {
    const round = await begins(solvang)
    expect((await asked(mette, round)).map(({ name, isExtra: extra, permitted }) => [name, extra, permitted])).toEqual([
      ['Mette', true, []],
      ['Omar', true, ['answer']],
      ['Jonas', false, ['answer']],
    ])
    expect((await ask(mette, tasks.mine, {})).map(({ kind, about }) => [kind, about.roundId])).toContainEqual([
      'certification.floor',
      round,
    ])
    expect(
      (await ask(here.world.administrator, tasks.mine, {})).map(({ kind, about }) => [kind, about.roundId]),
    ).toContainEqual(['certification.above', round])
    expect((await ask(mette, certification.rounds, {})).find(({ id }) => id === round)).toMatchObject({
      unitName: 'Solvang',
      asked: 3,
      answered: 0,
      lapsed: 0,
    })
  })

  test('keep, end with the day, another role from tomorrow; the administrator answers for her; then it is over', async () => {
    const round = await begins(solvang)
    await says(mette, round, jonas, 'keep')
    expect(await says(mette, round, omar, 'change', 'support-worker')).toMatchObject({ left: 1 })
    expect(await worksAt(omar, solvang)).toEqual(['night-worker', 'support-worker'])
    expect((await ask(mette, tasks.mine, {})).filter(({ about }) => about.roundId === round)).toEqual([])
    expect(await says(here.world.administrator, round, mette, 'keep')).toMatchObject({ left: 0 })
    expect((await ask(mette, certification.rounds, {})).find(({ id }) => id === round)).toMatchObject({ answered: 3 })
    const closed = {
      roundId: round,
      answers: [{ itemId: (await asked(mette, round))[0]!.id, answer: 'keep', role: null, grantId: null }],
    }
    expect((await refused(mette, certification.answer, closed)).code).toBe('certification.closed')
    here.world.clock.set(new Date(Date.parse(here.world.clock.now()) + 86_400_000).toISOString())
    await usesNow([here.world.administrator])
    expect(await worksAt(omar, solvang)).toEqual(['support-worker'])
  })

  test('nobody answers for themselves, nor twice, nor above their own; and of many answers all stand or none does', async () => {
    const round = await begins(solvang)
    const before = await asked(mette, round)
    const itemOf = (who: Person) => before.find(({ employeeId }) => employeeId === who.id)!.id
    const tries = (...answers: object[]) => refused(mette, certification.answer, { roundId: round, answers })
    const keep = (who: Person) => ({ itemId: itemOf(who), answer: 'keep', role: null, grantId: null })
    expect((await tries(keep(jonas), keep(mette))).code).toBe('certification.own')
    expect((await asked(mette, round)).every(({ answer }) => answer === null)).toBe(true)
    expect((await tries({ ...keep(jonas), answer: 'change', role: 'unit-leader', grantId: newId() })).code).toBe(
      'certification.not-yours',
    )
    expect((await tries({ ...keep(jonas), answer: 'change', role: 'support-worker', grantId: newId() })).code).toBe(
      'certification.change-to-what',
    )
    await says(mette, round, jonas, 'end')
    expect((await tries(keep(jonas))).code).toBe('certification.answered-already')
    expect((await trailOf(here.world, 'certification.answer')).at(-1)).toMatchObject({
      outcome: 'refused',
      code: 'certification.answered-already',
    })
  })

  test('one round at a time, and nothing to ask where nobody has a role', async () => {
    await begins(solvang)
    const again = { id: newId(), unitId: solvang.id }
    expect((await refused(here.world.administrator, certification.begin, again)).code).toBe('certification.round-open')
    const empty = { id: newId(), unitId: (await aUnit(here.world, 'Tomt')).id }
    expect((await refused(here.world.administrator, certification.begin, empty)).code).toBe('certification.nobody')
  })
})

describe('nobody answers', () => {
  test('two reminders, the deputy, and only then the extra right lapses; own-unit access stays', async () => {
    const round = await begins(solvang)
    const seen: string[] = []
    for (let day = 0; day < 60; day++) {
      await daysGoBy(1)
      const mine = (await ask(mette, tasks.mine, {})).find(({ about }) => about.roundId === round)
      const deputys = (await ask(here.world.administrator, tasks.mine, {})).some(
        ({ about, kind }) => about.roundId === round && kind === 'certification.floor',
      )
      const has = (await worksAt(omar, solvang)).length > 0
      const state = `${mine ? `leader, ${mine.reminders} reminders` : deputys ? 'deputy' : 'nobody'}; ${has ? 'has it' : 'lapsed'}`
      if (seen.at(-1) !== state) seen.push(state)
    }
    expect(seen).toEqual([
      'leader, 0 reminders; has it',
      'leader, 1 reminders; has it',
      'leader, 2 reminders; has it',
      'deputy; has it',
      'nobody; lapsed',
    ])
    expect(await worksAt(jonas, solvang)).toEqual(['support-worker'])
    expect((await asked(here.world.administrator, round)).map(({ name, answer }) => [name, answer])).toEqual([
      // Her screen was in use each time the hour struck.
      ['Mette', null],
      ['Omar', 'lapsed'],
      ['Jonas', null],
    ])
    const lapsed = (await trailOf(here.world, 'certification.lapse')).filter(({ records }) => records.includes(omar.id))
    expect(lapsed).toMatchObject([{ actor_id: null, scope_id: solvang.id }])
    expect(
      (await ask(here.world.administrator, certification.rounds, {})).find(({ id }) => id === round),
    ).toMatchObject({ lapsed: 1 })
  })

  test('never in the middle of a shift: whoever is at work keeps it until they have gone home', async () => {
    await begins(solvang)
    await daysGoBy(60, [omar])
    expect(await worksAt(omar, solvang)).toEqual(['night-worker'])
    await daysGoBy(1)
    expect(await worksAt(omar, solvang)).toEqual([])
  })

  test('an answer in the last hour keeps it', async () => {
    const round = await begins(solvang)
    await daysGoBy(36, [])
    await says(here.world.administrator, round, omar, 'keep')
    await daysGoBy(30)
    expect(await worksAt(omar, solvang)).toEqual(['night-worker'])
  })

  test('the last administrator stays', async () => {
    const round = await begins(root())
    expect((await asked(here.world.administrator, round)).map(({ permitted }) => permitted)).toEqual([[]])
    await daysGoBy(80)
    expect(await worksAt(here.world.administrator, root())).toEqual(['administrator'])
  })
})

describe('the rhythm', () => {
  test('rounds begin by themselves when it is time, once; a municipality decides how often, from a day on', async () => {
    const due = async () => {
      const begun = await beginDueRounds(here.world.db, here.world.clock)
      return (
        begun > 0 &&
        (await ask(here.world.administrator, certification.rounds, {})).some(
          ({ unitId, closedAt }) => unitId === solvang.id && closedAt === null,
        )
      )
    }
    expect(await due(), 'Mette has been here for a year, half-yearly is the rule').toBe(true)
    expect(await beginDueRounds(here.world.db, here.world.clock)).toBe(0)
    const fromOn = addDays(here.world.clock.today(), 3)
    await ask(here.world.administrator, certification.decideRhythm, {
      id: newId(),
      fromOn,
      everyMonths: 12,
      daysToAnswer: 14,
    })
    expect(await ask(here.world.administrator, certification.rhythm, {})).toMatchObject({
      everyMonths: 6,
      daysToAnswer: 21,
      coming: [{ fromOn, everyMonths: 12, daysToAnswer: 14 }],
    })
    const past = { id: newId(), fromOn: addDays(here.world.clock.today(), -1), everyMonths: 12, daysToAnswer: 14 }
    expect((await refused(here.world.administrator, certification.decideRhythm, past)).code).toBe(
      'certification.decided-in-the-past',
    )
  })
})

describe('rules, whatever the case', () => {
  const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2024-01-01', days))
  const unit = fc.constantFrom('a', 'b', 'c')
  const held: fc.Arbitrary<Held[]> = fc
    .array(fc.record({ role: fc.constantFrom(...roles), unitId: unit, startsOn: day, hasBelow: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((all) => all.map((one, at) => ({ ...one, id: `g${at}` })))

  test('the right one works by, at one’s own unit, is never extra; leading, subtrees and other units always are', () => {
    fc.assert(
      fc.property(held, (all) => {
        const own = ownUnitOf(all)
        return all.every((one) => {
          const isFloor = (staffRoles as readonly Role[]).includes(one.role)
          return isExtra(one, all) === !(isFloor && !one.hasBelow && one.unitId === own)
        })
      }),
    )
    fc.assert(
      fc.property(held, (all) => {
        const plain = all.filter(({ role, hasBelow }) => (staffRoles as readonly Role[]).includes(role) && !hasBelow)
        const own = ownUnitOf(all)
        return plain.filter(({ unitId }) => unitId === own).every((one) => !isExtra(one, all))
      }),
    )
  })

  test('nothing lapses before two reminders and the deputy, nor what is answered, own, or in the middle of a shift', () => {
    const moment = fc
      .integer({ min: 0, max: 100 })
      .map((hours) => new Date(Date.parse('2026-03-10T00:00:00Z') - hours * 3_600_000).toISOString())
    fc.assert(
      fc.property(
        fc.nat(8),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        fc.option(moment),
        (reminders, extra, isAnswered, isLastAdministrator, lastSeenAt) => {
          const now = '2026-03-10T00:00:00Z'
          const gone = lapses(
            { isExtra: extra, isAnswered, stage: stageOf(reminders), lastSeenAt, isLastAdministrator },
            now,
          )
          if (!gone) return true
          const hours = lastSeenAt ? (Date.parse(now) - Date.parse(lastSeenAt)) / 3_600_000 : Number.POSITIVE_INFINITY
          return (
            extra && !isAnswered && !isLastAdministrator && reminders > 3 && hours >= 12 && !isMidShift(lastSeenAt, now)
          )
        },
      ),
    )
  })

  test('months on the calendar: the same day, or the last one; due on the day and not before', () => {
    expect([addMonths('2026-08-31', 6), addMonths('2024-02-29', 12), addMonths('2026-01-15', 12)]).toEqual([
      '2027-02-28',
      '2025-02-28',
      '2027-01-15',
    ])
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 24 }), (since: Day, months) => {
        const then = addMonths(since, months)
        return isDue(since, months, then) && !isDue(since, months, addDays(then, -1))
      }),
    )
  })

  test('an answer stands exactly when it is about another, new, and within what one may give', () => {
    const role = fc.constantFrom(...roles)
    fc.assert(
      fc.property(
        role,
        fc.constantFrom('keep', 'end', 'change'),
        fc.option(role),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (from, says, to, isAnswered, isOwn, isManager) => {
          const floor = (one: Role) => (staffRoles as readonly Role[]).includes(one)
          const why = whyNotAnswer({
            role: from,
            answer: says as 'keep',
            newRole: to,
            isAnswered,
            isOwn,
            isManager,
            isLastAdministrator: false,
          })
          const mine = isManager || (floor(from) && (to === null || floor(to)))
          return (
            (why === undefined) ===
            (!isOwn && !isAnswered && mine && (says !== 'change' || (to !== null && to !== from)))
          )
        },
      ),
    )
  })
})

describe('what a role is asked follows its rights', () => {
  const takes = async (unit: GivenUnit) =>
    ask(here.world.administrator, org.narrow, {
      ...{ id: newId(), rightName: 'certification.answer', role: 'unit-leader', unitId: unit.id },
      ...{ fromOn: here.world.clock.today(), toOn: null, note: 'Besluttet i direktionen' },
    })
  const askedOf = async (who: Person, roundId: string) =>
    (await ask(who, tasks.mine, {})).filter(({ about }) => about.roundId === roundId).map(({ kind }) => kind)

  test('a leader from whom the answering is taken is not asked any more, and not in the next round either', async () => {
    const standing = await begins(solvang)
    expect(await askedOf(mette, standing)).toContain('certification.floor')
    await takes(solvang)
    expect(await askedOf(mette, standing)).toEqual([])
    await takes(bakkely)
    const lone = await anEmployee(here.world, 'Lone', 'unit-leader', bakkely)
    const next = await begins(bakkely)
    expect(await askedOf(lone, next)).toEqual([])
    expect(await askedOf(here.world.administrator, next)).toContain('certification.floor')
  })
})
