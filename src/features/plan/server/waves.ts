import type { Day } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { plan } from '../contract.ts'
import { dueOf, type Moving, moved, whyNotGoLiveOn, whyNotMoveWave, whyNotNeed } from '../rules.ts'
import { type By, putTemplateNeeds } from './begin.ts'
import { followAnswers } from './follow-answers.ts'
import { newDayFound } from './new-day.ts'
import { overPlan, overTemplate, overWave } from './permissions.ts'

export type PlanRow = { id: Id; placeId: Id }
export const lockedPlan = (db: Db, id: Id) =>
  db.one<PlanRow>(
    sql`select id, place_id as "placeId" from plan.plan where tenant_id = kernel.here() and id = ${id} for update`,
  )

type Template = {
  id: Id
  title: string
  why: string
  roleId: Id
  offsetDays: number
  earliestOn: Day | null
  needs: Id[]
}
const templatesOf = (db: Db, planId: Id) =>
  db.all<Template>(sql`
    select template.id, template.title, template.why, template.role_id as "roleId", template.offset_days as "offsetDays", phase.starts_on::text as "earliestOn",
      array(select need.needs_id from plan.template_need need where need.tenant_id = kernel.here() and need.template_id = template.id) as needs
    from plan.template left join plan.phase on phase.tenant_id = template.tenant_id and phase.id = template.earliest_phase_id
    where template.tenant_id = kernel.here() and template.plan_id = ${planId} order by template.position`)

async function onlyFreeUnits(db: Db, placeId: Id, unitIds: readonly Id[]): Promise<void> {
  const known = await db.all<{ id: Id; taken: boolean }>(sql`
    select branch.unit_id as id, exists (select from plan.unit own where own.tenant_id = kernel.here() and own.unit_id = branch.unit_id) as taken
    from org.branch where branch.tenant_id = kernel.here() and branch.above_id = ${placeId} and branch.unit_id = any (${unitIds}::uuid[])`)
  if (known.length < unitIds.length) throw new Problem('not-found', 'kernel.not-found')
  if (known.some(({ taken }) => taken)) refuse(refusal('plan.unit-planned', {}, 'unitIds'))
}

/** Every template as a dated task of the unit, with what must be done first. */
async function tasksFor(db: Db, planId: Id, unitId: Id, goLiveOn: Day, by: By): Promise<number> {
  const templates = await templatesOf(db, planId)
  const idOf = new Map(templates.map(({ id }) => [id, newId()]))
  for (const one of templates)
    await db.run(sql`insert into plan.task (id, plan_id, unit_id, template_id, title, why, role_id, due_on, by_hand, state, changed_at, changed_by)
      values (${idOf.get(one.id)}, ${planId}, ${unitId}, ${one.id}, ${one.title}, ${one.why}, ${one.roleId}, ${dueOf(goLiveOn, one)}::date, false, 'open', ${by.at}, ${by.id})`)
  for (const { id, needs } of templates)
    await db.run(sql`insert into plan.task_need (task_id, needs_id)
      select ${idOf.get(id)}, unnest(${needs.map((need) => idOf.get(need))}::uuid[])`)
  return templates.length
}

const putUnit = (db: Db, unitId: Id, waveId: Id, by: By) =>
  db.run(sql`insert into plan.unit (unit_id, wave_id, joined_at, joined_by) values (${unitId}, ${waveId}, ${by.at}, ${by.id})
    on conflict (tenant_id, unit_id) do update set wave_id = excluded.wave_id, joined_at = excluded.joined_at, joined_by = excluded.joined_by`)

export const addWave = command(plan.addWave, {
  may: overPlan((input) => input.planId),
  about: (db, input) => lockedPlan(db, input.planId),
  audit: (input, about) => ({ place: about?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotGoLiveOn(input.goLiveOn))
    const unitIds = [...new Set(input.unitIds)]
    await onlyFreeUnits(db, about.placeId, unitIds)
    const maker = { id: by.id, at: clock.now() }
    const made = await db.run(sql`insert into plan.wave (id, plan_id, code, name, go_live_on, changed_at, changed_by)
      values (${input.id}, ${about.id}, ${input.code}, ${input.name.trim()}, ${input.goLiveOn}::date, ${maker.at}, ${maker.id})
      on conflict (tenant_id, plan_id, code) do nothing`)
    if (made === 0) refuse(refusal('plan.code-taken', {}, 'code'))
    let tasks = 0
    for (const unitId of unitIds) {
      await putUnit(db, unitId, input.id, maker)
      tasks += await tasksFor(db, about.id, unitId, input.goLiveOn, maker)
      await followAnswers(db, unitId, maker, clock.today())
    }
    return { id: input.id, version: 1, tasks }
  },
  tell: (_, about) => [{ topic: 'plan', place: about.placeId }],
})

