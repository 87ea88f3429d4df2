import { describe, expect, test } from 'vitest'
import { org } from '#features/org/contract.ts'
import { requirements } from '#features/requirements/contract.ts'
import { thread } from '#features/thread/contract.ts'
import { instantAt } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { decides } from '#kit/decisions.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { aLine, aRequirement, aSpec } from '#kit/requirements.ts'
import { aCourse, aSession, aStaffed, enrols, hasSetUp } from '#kit/training.ts'
import { ask, type Person, refused, signedIn, useWorld } from '#kit/world.ts'
import { training } from './contract.ts'
import { coverageOf, trainingEffects } from './server/index.ts'

const here = useWorld()
const at = async <T>(moment: string, work: () => Promise<T>): Promise<T> => {
  here.world.clock.set(moment)
  try {
    return await work()
  } finally {
    here.world.clock.set('2026-03-10T14:00:00+01:00')
  }
}
const again = (who: Person) => signedIn(here.world, who.id, who.name)
const mineOf = async (who: Person, sessionId: string) =>
  (await ask(who, training.mine, {})).find((place) => place.sessionId === sessionId)!
const sessionSeen = async (who: Person, id: string) =>
  (await ask(who, training.sessions, { unitId: null })).find((one) => one.id === id)!

describe('the start-up course', () => {
  test('rule 9: it is closed until the set-up is applied; a decision opens it; whoever was asked meanwhile is on the list', async () => {
    const { unit, leader, people } = await aStaffed(here.world, 'Solvang', {
      jonas: 'support-worker',
      nina: 'support-worker',
    })
    const course = await aCourse(here.world)
    const session = await aSession(course, [unit], '2026-03-20')
    const wants = {
      id: newId(),
      sessionId: session,
      employeeId: people.jonas.id,
      unitId: unit.id,
      clashAccepted: false,
    }
    expect((await refused(leader, training.enrol, wants)).code).toBe('training.set-up-not-applied')
    expect(await mineOf(people.jonas, session)).toBeUndefined()
    expect((await sessionSeen(leader, session)).units).toEqual([{ id: unit.id, name: 'Solvang', isApplied: false }])

    const { id: _, clashAccepted: __, ...asked } = wants
    await ask(leader, training.invite, { id: wants.id, ...asked })
    expect(await mineOf(people.jonas, session)).toMatchObject({ state: 'invited', appliedAt: null })

    const proposed = newId()
    expect(
      (await refused(course.signe, training.openSession, { id: session, version: 1, decisionId: proposed })).code,
    ).toBe('training.no-such-decision')
    const spec = await aSpec(here.world)
    const { id: requirement } = await aRequirement(spec, 'Modtag overlevering')
    const about = [{ kind: 'requirements.requirement', id: requirement }]
    const decision = await decides(spec.signe, 'Solvang øver før opsætningen', about)
    expect(
      (await refused(leader, training.openSession, { id: session, version: 1, decisionId: decision.id })).kind,
    ).toBe('not-found')
    await ask(course.signe, training.openSession, { id: session, version: 1, decisionId: decision.id })
    expect(await enrols(leader, session, people.nina, unit)).toMatchObject({ state: 'enrolled', coverMinutes: 180 })

    const other = await aSession(course, [unit], '2026-03-25')
    const closed = { ...wants, id: newId(), sessionId: other }
    expect((await refused(leader, training.enrol, closed)).code).toBe('training.set-up-not-applied')
    await hasSetUp(here.world, unit, '2026-03-09')
    expect((await enrols(leader, session, people.jonas, unit)).state).toBe('enrolled')
    expect((await mineOf(people.jonas, session)).appliedAt).not.toBeNull()
  })

  test('a full course has a waiting list, and whoever waited longest gets the seat that is given up', async () => {
    const { unit, leader, people } = await aStaffed(here.world, 'Bakkely', {
      anna: 'support-worker',
      bo: 'support-worker',
      carl: 'support-worker',
    })
    await hasSetUp(here.world, unit, '2026-03-01')
    const session = await aSession(await aCourse(here.world), [unit], '2026-03-18', { capacity: 1 })
    const first = await enrols(leader, session, people.anna, unit)
    expect(await enrols(leader, session, people.bo, unit)).toMatchObject({ state: 'waiting', queue: 1 })
    expect(await enrols(leader, session, people.carl, unit)).toMatchObject({ state: 'waiting', queue: 2 })
    expect(
      (
        await refused(leader, training.enrol, {
          id: newId(),
          sessionId: session,
          employeeId: people.bo.id,
          unitId: unit.id,
          clashAccepted: true,
        })
      ).code,
    ).toBe('training.on-the-list')
    expect(await mineOf(people.carl, session)).toMatchObject({ state: 'waiting', queue: 2 })
    const { movedUpId } = await ask(leader, training.takeOff, { id: first.id, version: 1 })
    expect((await mineOf(people.bo, session)).id).toBe(movedUpId)
    expect(await mineOf(people.bo, session)).toMatchObject({ state: 'enrolled', queue: 0 })
    expect(await mineOf(people.carl, session)).toMatchObject({ queue: 1 })
    expect((await refused(leader, training.takeOff, { id: first.id, version: 2 })).code).toBe(
      'training.place-is-settled',
    )
    expect(await sessionSeen(leader, session)).toMatchObject({ taken: 1, waiting: 1, permitted: ['enrol', 'mark'] })
  })

  test('somebody who works in two units takes it once, and counts once; two courses at once are said', async () => {
    const { unit, leader, people } = await aStaffed(here.world, 'Engen', { omar: 'night-worker' })
    const other = await aStaffed(here.world, 'Åsen', {})
    await ask(here.world.administrator, org.grantRole, {
      ...{
        id: newId(),
        employeeId: people.omar.id,
        role: 'night-worker',
        unitId: other.unit.id,
        startsOn: '2026-03-01',
        endsOn: null,
      },
    })
    for (const one of [unit, other.unit]) await hasSetUp(here.world, one, '2026-03-01')
    const course = await aCourse(here.world)
    const [here1, there] = [
      await aSession(course, [unit], '2026-03-18'),
      await aSession(course, [other.unit], '2026-03-19'),
    ]
    await enrols(leader, here1, people.omar, unit)
    const twice = {
      id: newId(),
      sessionId: there,
      employeeId: people.omar.id,
      unitId: other.unit.id,
      clashAccepted: false,
    }
    expect(await refused(other.leader, training.enrol, twice)).toMatchObject({
      code: 'training.has-a-place',
      facts: { startsOn: '2026-03-18' },
    })
    const medicine = await aCourse(here.world, { sort: 'topic', code: 'KU-05' }, course.signe)
    const same = await aSession(medicine, [unit], '2026-03-18', { from: '11:00', to: '13:00' })
    const clash = { ...twice, sessionId: same, unitId: unit.id }
    expect((await refused(leader, training.enrol, clash)).code).toBe('training.clashes')
    expect((await enrols(leader, same, people.omar, unit, true)).state).toBe('enrolled')
    const counted = await ask(course.signe, training.coverage, {})
    expect(counted.find(({ id }) => id === other.unit.id)).toMatchObject({ permanent: 1 })
    expect(counted.find(({ id }) => id === unit.id)).toMatchObject({ permanent: 2, onTheWay: 1 })
  })

  test('people of other units, sessions for other units and sessions that are over are turned away with the reason', async () => {
    const { unit, leader, people } = await aStaffed(here.world, 'Dalen', { ida: 'support-worker' })
    const stranger = await aStaffed(here.world, 'Højen', { kim: 'support-worker' })
    await hasSetUp(here.world, unit, '2026-03-01')
    const course = await aCourse(here.world)
    const session = await aSession(course, [unit], '2026-03-18')
    const wants = (more: object) => ({
      id: newId(),
      sessionId: session,
      employeeId: people.ida.id,
      unitId: unit.id,
      clashAccepted: false,
      ...more,
    })
    expect((await refused(leader, training.enrol, wants({ employeeId: stranger.people.kim.id }))).code).toBe(
      'training.not-of-the-unit',
    )
    expect((await refused(stranger.leader, training.enrol, wants({}))).kind).toBe('not-found')
    const theirs = wants({ employeeId: stranger.people.kim.id, unitId: stranger.unit.id })
    expect((await refused(stranger.leader, training.enrol, theirs)).code).toBe('training.not-for-the-unit')
    const past = await aSession(course, [unit], '2026-03-09')
    expect((await refused(leader, training.enrol, wants({ sessionId: past }))).code).toBe('training.is-over')
    await ask(course.signe, training.cancelSession, { id: session, version: 1, because: 'For få tilmeldte' })
    expect((await refused(leader, training.enrol, wants({}))).code).toBe('training.cancelled')
    expect(
      (
        await refused(course.signe, training.changeSession, {
          id: session,
          version: 2,
          startsAt: instantAt('2026-03-19', '09:00'),
          endsAt: instantAt('2026-03-19', '12:00'),
          place: 'x',
          trainer: '',
          trainerId: null,
          capacity: 3,
          unitIds: [unit.id],
        })
      ).code,
    ).toBe('training.cancelled')
  })
})

