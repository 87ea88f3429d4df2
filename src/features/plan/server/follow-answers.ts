import { answerKind, askedByApplied } from '#features/clarification/server/index.ts'
import type { ProfileFollowing } from '#features/profiles/server/index.ts'
import { link, unlink } from '#features/thread/server/index.ts'
import type { Day } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { type AskedFor, dueOfAsked, type Following, following, keyOf, titleOf, whyOf } from '../following.ts'
import type { By } from './begin.ts'
import { planTaskKind } from './node-kinds.ts'

type Asked = AskedFor & { answerId: Id | null }
type OnWay = { planId: Id; unitId: Id; goLiveOn: Day }

/** What the project calls it when nobody asks for it any longer. */
const NOT_ASKED = 'Svarene i enhedens opsætning beder ikke længere om den.'

const onWay = (db: Db, unitId: Id) =>
  db.one<OnWay>(sql`select plan.id as "planId", own.unit_id as "unitId", wave.go_live_on::text as "goLiveOn"
    from plan.unit own join plan.wave on wave.tenant_id = own.tenant_id and wave.id = own.wave_id
    join plan.plan on plan.tenant_id = wave.tenant_id and plan.id = wave.plan_id
    where own.tenant_id = kernel.here() and own.unit_id = ${unitId} for update of plan`)

const askedOf = (db: Db, unitId: Id) =>
  db.all<Asked>(sql`select asked.kind, asked.key, asked.text, asked.question_key as "questionKey", asked.question_text as "questionText", asked.answer_id as "answerId"
    from (${askedByApplied(sql`${unitId}::uuid`)}) asked`)

const followingOf = (db: Db, unitId: Id) =>
  db.all<Following>(sql`select task.id, task.follows_key as key, task.follows_text as text, task.state, task.withdrawn_at is not null as "isWithdrawn"
    from plan.task where task.tenant_id = kernel.here() and task.unit_id = ${unitId} and task.follows_key is not null order by task.id for update`)

/** The unit's contact has it, as what the unit itself sees to. */
async function make(db: Db, { planId, unitId, goLiveOn }: OnWay, one: Asked, by: By, today: Day): Promise<Id> {
  const id = newId()
  await db.run(sql`insert into plan.task (id, plan_id, unit_id, title, why, role_id, due_on, by_hand, state, follows_key, follows_text, changed_at, changed_by)
    values (${id}, ${planId}, ${unitId}, ${titleOf(one)}, ${whyOf(one)},
      (select role.id from plan.role where role.tenant_id = kernel.here() and role.plan_id = ${planId} and role.org_role = 'unit-contact' order by role.position limit 1),
      ${dueOfAsked(one.kind, goLiveOn, today)}::date, true, 'open', ${keyOf(one)}, ${one.text}, ${by.at}, ${by.id})`)
  return id
}

const changed = (db: Db, id: Id, set: Sql, by: By) =>
  db.run(sql`update plan.task set ${set}, version = version + 1, changed_at = ${by.at}, changed_by = ${by.id}
    where tenant_id = kernel.here() and id = ${id}`)

type Step = { from: Id; to: Id }
const grounds = ({ from, to }: Step, by: By) => ({
  ...{ type: 'grounds' as const, from: { kind: answerKind, id: from }, to: { kind: planTaskKind, id: to } },
  ...{ by: by.id, at: by.at },
})

/** From the answer that asks for it to the task, and from no other answer. */
async function fromAnswer(db: Db, taskId: Id, answerId: Id | null, by: By): Promise<void> {
  const others = await db.all<{ from: Id; to: Id }>(sql`select link.from_id as from, link.to_id as to from thread.link
    where link.tenant_id = kernel.here() and link.to_id = ${taskId} and link.from_kind = ${answerKind.kind} and link.type = 'grounds'
      and link.ended_at is null and link.from_id is distinct from ${answerId}::uuid`)
  for (const other of others) await unlink(db, { ...grounds(other, by), because: NOT_ASKED })
  if (answerId) await link(db, grounds({ from: answerId, to: taskId }, by))
}

/**
 * The unit's plan has what the answers behind its set-up ask for: no task twice, whatever is applied or undone in whatever order, and none taken
 * from whoever has begun. A unit that is in no wave gets them when it comes into one.
 */
export async function followAnswers(db: Db, unitId: Id, by: By, today: Day): Promise<void> {
  const unit = await onWay(db, unitId)
  if (!unit) return
  const {
    make: made,
    restore,
    reword,
    stay,
    withdraw,
  } = following(await askedOf(db, unitId), await followingOf(db, unitId))
  for (const one of made) await fromAnswer(db, await make(db, unit, one, by, today), one.answerId, by)
  for (const [task, one] of restore)
    await changed(
      db,
      task.id,
      sql`state = 'open', because = null, withdrawn_at = null, title = ${titleOf(one)}, why = ${whyOf(one)},
      follows_text = ${one.text}, due_on = greatest(due_on, ${dueOfAsked(one.kind, unit.goLiveOn, today)}::date)`,
      by,
    )
  for (const [task, one] of reword)
    await changed(db, task.id, sql`title = ${titleOf(one)}, why = ${whyOf(one)}, follows_text = ${one.text}`, by)
  for (const [task, one] of [...restore, ...reword, ...stay]) await fromAnswer(db, task.id, one.answerId, by)
  for (const { id } of withdraw) {
    await changed(db, id, sql`state = 'dropped', because = ${NOT_ASKED}, withdrawn_at = ${by.at}`, by)
    await fromAnswer(db, id, null, by)
  }
}

export const planFollowings: readonly ProfileFollowing[] = [{ topic: 'plan', follow: followAnswers }]
