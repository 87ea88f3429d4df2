import { beforeAll, describe, expect, test } from 'vitest'
import { journal } from '#features/journal/contract.ts'
import { tasks } from '#features/tasks/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { wholeOn } from '#kernel/server/sql.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { aGoal, anEvaluation, proposes, wordsOf } from '#kit/goals.ts'
import { aNote } from '#kit/notes.ts'
import { ask, type Person, refused, START, signedIn, trailOf, useWorld } from '#kit/world.ts'
import { goals } from './contract.ts'
import { remindOfGoals } from './server/index.ts'

const here = useWorld()
let solvang: GivenUnit
let bakkely: GivenUnit
let jens: GivenCitizen
let kaja: GivenCitizen
let mette: Person
let bente: Person
let jonas: Person
let nora: Person
let fatima: Person

beforeAll(async () => {
  const { world } = here
  solvang = await aUnit(world, 'Solvang')
  bakkely = await aUnit(world, 'Bakkely')
  jens = await aCitizen(world, 'Jens Brandt', solvang)
  kaja = await aCitizen(world, 'Kaja Lind', bakkely)
  mette = await anEmployee(world, 'Mette', 'unit-leader', solvang)
  bente = await anEmployee(world, 'Bente', 'unit-leader', solvang)
  jonas = await anEmployee(world, 'Jonas', 'support-worker', solvang)
  nora = await anEmployee(world, 'Nora', 'night-worker', solvang)
  fatima = await anEmployee(world, 'Fatima', 'support-worker', bakkely)
})

const planOf = (by: Person, citizen: GivenCitizen) => ask(by, goals.ofCitizen, { citizenId: citizen.id })
const goalOf = async (id: Id) => (await ask(jonas, goals.one, { goalId: id })).goal
const noteOn = async (goalId: Id, text: string, more = {}) => {
  const note = { ...aNote(here.world, solvang, jens, text, more), belongsTo: [goalId] }
  await ask(jonas, journal.write, note)
  return note.id
}
const offered = async () =>
  (await ask(jonas, journal.mattersOf, { citizenId: jens.id })).filter((one) => one.isOpen).map(({ id }) => id)