describe('on the day', () => {
  test('the code on the door, the list, and whoever fell ill is offered the next session the same day', async () => {
    const { unit, leader, people } = await aStaffed(here.world, 'Lunden', {
      anna: 'support-worker',
      bo: 'support-worker',
      vips: 'temp-worker',
    })
    await hasSetUp(here.world, unit, '2026-03-01')
    const freja = await anEmployee(here.world, 'Freja', 'super-user', unit)
    const course = await aCourse(here.world)
    const session = await aSession(course, [unit], '2026-03-12')
    const next = await aSession(course, [unit], '2026-03-16')
    const places = [
      await enrols(leader, session, people.anna, unit),
      await enrols(leader, session, people.bo, unit),
    ] as const
    expect((await refused(people.anna, training.checkIn, { id: places[0].id, code: 'XXXX' })).code).toBe(
      'training.door-closed',
    )

    await at('2026-03-12T08:45:00+01:00', async () => {
      const [anna, superUser] = [await again(people.anna), await again(freja)]
      const { doorCode } = await sessionSeen(superUser, session)
      expect((await sessionSeen(anna, session)).doorCode).toBeNull()
      expect((await refused(anna, training.checkIn, { id: places[0].id, code: 'nej' })).code).toBe(
        'training.wrong-code',
      )
      await ask(anna, training.checkIn, { id: places[0].id, code: doorCode!.toLowerCase() })
      expect((await refused(anna, training.checkIn, { id: places[0].id, code: doorCode! })).code).toBe(
        'training.place-is-settled',
      )
      const absent = { id: places[1].id, version: 1, to: 'absent' as const }
      expect((await refused(superUser, training.mark, { ...absent, reason: null })).code).toBe(
        'training.absent-says-no-why',
      )
      expect(await ask(superUser, training.mark, { ...absent, reason: 'sick' })).toMatchObject({
        next: { sessionId: next, free: 12 },
      })
      const list = await ask(superUser, training.participants, { sessionId: session })
      expect(list.map(({ name, state, absentReason }) => [name, state, absentReason])).toEqual([
        ['Anna', 'attended', null],
        ['Bo', 'absent', 'sick'],
      ])
      expect((await mineOf(await again(people.bo), session)).next).toMatchObject({ sessionId: next })
      expect((await enrols(await again(leader), next, people.bo, unit)).state).toBe('enrolled')
    })
    expect(await ask(leader, training.competences, { unitId: unit.id })).toMatchObject([
      { name: 'Anna', key: 'notat', level: 'seen' },
      { name: 'Anna', key: 'overlevering', level: 'seen' },
    ])
  })

  test('the trainer falls ill: everybody keeps their place, and that nobody teaches is a loose thread', async () => {
    const { unit, leader, people } = await aStaffed(here.world, 'Skoven', { anna: 'support-worker' })
    await hasSetUp(here.world, unit, '2026-03-01')
    const course = await aCourse(here.world)
    const session = await aSession(course, [unit], '2026-03-12')
    await enrols(leader, session, people.anna, unit)
    const changed = {
      startsAt: instantAt('2026-03-13', '09:00'),
      endsAt: instantAt('2026-03-13', '12:00'),
      place: 'kursuslokale 1',
      trainerId: null,
      capacity: 12,
      unitIds: [unit.id],
    }
    await ask(course.signe, training.changeSession, { id: session, version: 1, trainer: '', ...changed })
    expect(
      (await ask(course.signe, thread.loose, {})).filter(({ id }) => id === session).map(({ rule }) => rule),
    ).toEqual(['training.without-trainer'])
    expect(await mineOf(people.anna, session)).toMatchObject({
      state: 'enrolled',
      trainer: '',
      startsAt: expect.stringContaining('2026-03-13'),
    })
    await ask(course.signe, training.changeSession, { id: session, version: 2, trainer: 'Signe', ...changed })
    expect((await ask(course.signe, thread.loose, {})).filter(({ id }) => id === session)).toEqual([])
    const stale = { id: session, version: 1, trainer: 'x', ...changed }
    expect((await refused(course.signe, training.changeSession, stale)).kind).toBe('stale')
    const { content, name } = await ask(people.anna, training.appointment, {
      id: (await mineOf(people.anna, session)).id,
    })
    expect(name).toMatch(/\.ics$/)
    expect(content).toContain('DTSTART:20260313T080000Z\r\n')
    expect(content.split('\r\n').at(-2)).toBe('END:VCALENDAR')
  })

  test('two colleagues in the same role change places; others cannot', async () => {
    const { unit, leader, people } = await aStaffed(here.world, 'Bakken', {
      anna: 'support-worker',
      bo: 'support-worker',
      nat: 'night-worker',
    })
    await hasSetUp(here.world, unit, '2026-03-01')
    const course = await aCourse(here.world)
    const [early, late] = [await aSession(course, [unit], '2026-03-12'), await aSession(course, [unit], '2026-03-16')]
    const anna = await enrols(leader, early, people.anna, unit)
    const bo = await enrols(leader, late, people.bo, unit)
    const nat = await enrols(leader, late, people.nat, unit)
    expect((await mineOf(people.anna, early)).colleagues.map(({ name }) => name)).toEqual(['Bo'])
    expect(
      (await refused(people.anna, training.askSwap, { id: newId(), mineId: anna.id, theirsId: nat.id })).code,
    ).toBe('training.swap-other-role')
    expect((await refused(people.bo, training.askSwap, { id: newId(), mineId: anna.id, theirsId: bo.id })).kind).toBe(
      'not-found',
    )
    const swap = newId()
    await ask(people.anna, training.askSwap, { id: swap, mineId: anna.id, theirsId: bo.id })
    expect((await refused(people.anna, training.askSwap, { id: newId(), mineId: anna.id, theirsId: bo.id })).code).toBe(
      'training.asked-already',
    )
    expect((await refused(people.anna, training.answerSwap, { id: swap, accepted: true })).kind).toBe('not-found')
    expect((await mineOf(people.bo, late)).asked).toMatchObject([{ swapId: swap, name: 'Anna' }])
    await ask(people.bo, training.answerSwap, { id: swap, accepted: true })
    expect((await refused(people.bo, training.answerSwap, { id: swap, accepted: false })).code).toBe(
      'training.answered-already',
    )
    expect((await mineOf(people.anna, late)).id).toBe(anna.id)
    expect((await mineOf(people.bo, early)).id).toBe(bo.id)
  })
})

