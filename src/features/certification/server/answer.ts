import { type Role, staffRoles } from '#features/org/roles.ts'
import { isLastAdministrator, mayManageOrg, reaches } from '#features/org/server/index.ts'
import { closeTask } from '#features/tasks/server/index.ts'
import type { InputOf } from '#kernel/lang/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refuse } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { danishDay } from '#kernel/server/danish-day.ts'
import { actor, type Gate } from '#kernel/server/permission.ts'
import { type Blank, type Db, sql } from '#kernel/server/sql.ts'
import { type By, command, query } from '#kernel/server/use-case.ts'
import { certification } from '../contract.ts'
import { whyNotAnswer } from '../rules.ts'
import { mayAnswer } from './permissions.ts'
import { isFloor, settled } from './rounds.ts'

const ofRound = <I extends { roundId: unknown }>(): Gate<I> => ({
  right: mayAnswer,
  rows: ({ input, visible }) => sql`select round.id from certification.round
    where round.tenant_id = kernel.here() and round.id = ${(input as { roundId: Blank }).roundId}::uuid and ${visible(sql`round.unit_id`)}`,
})

const lastSeen = sql`(select max(coalesce(session.ended_at, session.expires_at)) from kernel.session
  where session.tenant_id = kernel.here() and session.actor_id = item.employee_id)`

export const items = query(certification.items, {
  may: ofRound(),
  audit: (input) => ({ about: { round: input.roundId } }),
  read: ({ input, offers }) => sql`
    select item.id, item.employee_id as "employeeId", employee.name, employee.profession, item.role, g.starts_on::text as "startsOn", item.is_extra as "isExtra",
      ${danishDay(lastSeen)}::text as "lastSeenOn", coalesce(answer.answer, case when ${settled} then 'end' end) as answer, answerer.name as "answeredByName",
      coalesce(answer.answered_at, case when ${settled} then g.ended_at end) as "answeredAt",
      case when ${settled} or round.closed_at is not null or item.employee_id = ${actor}::uuid then '{}'::text[]
        else array(select distinct 'answer' from unnest(${offers({ floor: mayAnswer, all: mayManageOrg }, sql`round.unit_id`)}) act
          where act = 'all' or item.role = any (${[...staffRoles]}::text[])) end as permitted
    from certification.item
    join certification.round on round.tenant_id = item.tenant_id and round.id = item.round_id
    join org.role_grant g on g.tenant_id = item.tenant_id and g.id = item.role_grant_id
    join org.employee on employee.tenant_id = item.tenant_id and employee.id = item.employee_id
    left join certification.answer on answer.tenant_id = item.tenant_id and answer.item_id = item.id
    left join org.employee answerer on answerer.tenant_id = answer.tenant_id and answerer.id = answer.answered_by
    where item.tenant_id = kernel.here() and item.round_id = ${input.roundId}::uuid
    order by item.is_extra desc, employee.name collate "da-x-icu", item.id limit 2000`,
})

type Standing = { id: Id; unitId: Id; isClosed: boolean }
type Asked = { id: Id; grantId: Id; employeeId: Id; role: Role; isAnswered: boolean }

const roundById = (db: Db, id: Id) =>
  db.one<Standing>(sql`select id, unit_id as "unitId", closed_at is not null as "isClosed" from certification.round
    where tenant_id = kernel.here() and id = ${id} for update`)

const itemsAsked = (db: Db, roundId: Id, ids: readonly Id[]) =>
  db.all<Asked>(sql`select item.id, item.role_grant_id as "grantId", item.employee_id as "employeeId", item.role,
      exists (select from certification.answer where answer.tenant_id = kernel.here() and answer.item_id = item.id) as "isAnswered"
    from certification.item where item.tenant_id = kernel.here() and item.round_id = ${roundId} and item.id = any (${[...ids]}::uuid[])`)

type One = InputOf<typeof certification.answer>['answers'][number]
type Acting = { db: Db; by: By; clock: Clock; unitId: Id; isManager: boolean }