describe('from the citizen’s own words to a goal', () => {
  test('Jens says what he wants, Jonas and Jens word a goal, Mette approves it, and the composer offers it', async () => {
    const objectiveId = newId()
    await ask(jonas, goals.say, {
      id: objectiveId,
      citizenId: jens.id,
      unitId: solvang.id,
      text: 'Jeg vil selv kunne handle',
      saidOn: '2026-03-09',
    })
    const id = await proposes(jonas, solvang, jens, { objectiveId })
    expect(await goalOf(id)).toMatchObject({
      state: 'proposed',
      approvedAt: null,
      wordedByName: 'Jonas',
      evaluateOn: null,
    })
    expect(await offered()).not.toContain(id)
    await ask(mette, goals.approve, { id, version: 1 })
    expect(await goalOf(id)).toMatchObject({
      state: 'active',
      approvedByName: 'Mette',
      evaluateOn: '2026-04-21',
      version: 2,
    })
    expect(await offered()).toContain(id)
    const whole = await ask(nora, goals.one, { goalId: id })
    expect(whole.objective).toMatchObject({ text: 'Jeg vil selv kunne handle' })
    expect(whole.steps.map(({ act, byName }) => [act, byName])).toEqual([
      ['approve', 'Mette'],
      ['propose', 'Jonas'],
    ])
    expect((await planOf(jonas, jens)).goals.find((goal) => goal.id === id)?.permitted).toEqual(['write', 'evaluate'])
    expect((await planOf(nora, jens)).writableUnitIds).toEqual([])
    expect((await planOf(jonas, jens)).writableUnitIds).toEqual([solvang.id])
  })

  test('nobody approves words of their own, whoever wrote the first ones; the database would not let them either', async () => {
    const own = await proposes(mette, solvang, jens)
    expect((await refused(mette, goals.approve, { id: own, version: 1 })).code).toBe('goals.own-work')
    const changed = await proposes(jonas, solvang, jens)
    await ask(mette, goals.change, { id: changed, version: 1, ...wordsOf(mette, { title: 'Handle ind med seddel' }) })
    expect((await refused(mette, goals.approve, { id: changed, version: 2 })).code).toBe('goals.own-work')
    await ask(bente, goals.approve, { id: changed, version: 2 })
    expect((await refused(jonas, goals.approve, { id: changed, version: 3 })).kind).toBe('not-found')
    await expect(
      here.world.owner.query(`update goals.goal set approved_by = worded_by where id = $1`, [changed]),
    ).rejects.toThrow('goal_never_own_approval')
  })

  test('new words of a living goal wait for approval while it goes on', async () => {
    const id = await aGoal(jonas, mette, { unit: solvang, citizen: jens })
    await ask(jonas, goals.change, { id, version: 2, ...wordsOf(jonas, { signs: 'Tre ting på sedlen' }) })
    expect(await goalOf(id)).toMatchObject({ state: 'active', approvedAt: null })
    const atUnit = await ask(mette, goals.ofUnit, { unitId: solvang.id })
    expect(atUnit.find((goal) => goal.id === id)).toMatchObject({
      awaitsApproval: true,
      wordedById: jonas.id,
      calledName: 'Jens',
    })
    expect((await refused(jonas, goals.change, { id, version: 2, ...wordsOf(jonas) })).kind).toBe('stale')
  })

  test.each([
    ['that ends before it starts', { endsOn: '2026-03-01' }, 'goals.ends-before-it-starts', 'endsOn'],
    ['of three years', { endsOn: '2029-03-10' }, 'goals.too-long', 'endsOn'],
    ['made without the citizen, and no reason', { madeWith: 'without' as const }, 'goals.why-without', 'whyWithout'],
    ['with only one of its levels', { levelWanted: null }, 'goals.one-level', 'levelWanted'],
    ['with an objective that is not Jens’s', { objectiveId: newId() }, 'goals.objective-unknown', 'objectiveId'],
    ['for somebody who works elsewhere', { responsibleId: 'fatima' }, 'goals.responsible-elsewhere', 'responsibleId'],
  ])('a goal %s is refused, and nothing stands', async (_, more, code, field) => {
    const words = wordsOf(jonas, 'responsibleId' in more ? { responsibleId: fatima.id } : (more as object))
    const id = newId()
    const problem = await refused(jonas, goals.propose, { id, citizenId: jens.id, unitId: solvang.id, ...words })
    expect([problem.code, problem.faults[0]?.field]).toEqual([code, field])
    expect((await refused(jonas, goals.one, { goalId: id })).kind).toBe('not-found')
  })

  test('the own words end, and stay to be read', async () => {
    const id = newId()
    await ask(jonas, goals.say, {
      id,
      citizenId: jens.id,
      unitId: solvang.id,
      text: 'Jeg vil have hund',
      saidOn: '2026-03-10',
    })
    await ask(jonas, goals.endObjective, { id, version: 1, reason: 'Vil hellere have kat' })
    expect((await planOf(mette, jens)).objectives.find((one) => one.id === id)).toMatchObject({
      endedOn: '2026-03-10',
      text: 'Jeg vil have hund',
    })
    expect((await refused(jonas, goals.endObjective, { id, version: 2, reason: 'igen' })).code).toBe(
      'goals.objective-unknown',
    )
  })
})

describe('on its way', () => {
  test('on hold, resumed, attained in part; a completed one takes no more', async () => {
    const id = await aGoal(jonas, mette, { unit: solvang, citizen: jens })
    await ask(jonas, goals.hold, { id, version: 2, reason: 'Indlagt' })
    expect(await goalOf(id)).toMatchObject({ state: 'on-hold', reason: 'Indlagt', evaluateOn: null })
    await ask(jonas, goals.resume, { id, version: 3 })
    await ask(jonas, goals.complete, { id, version: 4, attainment: 'partly', reason: 'Handler selv om onsdagen' })
    expect(await goalOf(id)).toMatchObject({ state: 'completed', attainment: 'partly' })
    expect(await offered()).not.toContain(id)
    expect((await refused(jonas, goals.change, { id, version: 5, ...wordsOf(jonas) })).code).toBe('goals.ended')
    expect((await refused(jonas, goals.drop, { id, version: 5, reason: 'x' })).code).toBe('goals.ended')
    expect((await refused(jonas, goals.hold, { id, version: 5, reason: 'x' })).code).toBe('goals.ended')
    expect((await refused(jonas, goals.resume, { id, version: 5 })).code).toBe('goals.not-on-hold')
  })

  test('what was never approved is dropped, not completed', async () => {
    const id = await proposes(jonas, solvang, jens)
    expect((await refused(jonas, goals.complete, { id, version: 1, attainment: 'attained', reason: null })).code).toBe(
      'goals.not-active',
    )
    await ask(jonas, goals.drop, { id, version: 1, reason: 'Jens ville hellere noget andet' })
    expect(await goalOf(id)).toMatchObject({ state: 'dropped' })
  })

  test('activities come and go', async () => {
    const id = await aGoal(jonas, mette, { unit: solvang, citizen: jens })
    const activity = newId()
    await ask(jonas, goals.addActivity, {
      id: activity,
      goalId: id,
      text: 'Skriver seddel',
      rhythm: 'weekly',
      who: 'Jens og Jonas',
    })
    expect((await goalOf(id)).activities).toMatchObject([{ text: 'Skriver seddel', endedAt: null }])
    await ask(jonas, goals.endActivity, { id: activity })
    expect((await goalOf(id)).activities[0]?.endedAt).not.toBeNull()
  })
})