describe('what one can', () => {
  test('an exercise is the steps of a requirement about somebody who does not exist; three passed, and one can', async () => {
    const { unit, leader, people } = await aStaffed(here.world, 'Kløveren', { anna: 'support-worker' })
    await hasSetUp(here.world, unit, '2026-03-01')
    const freja = await anEmployee(here.world, 'Freja', 'super-user', unit)
    const spec = await aSpec(here.world)
    const course = await aCourse(here.world, {}, spec.signe)
    const made: string[] = []
    for (const title of ['Modtag overlevering', 'Skriv et notat', 'Tag vagten over']) {
      const { id: requirementId } = await aRequirement(spec, title)
      const id = newId()
      await ask(spec.signe, training.makeExercise, {
        id,
        courseId: course.id,
        requirementId,
        madeUpName: 'Ove Opdigtet',
      })
      made.push(id)
      expect(
        (
          await refused(spec.signe, training.makeExercise, {
            id: newId(),
            courseId: course.id,
            requirementId,
            madeUpName: 'Ove',
          })
        ).code,
      ).toBe('training.exercise-is-there')
    }
    expect(await ask(people.anna, training.exercises, { courseId: course.id })).toMatchObject([
      {
        title: 'Modtag overlevering',
        madeUpName: 'Ove Opdigtet',
        steps: ['Se hvad der er sket', 'Kvittér for at have læst'],
        suspects: 0,
      },
      {},
      {},
    ])
    const pass = (exerciseId: string) =>
      ask(freja, training.passExercise, { exerciseId, employeeId: people.anna.id, unitId: unit.id })
    expect(await pass(made[0]!)).toEqual({ passed: 1, level: 'seen' })
    expect(await pass(made[0]!)).toEqual({ passed: 1, level: 'seen' })
    expect(await pass(made[1]!)).toEqual({ passed: 2, level: 'seen' })
    expect(await pass(made[2]!)).toEqual({ passed: 3, level: 'can' })
    const own = { exerciseId: made[0]!, employeeId: freja.id, unitId: unit.id }
    expect((await refused(freja, training.passExercise, own)).code).toBe('training.not-oneself')
    expect((await refused(people.anna, training.passExercise, { ...own, employeeId: people.anna.id })).kind).toBe(
      'not-found',
    )
    const known = await ask(leader, training.competences, { unitId: unit.id })
    expect(known.map(({ key, level }) => [key, level])).toEqual([
      ['notat', 'can'],
      ['overlevering', 'can'],
    ])
    const teaches = {
      id: newId(),
      employeeId: people.anna.id,
      unitId: unit.id,
      key: 'notat',
      level: 'teaches' as const,
      evidence: 'Viser nye til rette',
      expiresOn: null,
    }
    expect((await refused(leader, training.grantCompetence, { ...teaches, expiresOn: '2026-03-09' })).code).toBe(
      'training.expired-already',
    )
    await ask(leader, training.grantCompetence, teaches)
    expect((await ask(leader, training.competences, { unitId: unit.id }))[0]).toMatchObject({
      key: 'notat',
      level: 'teaches',
    })
  })

  test('a requirement that changes marks its exercise; refreshed, it has the new steps', async () => {
    const spec = await aSpec(here.world)
    const course = await aCourse(here.world, {}, spec.signe)
    const { id: requirementId } = await aRequirement(spec, 'Hold kontakt til pårørende')
    const id = newId()
    await ask(spec.signe, training.makeExercise, { id, courseId: course.id, requirementId, madeUpName: 'Ove Opdigtet' })
    await ask(spec.signe, requirements.addLines, {
      requirementId,
      afterId: null,
      lines: [aLine('Ring op', 'step', '3')],
    })
    const seen = async () => (await ask(spec.signe, training.exercises, { courseId: course.id }))[0]!
    expect(await seen()).toMatchObject({ suspects: 1 })
    await ask(spec.signe, training.refreshExercise, { id, version: 1 })
    expect((await seen()).steps).toContain('Ring op')
    const problem = await aRequirement(spec, 'Kun et problem', { lines: [aLine('Ingen ved det', 'problem')] })
    expect(
      (
        await refused(spec.signe, training.makeExercise, {
          id: newId(),
          courseId: course.id,
          requirementId: problem.id,
          madeUpName: 'Ove',
        })
      ).code,
    ).toBe('training.no-steps')
  })
})