type WaveRow = { id: Id; planId: Id; placeId: Id; goLiveOn: Day; version: number }
const lockedWave = (db: Db, id: Id) =>
  db.one<WaveRow>(sql`select wave.id, wave.plan_id as "planId", plan.place_id as "placeId", wave.go_live_on::text as "goLiveOn", wave.version
    from plan.wave join plan.plan on plan.tenant_id = wave.tenant_id and plan.id = wave.plan_id
    where wave.tenant_id = kernel.here() and wave.id = ${id} for update of wave, plan`)

const tasksWhere = (db: Db, whose: ReturnType<typeof sql>) =>
  db.all<Moving>(sql`select task.id, task.state, task.due_on::text as "dueOn", task.template_id as "templateId", task.by_hand as "byHand"
    from plan.task where task.tenant_id = kernel.here() and ${whose} for update`)

/** Gives tasks the days a moved go-live gives them. */
async function follow(db: Db, tasks: readonly Moving[], planId: Id, days: { from: Day; to: Day }, by: By) {
  const templates = new Map((await templatesOf(db, planId)).map((one) => [one.id, one]))
  const changes = moved(tasks, days, templates)
  for (const { id, dueOn } of changes)
    await db.run(sql`update plan.task set due_on = ${dueOn}::date, starts_on = case when starts_on is not null then least(starts_on, ${dueOn}::date) end, version = version + 1, changed_at = ${by.at}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${id}`)
  return changes
}

const bumpWave = (db: Db, id: Id, goLiveOn: Day, by: By) =>
  db.run(sql`update plan.wave set go_live_on = ${goLiveOn}::date, version = version + 1, changed_at = ${by.at}, changed_by = ${by.id}
    where tenant_id = kernel.here() and id = ${id}`)

const inWave = (id: Id) =>
  sql`task.unit_id in (select own.unit_id from plan.unit own where own.tenant_id = kernel.here() and own.wave_id = ${id})`

export const moveWave = command(plan.moveWave, {
  may: overWave((input) => input.id),
  about: (db, input) => lockedWave(db, input.id),
  audit: (input, wave) => ({ place: wave?.placeId, records: [input.id] }),
  async run({ db, input, about: wave, by, clock }) {
    refuse(whyNotMoveWave({ goLiveOn: wave.goLiveOn, to: input.goLiveOn }, clock.today()))
    const mover = { id: by.id, at: clock.now() }
    await newDayFound(db, inWave(wave.id), mover, clock.today())
    const tasks = await tasksWhere(db, sql`(task.wave_id = ${wave.id} or ${inWave(wave.id)})`)
    const changes = await follow(db, tasks, wave.planId, { from: wave.goLiveOn, to: input.goLiveOn }, mover)
    await bumpWave(db, wave.id, input.goLiveOn, mover)
    await db.run(sql`insert into plan.wave_move (id, wave_id, was_on, becomes_on, because, moved_at, moved_by)
      values (${newId()}, ${wave.id}, ${wave.goLiveOn}::date, ${input.goLiveOn}::date, ${input.because.trim()}, ${mover.at}, ${mover.id})`)
    return { id: wave.id, version: wave.version + 1, moved: changes.map(({ id, dueOn }) => ({ id, dueOn })) }
  },
  tell: (_, wave) => [{ topic: 'plan', place: wave.placeId }],
})

const standingOf = (db: Db, unitId: Id) =>
  db.one<{ goLiveOn: Day; planId: Id }>(sql`select wave.go_live_on::text as "goLiveOn", wave.plan_id as "planId"
    from plan.unit own join plan.wave on wave.tenant_id = own.tenant_id and wave.id = own.wave_id
    where own.tenant_id = kernel.here() and own.unit_id = ${unitId} for update`)

async function moveUnit(db: Db, unitId: Id, wave: WaveRow, today: Day, by: By): Promise<number> {
  const was = await standingOf(db, unitId)
  if (!was) {
    await onlyFreeUnits(db, wave.placeId, [unitId])
    await putUnit(db, unitId, wave.id, by)
    const made = await tasksFor(db, wave.planId, unitId, wave.goLiveOn, by)
    await followAnswers(db, unitId, by, today)
    return made
  }
  if (was.planId !== wave.planId) throw new Problem('not-found', 'kernel.not-found')
  if (was.goLiveOn <= today) refuse(refusal('plan.unit-is-live', {}, 'unitId'))
  await putUnit(db, unitId, wave.id, by)
  await newDayFound(db, sql`task.unit_id = ${unitId}`, by, today)
  const days = { from: was.goLiveOn, to: wave.goLiveOn }
  return (await follow(db, await tasksWhere(db, sql`task.unit_id = ${unitId}`), wave.planId, days, by)).length
}

export const joinWave = command(plan.joinWave, {
  may: overWave((input) => input.id),
  about: (db, input) => lockedWave(db, input.id),
  audit: (input, wave) => ({ place: wave?.placeId, records: [input.id] }),
  async run({ db, input, about: wave, by, clock }) {
    const mover = { id: by.id, at: clock.now() }
    const count = await moveUnit(db, input.unitId, wave, clock.today(), mover)
    await bumpWave(db, wave.id, wave.goLiveOn, mover)
    return { id: wave.id, version: wave.version + 1, moved: count }
  },
  tell: (_, wave) => [{ topic: 'plan', place: wave.placeId }],
})