describe('evaluated, and whose view it is', () => {
  test('worker, citizen and relative each say theirs, resting on notes that belong to the goal', async () => {
    const id = await aGoal(jonas, mette, { unit: solvang, citizen: jens })
    const noteId = await noteOn(id, 'Var i Netto alene')
    const health = await noteOn(id, 'Tog sin medicin før turen', { kind: 'health' })
    await ask(jonas, goals.evaluate, anEvaluation(jonas, id, { noteIds: [noteId, health] }))
    await ask(
      jonas,
      goals.evaluate,
      anEvaluation(jonas, id, { view: 'citizen', level: null, movement: 'much', text: 'Det går godt' }),
    )
    await ask(
      nora,
      goals.evaluate,
      anEvaluation(nora, id, { view: 'relative', viewOf: 'søsteren', level: null, text: 'Han virker glad' }),
    )
    const { evaluations, dots } = await goalOf(id)
    expect(evaluations.map(({ view }) => view).sort()).toEqual(['citizen', 'relative', 'worker'])
    expect(evaluations.find(({ view }) => view === 'worker')?.noteIds.sort()).toEqual([noteId, health].sort())
    expect(dots.map((dot) => dot.noteId).sort()).toEqual([noteId, health].sort())
    expect((await trailOf(here.world, 'goals.evaluate')).at(-1)).toMatchObject({
      subject_id: jens.id,
      scope_id: solvang.id,
      about: '{"view": "relative"}',
    })
    expect((await ask(mette, goals.one, { goalId: id })).notes.map((note) => note.id).sort()).toEqual(
      [noteId, health].sort(),
    )
  })

  test('a note that does not belong to the goal cannot stand behind it; of the health class none but those who follow health see', async () => {
    const { world } = here
    const sanne = await anEmployee(world, 'Sanne', 'specialist', solvang)
    const id = await aGoal(jonas, mette, { unit: solvang, citizen: jens })
    const other = await noteOn(await aGoal(jonas, mette, { unit: solvang, citizen: jens, title: 'Sove' }), 'Sov')
    const problem = await refused(jonas, goals.evaluate, anEvaluation(jonas, id, { noteIds: [other] }))
    expect([problem.code, problem.faults[0]?.field]).toEqual(['goals.not-its-notes', 'noteIds'])
    expect((await goalOf(id)).evaluations).toEqual([])
    const health = await noteOn(id, 'Blodtryk taget', { kind: 'health' })
    await ask(jonas, goals.evaluate, anEvaluation(jonas, id, { noteIds: [health] }))
    const seen = await ask(sanne, goals.one, { goalId: id })
    expect([seen.goal.dots, seen.notes, seen.goal.evaluations[0]?.noteIds]).toEqual([[], [], []])
  })

  test('a slip is struck out by whoever wrote it, and stays', async () => {
    const id = await aGoal(jonas, mette, { unit: solvang, citizen: jens })
    const evaluation = anEvaluation(jonas, id)
    await ask(jonas, goals.evaluate, evaluation)
    expect((await refused(mette, goals.strikeEvaluation, { id: evaluation.id, version: 1, reason: 'x' })).code).toBe(
      'goals.not-yours',
    )
    await ask(jonas, goals.strikeEvaluation, { id: evaluation.id, version: 1, reason: 'Forkert borger' })
    expect((await goalOf(id)).evaluations[0]?.struck).toMatchObject({ reason: 'Forkert borger' })
  })

  test.each([
    ['tomorrow', { evaluatedOn: '2026-03-11' }, 'goals.in-the-future'],
    ['before it began', { evaluatedOn: '2026-03-09' }, 'goals.before-the-goal'],
    ['by a relative without a name', { view: 'relative', level: null }, 'goals.whose-view'],
    ['with a level that is the citizen’s', { view: 'citizen' }, 'goals.level-is-the-workers'],
  ])('an evaluation %s is refused', async (_, more, code) => {
    const id = await aGoal(jonas, mette, { unit: solvang, citizen: jens })
    expect((await refused(jonas, goals.evaluate, anEvaluation(jonas, id, more))).code).toBe(code)
  })
})

