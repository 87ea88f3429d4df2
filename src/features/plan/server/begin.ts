import type { InputOf } from '#kernel/lang/contract.ts'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { plan } from '../contract.ts'
import { whyNotNeed } from '../rules.ts'
import { mayKeep } from './permissions.ts'

type Input = InputOf<typeof plan.begin>
export type By = { readonly id: Id; readonly at: Instant }

/** Everything a plan names must be in it. */
function onlyOwnParts({ phases, roles, templates, stages }: Input): void {
  const [phaseIds, roleIds, templateIds] = [phases, roles, templates].map((parts) => new Set(parts.map(({ id }) => id)))
  const isWhole =
    templates.every(
      ({ roleId, earliestPhaseId, needs }) =>
        roleIds!.has(roleId) &&
        (earliestPhaseId === null || phaseIds!.has(earliestPhaseId)) &&
        needs.every((id) => templateIds!.has(id)),
    ) && stages.every(({ needs }) => needs.every((id) => templateIds!.has(id)))
  if (!isWhole) refuse(refusal('plan.unknown-part', {}, 'templates'))
}

/** Every list of codes holds each once. */
function onlyOwnCodes({ phases, roles, templates, stages }: Input): void {
  for (const [field, parts] of Object.entries({ phases, roles, templates, stages }))
    if (new Set(parts.map(({ code }) => code)).size < parts.length) refuse(refusal('plan.code-taken', {}, field))
}

async function insertFrame(db: Db, { id, phases, roles }: Input): Promise<void> {
  for (const phase of phases)
    await db.run(sql`insert into plan.phase (id, plan_id, code, name, done_when, starts_on, ends_on)
      values (${phase.id}, ${id}, ${phase.code}, ${phase.name.trim()}, ${phase.doneWhen.trim()}, ${phase.startsOn}::date, ${phase.endsOn}::date)`)
  for (const [at, role] of roles.entries())
    await db.run(sql`insert into plan.role (id, plan_id, code, name, org_role, per_unit, position)
      values (${role.id}, ${id}, ${role.code}, ${role.name.trim()}, ${role.orgRole}, ${role.perUnit}, ${at + 1})`)
}

async function insertTemplates(db: Db, { id, templates }: Input, by: By): Promise<void> {
  for (const [at, one] of templates.entries())
    await db.run(sql`insert into plan.template (id, plan_id, code, title, why, offset_days, role_id, earliest_phase_id, position, changed_at, changed_by)
      values (${one.id}, ${id}, ${one.code}, ${one.title.trim()}, ${one.why.trim()}, ${one.offsetDays}, ${one.roleId}, ${one.earliestPhaseId}, ${at + 1}, ${by.at}, ${by.id})`)
  for (const one of templates) await putTemplateNeeds(db, one.id, one.needs)
}

export async function putTemplateNeeds(db: Db, id: Id, needs: readonly Id[]): Promise<void> {
  await db.run(sql`delete from plan.template_need where tenant_id = kernel.here() and template_id = ${id}`)
  await db.run(
    sql`insert into plan.template_need (template_id, needs_id) select ${id}, unnest(${[...new Set(needs)]}::uuid[])`,
  )
}

async function insertStages(db: Db, { id, stages }: Input): Promise<void> {
  for (const [at, stage] of stages.entries()) {
    await db.run(sql`insert into plan.stage (id, plan_id, code, name, after_go_live, position)
      values (${stage.id}, ${id}, ${stage.code}, ${stage.name.trim()}, ${stage.afterGoLive}, ${at + 1})`)
    await db.run(
      sql`insert into plan.stage_need (stage_id, template_id) select ${stage.id}, unnest(${[...new Set(stage.needs)]}::uuid[])`,
    )
  }
}

export const begin = command(plan.begin, {
  may: at(mayKeep, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    onlyOwnCodes(input)
    onlyOwnParts(input)
    if (input.phases.some(({ startsOn, endsOn }) => endsOn < startsOn))
      refuse(refusal('plan.due-before-start', {}, 'phases'))
    refuse(whyNotNeed(new Map(input.templates.map(({ id, needs }) => [id, needs]))))
    const maker = { id: by.id, at: clock.now() }
    const made = await db.run(sql`insert into plan.plan (id, place_id, title, changed_at, changed_by)
      values (${input.id}, ${input.placeId}, ${input.title.trim()}, ${maker.at}, ${maker.id}) on conflict (tenant_id, place_id) do nothing`)
    if (made === 0) refuse(refusal('plan.there-is-one', {}, 'placeId'))
    await insertFrame(db, input)
    await insertTemplates(db, input, maker)
    await insertStages(db, input)
    return { id: input.id, version: 1 }
  },
  tell: (input) => [{ topic: 'plan', place: input.placeId }],
})
