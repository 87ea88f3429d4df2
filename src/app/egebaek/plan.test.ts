import { beforeAll, expect } from 'vitest'
import { plan, type Task } from '#features/plan/contract.ts'
import { delaysOf, standing } from '#features/plan/rules.ts'
import { isWorkingDay } from '#kernel/lang/working-days.ts'
import { hasEgebaek, readEgebaek, withEgebaek } from '#kit/egebaek.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { ask, groundOf, type Person, signedIn, useWorld } from '#kit/world.ts'
import { CaptureInFile } from './file.ts'
import { Loading } from './loading.ts'
import { loadPlan } from './plan.ts'
import { PlanInFile } from './plan-file.ts'

const here = useWorld()
let signe: Person
const file = () => PlanInFile.parse(readEgebaek())
const say = (line: string) => process.stdout.write(`  ${line}\n`)

const load = async () => {
  const loader = { ground: groundOf(here.world), by: signe.by, tenantId: here.world.tenant.id }
  await loadPlan(await Loading.open(loader, CaptureInFile.parse(readEgebaek())), file(), here.world.rootUnitId)
}

beforeAll(async () => {
  if (!hasEgebaek) return
  // The day the file stands on, so that its weekdays and holidays are the real ones.
  here.world.clock.set('2027-08-24T08:00:00+02:00')
  const { id, name } = here.world.administrator
  here.world.administrator = await signedIn(here.world, id, name)
  for (const { name } of file().units) await aUnit(here.world, name)
  signe = await anEmployee(here.world, 'Signe', 'coordinator', { id: here.world.rootUnitId, name: 'Egebæk' })
  await load()
}, 120_000)

const unitTasks = async (): Promise<Map<string, Task>> => {
  const all = await ask(signe, plan.tasks, {})
  return new Map(all.filter(({ unitId }) => unitId).map((task) => [`${task.unitName}:${task.code}`, task]))
}

withEgebaek('nineteen templates and four go-lives give the 266 dated tasks; what differs is said', async () => {
  const known = new Map(file().units.map(({ id, name }) => [id, name]))
  const tasks = await unitTasks()
  const differing = file().unitTasks.flatMap(({ unit, template, due }) => {
    const found = tasks.get(`${known.get(unit)}:${template}`)!
    return found.dueOn === due ? [] : [{ unit: known.get(unit)!, template, ours: found.dueOn, due }]
  })
  const { length } = file().unitTasks
  say(
    `${length - differing.length} of ${length} tasks on the file's day; differing: ${differing.map(({ unit, template, ours, due }) => `${unit} ${template} ${ours} for ${due}`).join(', ') || 'none'}`,
  )
  // The file puts the pilots' set-up on Whit Monday 2027, which is a public holiday: here it is the Friday before.
  expect(differing).toEqual([
    { unit: 'Åstedet', template: 'UT08', ours: '2027-05-14', due: '2027-05-17' },
    { unit: 'Bostøtten Nord', template: 'UT08', ours: '2027-05-14', due: '2027-05-17' },
  ])
  expect(isWorkingDay('2027-05-17')).toBe(false)
  expect([...tasks.values()].every(({ dueOn }) => isWorkingDay(dueOn!))).toBe(true)
})

withEgebaek('forty-four tasks of the project, with who has them and what they wait for', async () => {
  const own = (await ask(signe, plan.tasks, {})).filter(({ unitId }) => unitId === null)
  const byCode = new Map(own.map((task) => [task.code!, task]))
  expect(own).toHaveLength(44)
  for (const { id, end, dependsOn, status } of file().projectTasks) {
    const task = byCode.get(id)!
    expect([id, task.dueOn, task.needs.length]).toEqual([id, end, dependsOn.length])
    if (status === 'done' || status === 'doing') expect([id, task.state]).toEqual([id, status])
  }
  const nobody = own.filter(({ ownerName }) => !ownerName).map(({ code }) => code)
  say(
    `44 project tasks, ${own.filter(({ state }) => state === 'done').length} done; nobody named for ${nobody.join(', ')}`,
  )
})

withEgebaek('fourteen units stand on the board where the file has them, worked out from what is done', async () => {
  const [board] = await ask(signe, plan.board, {})
  const found = board!.units.map(({ name, tasks, goLiveOn }) => {
    const { at } = standing(board!.stages, tasks, goLiveOn, here.world.clock.today())
    return [name, board!.stages[at]?.code]
  })
  const wanted = new Map(file().units.map(({ name, boardPhase }) => [name, boardPhase]))
  const right = found.filter(([name, code]) => wanted.get(name!) === code)
  say(
    `${right.length} of ${found.length} units in the file's column: ${found.map(([name, code]) => `${name} ${code}`).join(', ')}`,
  )
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted))
  expect(board!.stages.map(({ code }) => code)).toEqual(file().boardPhases)
})

withEgebaek('how late things have been done so far', async () => {
  say(
    `delays so far: ${delaysOf(await ask(signe, plan.tasks, {})).filter((days) => days > 0).length} (the file does not say when things were done)`,
  )
})

withEgebaek('loaded again, nothing is there twice', async () => {
  await load()
  expect((await ask(signe, plan.tasks, {})).length).toBe(266 + 44)
})
