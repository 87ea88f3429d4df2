import { beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#kernel/lang/id.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { ask, type Person, refused, trailOf, useWorld } from '#kit/world.ts'
import { tasks } from './contract.ts'
import { addTask, closeTask, handOn, type NewTask, remindOverdue } from './server/index.ts'

const here = useWorld()
let solvang: GivenUnit
let bakkely: GivenUnit
let lone: Person
let jonas: Person

beforeAll(async () => {
  solvang = await aUnit(here.world, 'Solvang')
  bakkely = await aUnit(here.world, 'Bakkely')
  lone = await anEmployee(here.world, 'Lone', 'unit-leader', solvang)
  jonas = await anEmployee(here.world, 'Jonas', 'support-worker', solvang)
})

const aTask = (more: Partial<NewTask> = {}): NewTask => ({
  id: newId(),
  unitId: solvang.id,
  kind: 'demo.look-again',
  to: { role: 'unit-leader' },
  outcomes: ['fine', 'wrong'],
  dueOn: '2026-03-20',
  ...more,
})
const add = async (more: Partial<NewTask> = {}) => {
  const task = aTask(more)
  expect(await addTask(here.world.db, task, here.world.clock.now())).toBe(true)
  return task
}
const mine = async (who: Person) => (await ask(who, tasks.mine, {})).map(({ id }) => id)

beforeEach(() => here.world.owner.query('delete from tasks.task'))

test('a task for a role is for whoever holds it at the unit, one for a person only for them, most urgent first', async () => {
  const late = await add({ dueOn: '2026-03-25' })
  const soon = await add({ about: { stay: newId() } })
  const hers = await add({ to: { employeeId: jonas.id } })
  await add({ unitId: bakkely.id })
  expect(await mine(lone)).toEqual([soon.id, late.id])
  expect(await mine(jonas)).toEqual([hers.id])
  const [first] = await ask(lone, tasks.mine, {})
  expect(first).toMatchObject({ unitName: 'Solvang', kind: 'demo.look-again', about: soon.about, version: 1 })
})

test('the leader closes it with an outcome; it stands among the closed, and the trail says what came of it', async () => {
  const { id } = await add()
  await ask(lone, tasks.done, { id, version: 1, outcome: 'fine', note: 'Set efter.' })
  expect(await mine(lone)).toEqual([])
  const [closed] = await ask(lone, tasks.doneAt, { unitId: solvang.id })
  expect(closed).toMatchObject({ id, outcome: 'fine', note: 'Set efter.', doneByName: 'Lone' })
  expect((await trailOf(here.world, 'tasks.done')).at(-1)).toMatchObject({ records: [id], scope_id: solvang.id })
  const again = await refused(lone, tasks.done, { id, version: 2, outcome: 'fine', note: null })
  expect(again.code).toBe('tasks.done-already')
})

test('an outcome that the task does not have is refused, and one whose feature closes it has none', async () => {
  const { id } = await add({ outcomes: [] })
  const answer = await refused(lone, tasks.done, { id, version: 1, outcome: 'fine', note: null })
  expect([answer.code, answer.faults[0]?.field]).toEqual(['tasks.outcome-unknown', 'outcome'])
})

test('whose it is not finds nothing to close: a colleague, a leader next door, the one it is about', async () => {
  const next = await anEmployee(here.world, 'Nete', 'unit-leader', bakkely)
  const { id } = await add({ exceptId: lone.id })
  for (const who of [jonas, next, lone]) {
    const answer = await refused(who, tasks.done, { id, version: 1, outcome: 'fine', note: null })
    expect([who.name, answer.code]).toEqual([who.name, 'kernel.not-found'])
  }
  expect(await mine(lone)).toEqual([])
  expect(await ask(lone, tasks.ofUnit, { unitId: solvang.id })).toEqual([])
})

test('the leader sees what others at the unit have to do; others do not', async () => {
  const { id } = await add({ to: { employeeId: jonas.id } })
  const [row] = await ask(lone, tasks.ofUnit, { unitId: solvang.id })
  expect(row).toMatchObject({ id, assigneeName: 'Jonas' })
  expect((await refused(jonas, tasks.ofUnit, { unitId: solvang.id })).code).toBe('kernel.not-found')
})

test('a job that runs twice makes one task', async () => {
  const { world } = here
  const task = await add({ onceKey: '2026-03' })
  expect(await addTask(world.db, { ...task, id: newId() }, world.clock.now())).toBe(false)
  expect(await mine(lone)).toEqual([task.id])
})

test('what is past its day is reminded of, not every hour, and can be handed on', async () => {
  const { db, clock } = here.world
  const { id } = await add({ dueOn: '2026-03-09', about: { note: 'x' } })
  await add({ dueOn: '2026-03-10' })
  const remind = () =>
    remindOverdue(db, { kind: 'demo.look-again', everyDays: 7, today: clock.today(), now: clock.now() })
  expect(await remind()).toMatchObject([{ id, reminders: 1, about: { note: 'x' } }])
  expect(await remind()).toEqual([])
  await handOn(db, id, { employeeId: jonas.id }, '2026-03-17')
  expect((await ask(jonas, tasks.mine, {}))[0]).toMatchObject({ id, reminders: 1, dueOn: '2026-03-17' })
})

test('two who close it at once close it once', async () => {
  const { db, clock } = here.world
  const { id } = await add()
  const close = () => closeTask(db, id, { by: lone.id, at: clock.now(), outcome: 'fine', note: null })
  const ended = await Promise.allSettled([close(), close()])
  expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})