async function answerOne({ db, by, clock, unitId, isManager }: Acting, item: Asked, given: One): Promise<void> {
  refuse(
    whyNotAnswer({
      ...item,
      answer: given.answer,
      newRole: given.role,
      isOwn: item.employeeId === by.id,
      isManager,
      isLastAdministrator: given.answer !== 'keep' && (await isLastAdministrator(db, item.grantId)),
    }),
  )
  if (given.answer !== 'keep') await endGrant({ db, by, clock }, item.grantId)
  const isChange = given.answer === 'change'
  if (isChange)
    await db.run(sql`insert into org.role_grant (id, employee_id, role, unit_id, starts_on, granted_at, granted_by)
      values (${given.grantId}, ${item.employeeId}, ${given.role}, ${unitId}, ${addDays(clock.today(), 1)}, ${clock.now()}, ${by.id})`)
  await db.run(sql`insert into certification.answer (item_id, answer, new_grant_id, answered_by, answered_at)
    values (${item.id}, ${given.answer}, ${isChange ? given.grantId : null}, ${by.id}, ${clock.now()})`)
}

/** With the day: whoever is at work today works on. */
const endGrant = ({ db, by, clock }: Pick<Acting, 'db' | 'by' | 'clock'>, id: Id) =>
  db.run(sql`update org.role_grant set ends_on = greatest(${clock.today()}::date, starts_on - 1), ended_at = ${clock.now()}, ended_by = ${by.id}
    where tenant_id = kernel.here() and id = ${id} and (ends_on is null or ends_on > ${clock.today()})`)

export const answer = command(certification.answer, {
  may: ofRound(),
  about: (db, input) => roundById(db, input.roundId),
  audit: (input, about) => ({ place: about?.unitId, records: input.answers.map(({ itemId }) => itemId) }),
  async run({ db, input, about, by, clock }) {
    if (about.isClosed) throw new Problem('refused', 'certification.closed')
    const { unitId } = about
    const isManager = await reaches(db, { id: by.id, at: clock.now(), on: clock.today() }, mayManageOrg, unitId)
    const asked = new Map(
      (
        await itemsAsked(
          db,
          about.id,
          input.answers.map(({ itemId }) => itemId),
        )
      ).map((item) => [item.id, item]),
    )
    for (const given of input.answers) {
      const item = asked.get(given.itemId)
      if (!item) throw new Problem('not-found', 'kernel.not-found')
      if (given.answer === 'change' && !given.grantId) throw new Problem('refused', 'certification.change-to-what')
      await answerOne({ db, by, clock, unitId, isManager }, item, given)
    }
    return { id: about.id, left: await settleRound(db, clock, about.id, by.id) }
  },
  tell: (_, about) => [
    { topic: 'certification', place: about.unitId },
    { topic: 'tasks', place: about.unitId },
  ],
})

type Left = { role: Role; isExtra: boolean }
type Waiting = { id: Id; kind: string }

export const unanswered = (db: Db, clock: Clock, roundId: Id) =>
  db.all<Left>(sql`select item.role, item.is_extra as "isExtra" from certification.item
    join org.role_grant g on g.tenant_id = item.tenant_id and g.id = item.role_grant_id
    where item.tenant_id = kernel.here() and item.round_id = ${roundId} and coalesce(g.ends_on >= ${clock.today()}, true)
      and not exists (select from certification.answer where answer.tenant_id = kernel.here() and answer.item_id = item.id)`)

/** Closes the tasks whose questions are answered, and the round when all are. @returns how many questions are left */
async function settleRound(db: Db, clock: Clock, roundId: Id, by: Id): Promise<number> {
  const left = await unanswered(db, clock, roundId)
  const waiting = await db.all<Waiting>(sql`select id, kind from tasks.task where tenant_id = kernel.here()
    and kind in ('certification.floor', 'certification.above') and once_key = ${roundId}::text and done_at is null for update`)
  for (const { id, kind } of waiting)
    if (!left.some(({ role }) => isFloor(role) === (kind === 'certification.floor')))
      await closeTask(db, id, { by, at: clock.now(), outcome: 'answered', note: null })
  if (left.length === 0)
    await db.run(
      sql`update certification.round set closed_at = ${clock.now()} where tenant_id = kernel.here() and id = ${roundId}`,
    )
  return left.length
}