describe('reminders', () => {
  const remind = () =>
    wholeOn(here.world.house.tenants.pool(here.world.tenant))((db) => remindOfGoals(db, here.world.clock))
  /** Signed in anew: sessions do not live for weeks. */
  const mine = async (who: Person) =>
    (await ask(await signedIn(here.world, who.id, who.name), tasks.mine, {})).filter(({ kind }) =>
      kind.startsWith('goals.'),
    )

  test('the follow-up is a task six, four and two weeks ahead, once each; held, they are done with', async () => {
    const anna = await aCitizen(here.world, 'Anna Holm', solvang)
    const id = newId()
    const first = newId()
    await ask(jonas, goals.planFollowUp, { id: first, citizenId: anna.id, unitId: solvang.id, dueOn: '2026-04-01' })
    await ask(jonas, goals.planFollowUp, { id, citizenId: anna.id, unitId: solvang.id, dueOn: '2026-05-05' })
    const weeks: string[][] = []
    for (const on of ['2026-03-23', '2026-03-24', '2026-03-25', '2026-04-07', '2026-04-21']) {
      here.world.clock.set(`${on}T06:00:00+02:00`)
      await remind()
      weeks.push(
        (await mine(mette))
          .filter(({ about }) => about.followUpId === id)
          .map(({ about }) => about.weeks!)
          .sort(),
      )
    }
    expect(weeks).toEqual([[], ['6'], ['6'], ['4'], ['2']])
    here.world.clock.set('2026-05-06T10:00:00+02:00')
    const later = await signedIn(here.world, jonas.id, 'Jonas')
    await ask(later, goals.answerFollowUp, { id, version: 1, heldOn: '2026-05-05', result: 'continue', text: null })
    expect((await mine(mette)).filter(({ about }) => about.followUpId === id)).toEqual([])
    expect((await planOf(later, anna)).followUps).toMatchObject([{ id, result: 'continue' }])
    expect(
      (await refused(later, goals.answerFollowUp, { id, version: 2, heldOn: '2026-05-05', result: 'end', text: null }))
        .code,
    ).toBe('goals.follow-up-held')
    here.world.clock.set(START)
  })

  test('an evaluation is its responsible’s task in its last week, and gone when it is made', async () => {
    const id = await aGoal(jonas, mette, { unit: solvang, citizen: jens, everyWeeks: 1 })
    here.world.clock.set('2026-03-11T06:00:00+01:00')
    expect(await remind()).toBeGreaterThan(0)
    expect(await remind()).toBe(0)
    expect((await mine(jonas)).some(({ about }) => about.goalId === id)).toBe(true)
    await ask(await signedIn(here.world, jonas.id, 'Jonas'), goals.evaluate, anEvaluation(jonas, id))
    expect((await mine(jonas)).some(({ about }) => about.goalId === id)).toBe(false)
    here.world.clock.set(START)
    expect((await goalOf(id)).evaluateOn).toBe(addDays('2026-03-11', 7))
  })
})

describe('who sees it', () => {
  test('a plan in another unit is answered like one that is not there, on every path', async () => {
    const { world } = here
    const id = await aGoal(jonas, mette, { unit: solvang, citizen: jens })
    for (const goalId of [id, newId()]) {
      expect((await refused(fatima, goals.one, { goalId })).code).toBe('kernel.not-found')
      expect((await refused(fatima, goals.evaluate, anEvaluation(fatima, goalId))).code).toBe('kernel.not-found')
      expect((await refused(fatima, goals.drop, { id: goalId, version: 2, reason: 'x' })).code).toBe('kernel.not-found')
    }
    expect((await refused(fatima, goals.ofCitizen, { citizenId: jens.id })).code).toBe('kernel.not-found')
    expect(
      (
        await refused(jonas, goals.say, {
          id: newId(),
          citizenId: kaja.id,
          unitId: bakkely.id,
          text: 'x',
          saidOn: '2026-03-10',
        })
      ).code,
    ).toBe('kernel.not-found')
    expect(
      (
        await refused(nora, goals.planFollowUp, {
          id: newId(),
          citizenId: jens.id,
          unitId: solvang.id,
          dueOn: '2026-06-01',
        })
      ).code,
    ).toBe('kernel.not-found')
    expect(world.told.some(({ topic, subject }) => topic === 'goals' && subject === jens.id)).toBe(true)
  })
})
