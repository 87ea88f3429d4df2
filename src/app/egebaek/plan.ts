import { plan, type Task } from '#features/plan/contract.ts'
import { workingDayFrom } from '#features/plan/rules.ts'
import { standardRoles, standardStages } from '#features/plan/standard.ts'
import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Loading } from './loading.ts'
import type { PlanInFile } from './plan-file.ts'

/** The day the file's plan is taken to have been made. */
const MADE_ON = '2027-01-04'
const partId = (loading: Loading, part: string): Id => loading.id(`plan ${part}`, MADE_ON)
export const planIdOf = (loading: Loading): Id => partId(loading, 'plan')
export const waveIdOf = (loading: Loading, code: string): Id => partId(loading, `wave ${code}`)

/** Two who have a task together: the first named has it. */
const ownerIn = (owner: string): string => owner.split(' + ')[0]!.replace('kontaktpersoner', 'kontaktperson')

/** Clarification in the units begins when the contract is signed; only naming a contact comes before it. */
const CLARIFICATION = 'F4'
const isClarification = (code: string): boolean => /^UT0[2-9]$/.test(code)

function rolesIn(file: PlanInFile): string[] {
  const owners = [...file.unitTaskTemplates, ...file.projectTasks].map(({ owner }) => ownerIn(owner))
  return [...new Set([...standardRoles.map(({ code }) => code), ...owners])]
}

async function begin(loading: Loading, file: PlanInFile, placeId: Id): Promise<void> {
  const id = (part: string) => partId(loading, part)
  const known = new Map(standardRoles.map((role) => [role.code, role]))
  const input = {
    id: planIdOf(loading),
    placeId,
    title: 'Nyt socialfagligt system',
    phases: file.phases.map((phase) => ({
      ...{ id: id(phase.id), code: phase.id, name: phase.name, doneWhen: phase.done },
      ...{ startsOn: loading.day(phase.start), endsOn: loading.day(phase.end) },
    })),
    roles: rolesIn(file).map((code) => ({
      ...(known.get(code) ?? { code, name: code, orgRole: null, perUnit: false }),
      id: id(`role ${code}`),
    })),
    templates: file.unitTaskTemplates.map((one) => ({
      ...{ id: id(one.id), code: one.id, title: one.title, why: '', offsetDays: one.offsetDays },
      roleId: id(`role ${ownerIn(one.owner)}`),
      earliestPhaseId: isClarification(one.id) ? id(CLARIFICATION) : null,
      needs: one.dependsOn.map(id),
    })),
    stages: standardStages.map((stage) => ({ ...stage, id: id(`stage ${stage.code}`), needs: stage.needs.map(id) })),
  }
  await loading.ask(plan.begin, input, 'plan')
}

const withoutNote = (name: string): string => name.replace(/ \(.*\)$/, '')
const projectHolders = {
  koordinator: 'x-coord',
  styregruppe: 'x-center',
  centerleder: 'x-center',
  indkøb: 'x-buy',
  databeskyttelse: 'x-dpo',
  it: 'x-it',
  leverandør: 'x-vendor',
} as const

/** Who has which part. The file's staff are names here: whether they also work in the municipality is not the plan's to know. */
async function nameHolders(loading: Loading, file: PlanInFile): Promise<void> {
  const [idAt, nameAt] = ['id', 'name'].map((column) => file.people.columns.indexOf(column))
  const names = new Map(file.people.rows.map((row) => [String(row[idAt!]), String(row[nameAt!])]))
  for (const { id, name } of file.externalUsers) names.set(id, withoutNote(name))
  const hold = (role: string, unit: string | null, person: string | undefined) => {
    const who = person && names.get(person)
    if (!who) return undefined
    const employeeId = person === 'x-coord' ? loading.by.id : null
    const input = { id: partId(loading, `role ${role}`), unitId: unit && loading.unit(unit), employeeId, who }
    return loading.ask(plan.nameHolder, input, `plan ${role} ${unit ?? ''}`)
  }
  for (const [role, person] of Object.entries(projectHolders)) await hold(role, null, person)
  for (const { id, leader, contact, superusers } of file.units) {
    await hold('leder', id, leader)
    await hold('kontaktperson', id, contact)
    await hold('superbruger', id, superusers[0])
  }
}

async function addWaves(loading: Loading, file: PlanInFile): Promise<void> {
  for (const wave of file.waves) {
    const input = {
      id: waveIdOf(loading, wave.id),
      planId: planIdOf(loading),
      code: wave.id,
      name: wave.name,
      goLiveOn: workingDayFrom(loading.day(wave.goLive)),
      unitIds: wave.units.map((unit) => loading.unit(unit)),
    }
    await loading.ask(plan.addWave, input, `plan ${wave.id}`)
  }
}

const WAVE_OF = /^Bølge (\d): go\/no-go$/
const waveOf = (loading: Loading, title: string): Id | null => {
  const found = title.startsWith('Pilot: go') ? '1' : WAVE_OF.exec(title)?.[1]
  return found ? waveIdOf(loading, `B${found}`) : null
}
const projectTaskId = (loading: Loading, code: string): Id => partId(loading, code)

async function addProjectTasks(loading: Loading, file: PlanInFile): Promise<void> {
  for (const task of file.projectTasks) {
    const input = {
      ...{
        id: projectTaskId(loading, task.id),
        planId: planIdOf(loading),
        unitId: null,
        waveId: waveOf(loading, task.title),
      },
      ...{ phaseId: partId(loading, task.phase), code: task.id, title: task.title, why: '' },
      ...{ roleId: partId(loading, `role ${ownerIn(task.owner)}`), employeeId: null },
      ...{ startsOn: loading.day(task.start), dueOn: loading.day(task.end) },
      needs: task.dependsOn.map((code) => projectTaskId(loading, code)),
    }
    await loading.ask(plan.addTask, input, `plan ${task.id}`)
  }
}

/** The file says that something is done, not when: it is taken to have been done on its day. */
async function moveOn(loading: Loading, task: Pick<Task, 'id' | 'dueOn'>, status: string, key: string): Promise<void> {
  const to = status === 'done' || status === 'doing' ? status : undefined
  if (!to) return
  const day: Day = task.dueOn && task.dueOn < loading.today ? task.dueOn : loading.today
  const doneOn = to === 'done' ? day : null
  await loading.ask(plan.moveOn, { id: task.id, version: 1, to, because: null, doneOn }, `plan ${key} ${to}`)
}

async function moveAllOn(loading: Loading, file: PlanInFile): Promise<void> {
  const mine = (await loading.ask(plan.tasks, {})).filter(({ planId }) => planId === planIdOf(loading))
  const ofUnit = new Map(mine.map((task) => [`${task.unitId} ${task.code}`, task]))
  for (const one of file.unitTasks) {
    const task = ofUnit.get(`${loading.unit(one.unit)} ${one.template}`)
    if (!task) throw new Error(`${one.id} did not come of its template`)
    await moveOn(loading, task, one.status, one.id)
  }
  for (const one of file.projectTasks) await moveOn(loading, ofUnit.get(`null ${one.id}`)!, one.status, one.id)
}

/** Phases, templates, waves with their dated tasks, the project's own tasks, who has what, and what is done. */
export async function loadPlan(loading: Loading, file: PlanInFile, placeId: Id): Promise<void> {
  await begin(loading, file, placeId)
  await nameHolders(loading, file)
  await addWaves(loading, file)
  await addProjectTasks(loading, file)
  await moveAllOn(loading, file)
}