describe('who needs what', () => {
  test('rule 11: medicine follows from the answers; temps and nights have their own; the leader sees who, others how many', async () => {
    const { unit, leader, people } = await aStaffed(here.world, 'Mosen', {
      anna: 'support-worker',
      vera: 'temp-worker',
    })
    const contact = await anEmployee(here.world, 'Nina', 'unit-contact', unit)
    const without = await aStaffed(here.world, 'Heden', { ulla: 'support-worker' })
    await hasSetUp(here.world, unit, '2026-03-01', { 'modules.medicine': true })
    await hasSetUp(here.world, without.unit, '2026-03-01', { 'modules.medicine': false })
    const medicine = await aCourse(here.world, {
      sort: 'topic',
      staff: 'all',
      settingKey: 'modules.medicine',
      code: 'KU-05 Mosen',
    })
    const brief = await aCourse(
      here.world,
      { sort: 'brief', staff: 'temps-and-nights', code: 'KU-07 Mosen', minutes: 45 },
      medicine.signe,
    )
    const start = await aCourse(here.world, { code: 'KU-03 Mosen' }, medicine.signe)
    const session = await aSession(start, [unit], '2026-03-18')
    await enrols(leader, session, people.anna, unit)
    const codes = [medicine.id, brief.id, start.id]
    const lacks = (await ask(leader, training.missing, { unitId: unit.id })).map(({ name, courses }) => [
      name,
      courses
        .filter(({ courseId }) => codes.includes(courseId))
        .map(({ code, nextOn }) => `${code}${nextOn ? ` ${nextOn}` : ''}`),
    ])
    expect(lacks).toEqual([
      ['Anna', ['KU-03 Mosen 2026-03-18', 'KU-05 Mosen']],
      ['Peter', ['KU-03 Mosen', 'KU-05 Mosen']],
      ['Vera', ['KU-05 Mosen', 'KU-07 Mosen']],
    ])
    const needed = await ask(medicine.signe, training.needs, {})
    const of = (courseId: string, unitId: string) =>
      needed.find((one) => one.courseId === courseId && one.unitId === unitId)
    expect(of(medicine.id, unit.id)).toMatchObject({ needs: 3, missing: 3 })
    expect(of(medicine.id, without.unit.id)).toBeUndefined()
    expect(of(start.id, unit.id)).toMatchObject({ needs: 2, missing: 2, placed: 1, free: 11 })
    expect((await refused(contact, training.missing, { unitId: unit.id })).kind).toBe('not-found')
    expect(
      (await ask(contact, training.coverage, {})).map(({ permanentTrained, permitted }) => [
        permanentTrained,
        permitted,
      ]),
    ).toEqual([[null, []]])
    expect(
      (await ask(leader, training.coverage, {})).map(({ permanentTrained, permitted }) => [
        permanentTrained,
        permitted,
      ]),
    ).toEqual([[0, ['names']]])
    const weeks = (await ask(medicine.signe, training.seats, {})).filter(
      ({ courseCode }) => courseCode === 'KU-03 Mosen',
    )
    expect(weeks).toMatchObject([{ week: '2026-03-16', seats: 12, taken: 1, coverMinutes: 180 }])
  })

  test('a set-up changed after the course asks for five minutes, not a new course', async () => {
    const { unit, leader, people } = await aStaffed(here.world, 'Ager', { anna: 'support-worker', vera: 'temp-worker' })
    await hasSetUp(here.world, unit, '2026-02-01')
    const course = await aCourse(here.world)
    const session = await aSession(course, [unit], '2026-03-09')
    const place = await at('2026-03-08T09:00:00+01:00', async () =>
      enrols(await again(leader), session, people.anna, unit),
    )
    await ask(leader, training.mark, { id: place.id, version: 1, to: 'attended', reason: null })
    expect(await ask(people.anna, training.updates, {})).toEqual([])
    const share = () =>
      here.world.db.one<{
        permanent: string
        temps: string
      }>(sql`select ${coverageOf(sql`${unit.id}::uuid`, sql`${here.world.clock.today()}::date`, 'permanent')} as permanent,
      ${coverageOf(sql`${unit.id}::uuid`, sql`${here.world.clock.today()}::date`, 'temps')} as temps`)
    const { permanent, temps } = (await share())!
    expect([Number(permanent), Number(temps)]).toEqual([0.5, 0])
    await hasSetUp(here.world, unit, '2026-03-10')
    expect(await ask(people.anna, training.updates, {})).toMatchObject([{ unitName: 'Ager' }])
    expect(await ask(people.vera, training.updates, {})).toEqual([])
    expect((await ask(leader, training.coverage, {}))[0]).toMatchObject({ permanentTrained: 1, toBriefed: 1 })
    const asked = { unitId: sql`${unit.id}::uuid`, fromOn: sql`'2026-03-09'::date`, proposalId: sql`null::uuid` }
    const touched = await Promise.all(
      trainingEffects.map(({ count }) => here.world.db.one<{ count: number }>(sql`select ${count(asked)} as count`)),
    )
    expect(touched.map((row) => row!.count)).toEqual([1, 1, 0, 0])
    await ask(people.anna, training.briefed, { unitId: unit.id })
    expect(await ask(people.anna, training.updates, {})).toEqual([])
    expect((await refused(people.vera, training.briefed, { unitId: here.world.rootUnitId })).kind).toBe('not-found')
  })

  test('courses are named once, and planned by those who plan', async () => {
    const course = await aCourse(here.world, { code: 'KU-99' })
    const unit = await aUnit(here.world, 'Kærhuset')
    const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', unit)
    expect((await ask(course.signe, training.places, {})).map(({ name }) => name)).toContain('Prøveby Kommune')
    expect((await refused(jonas, training.places, {})).kind).toBe('not-found')
    const seen = (await ask(jonas, training.courses, {})).find(({ id }) => id === course.id)!
    expect(seen).toMatchObject({ code: 'KU-99', permitted: [] })
    const { id, version, placeId: _, exercises: __, permitted: ___, ...written } = seen
    await ask(course.signe, training.changeCourse, { id, version, ...written, minutes: 150 })
    const other = await aCourse(here.world, {}, course.signe)
    expect((await refused(course.signe, training.changeCourse, { ...written, id: other.id, version: 1 })).code).toBe(
      'training.code-taken',
    )
    expect((await refused(jonas, training.changeCourse, { id, version: 2, ...written })).kind).toBe('not-found')
  })
})