type TemplateRow = { id: Id; planId: Id; placeId: Id; version: number }
const lockedTemplate = (db: Db, id: Id) =>
  db.one<TemplateRow>(sql`select template.id, template.plan_id as "planId", plan.place_id as "placeId", template.version
    from plan.template join plan.plan on plan.tenant_id = template.tenant_id and plan.id = template.plan_id
    where template.tenant_id = kernel.here() and template.id = ${id} for update of template, plan`)

/** What the plan's templates need, with one of them changed. */
async function refuseCircle(db: Db, { id, planId }: TemplateRow, needs: readonly Id[], roleId: Id): Promise<void> {
  const templates = await templatesOf(db, planId)
  const known = new Set(templates.map((one) => one.id))
  const role = await db.one(
    sql`select from plan.role where tenant_id = kernel.here() and id = ${roleId} and plan_id = ${planId}`,
  )
  if (!role || needs.some((need) => !known.has(need))) refuse(refusal('plan.unknown-part', {}, 'needs'))
  refuse(whyNotNeed(new Map(templates.map((one) => [one.id, one.id === id ? needs : one.needs]))))
}

/** The unfinished tasks of a template, each dated anew from its own unit's go-live. */
async function redate(db: Db, { id, planId }: TemplateRow, by: By): Promise<number> {
  const template = (await templatesOf(db, planId)).find((one) => one.id === id)!
  const open = await db.all<{ id: Id; goLiveOn: Day; dueOn: Day | null }>(sql`
    select task.id, wave.go_live_on::text as "goLiveOn", task.due_on::text as "dueOn" from plan.task
    join plan.unit own on own.tenant_id = task.tenant_id and own.unit_id = task.unit_id
    join plan.wave on wave.tenant_id = own.tenant_id and wave.id = own.wave_id
    where task.tenant_id = kernel.here() and task.template_id = ${id} and task.state in ('open', 'doing') and not task.by_hand for update of task`)
  const later = open.filter(({ goLiveOn, dueOn }) => dueOf(goLiveOn, template) !== dueOn)
  for (const task of later)
    await db.run(sql`update plan.task set due_on = ${dueOf(task.goLiveOn, template)}::date, version = version + 1, changed_at = ${by.at}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${task.id}`)
  return later.length
}

/** Unfinished tasks say and need what their template does. */
async function reword(db: Db, { id }: TemplateRow, by: By): Promise<void> {
  await db.run(sql`update plan.task set title = template.title, why = template.why, role_id = template.role_id, version = task.version + 1, changed_at = ${by.at}, changed_by = ${by.id}
    from plan.template where template.tenant_id = task.tenant_id and template.id = task.template_id
      and task.tenant_id = kernel.here() and task.template_id = ${id} and task.state in ('open', 'doing')`)
  await db.run(sql`delete from plan.task_need using plan.task, plan.task needed
    where task.tenant_id = kernel.here() and task.template_id = ${id} and task.state in ('open', 'doing') and needed.tenant_id = kernel.here()
      and needed.id = task_need.needs_id and needed.template_id is not null and task_need.tenant_id = kernel.here() and task_need.task_id = task.id`)
  await db.run(sql`insert into plan.task_need (task_id, needs_id)
    select task.id, needed.id from plan.task join plan.template_need need on need.tenant_id = task.tenant_id and need.template_id = task.template_id
    join plan.task needed on needed.tenant_id = task.tenant_id and needed.unit_id = task.unit_id and needed.template_id = need.needs_id
    where task.tenant_id = kernel.here() and task.template_id = ${id} and task.state in ('open', 'doing') on conflict do nothing`)
}

export const changeTemplate = command(plan.changeTemplate, {
  may: overTemplate((input) => input.id),
  about: (db, input) => lockedTemplate(db, input.id),
  audit: (input, template) => ({ place: template?.placeId, records: [input.id] }),
  async run({ db, input, about: template, by, clock }) {
    await refuseCircle(db, template, input.needs, input.roleId)
    const changer = { id: by.id, at: clock.now() }
    await db.run(sql`update plan.template set title = ${input.title.trim()}, why = ${input.why.trim()}, offset_days = ${input.offsetDays}, role_id = ${input.roleId},
      version = version + 1, changed_at = ${changer.at}, changed_by = ${changer.id} where tenant_id = kernel.here() and id = ${template.id}`)
    await putTemplateNeeds(db, template.id, input.needs)
    await reword(db, template, changer)
    return { id: template.id, version: template.version + 1, moved: await redate(db, template, changer) }
  },
  tell: (_, template) => [{ topic: 'plan', place: template.placeId }],
})
