import { type Role, staffRoles } from '#features/org/roles.ts'
import { takenFrom } from '#features/org/server/index.ts'
import { addTask } from '#features/tasks/server/index.ts'
import type { Day } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { anywhere, at, today } from '#kernel/server/permission.ts'
import { type Blank, type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { certification } from '../contract.ts'
import { dueOn, type Held, isDue, isExtra, RHYTHM } from '../rules.ts'
import { mayAnswer, mayBegin } from './permissions.ts'

/** The rhythm in force on a day, as two columns. */
export const rhythmOn = (day: Blank | Sql): Sql => sql`
  select coalesce(found.every_months, ${sql.lit(RHYTHM.everyMonths)})::int as "everyMonths",
    coalesce(found.days_to_answer, ${sql.lit(RHYTHM.daysToAnswer)})::int as "daysToAnswer"
  from (select) one left join lateral (
    select every_months, days_to_answer from certification.rhythm
    where rhythm.tenant_id = kernel.here() and rhythm.from_on <= ${day}::date
    order by rhythm.from_on desc, rhythm.decided_at desc limit 1) found on true`

type RhythmNow = { everyMonths: number; daysToAnswer: number }
const rhythmToday = (db: Db, clock: Clock) => db.one<RhythmNow>(rhythmOn(sql`${clock.today()}`))

const holds = (grant: Sql, day: Day) =>
  sql`${grant}.starts_on <= ${day} and (${grant}.ends_on is null or ${grant}.ends_on >= ${day})`

type Asked = Held & { employeeId: Id; isHere: boolean }

/** Every right of everybody who has one at the unit. */
const heldAt = (db: Db, unitId: Id, day: Day) =>
  db.all<Asked>(sql`select g.id, g.employee_id as "employeeId", g.role, g.unit_id as "unitId", g.starts_on::text as "startsOn",
      exists (select from org.unit below where below.tenant_id = kernel.here() and below.parent_id = g.unit_id and coalesce(below.closed_on > ${day}, true)) as "hasBelow",
      g.unit_id = ${unitId} as "isHere"
    from org.role_grant g
    where g.tenant_id = kernel.here() and ${holds(sql`g`, day)} and g.employee_id in (
      select here.employee_id from org.role_grant here
      join org.employee on employee.tenant_id = here.tenant_id and employee.id = here.employee_id
      where here.tenant_id = kernel.here() and here.unit_id = ${unitId} and ${holds(sql`here`, day)} and coalesce(employee.employed_to >= ${day}, true))`)

const byEmployee = (held: readonly Asked[]) => Map.groupBy(held, ({ employeeId }) => employeeId)

export type Beginning = { id: Id; unitId: Id; begunBy: Id | null }

/** @returns how many rights are asked about; none, and there is no round */
export async function beginRound(db: Db, clock: Clock, { id, unitId, begunBy }: Beginning): Promise<number> {
  const held = await heldAt(db, unitId, clock.today())
  const of = byEmployee(held)
  const items = held
    .filter(({ isHere }) => isHere)
    .map((one) => ({
      id: newId(),
      grant: one.id,
      employee: one.employeeId,
      role: one.role,
      extra: isExtra(one, of.get(one.employeeId)!),
    }))
  if (items.length === 0) return 0
  const due = dueOn(clock.today(), (await rhythmToday(db, clock))!.daysToAnswer)
  await db.run(sql`insert into certification.round (id, unit_id, began_on, due_on, begun_by)
    values (${id}, ${unitId}, ${clock.today()}, ${due}, ${begunBy})`)
  await db.run(sql`insert into certification.item (id, round_id, role_grant_id, employee_id, role, is_extra)
    select item.id, ${id}, item.grant, item.employee, item.role, item.extra
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as item (id uuid, "grant" uuid, employee uuid, role text, extra boolean)`)
  await askLeaders(db, clock, { id, unitId, due, roles: items.map(({ role }) => role) })
  return items.length
}

export const isFloor = (role: Role): boolean => (staffRoles as readonly Role[]).includes(role)

type Asking = { id: Id; unitId: Id; due: Day; roles: readonly Role[] }

/** The leader is asked about those of the floor, an administrator about the rest; where there is no leader, about all. */
async function askLeaders(db: Db, clock: Clock, { id, unitId, due, roles }: Asking): Promise<void> {
  const leader = await db.one(sql`select from org.role_grant g
    join org.branch on branch.tenant_id = g.tenant_id and branch.above_id = g.unit_id and branch.unit_id = ${unitId}
    where g.tenant_id = kernel.here() and g.role = 'unit-leader' and ${holds(sql`g`, clock.today())}
      and not ${takenFrom('unit-leader', mayAnswer, sql`${unitId}::uuid`, clock.today())} limit 1`)
  const ask = (kind: 'floor' | 'above', role: Role) =>
    addTask(
      db,
      {
        id: newId(),
        unitId,
        kind: `certification.${kind}`,
        onceKey: id,
        about: { roundId: id },
        to: { role, right: mayAnswer },
        dueOn: due,
      },
      clock.now(),
    )
  if (roles.some(isFloor)) await ask('floor', leader ? 'unit-leader' : 'administrator')
  if (roles.some((role) => !isFloor(role))) await ask('above', 'administrator')
}

type Candidate = { unitId: Id; since: Day; everyMonths: number }

/** Begins what the rhythm asks for. Can run twice. */
export async function beginDueRounds(db: Db, clock: Clock): Promise<number> {
  const { everyMonths } = (await rhythmToday(db, clock))!
  const units = await db.all<Candidate>(sql`select unit.id as "unitId", coalesce(
      (select max(round.began_on) from certification.round where round.tenant_id = kernel.here() and round.unit_id = unit.id),
      (select min(g.starts_on) from org.role_grant g where g.tenant_id = kernel.here() and g.unit_id = unit.id and ${holds(sql`g`, clock.today())}))::text as since
    from org.unit where unit.tenant_id = kernel.here() and coalesce(unit.closed_on > ${clock.today()}, true)
      and not exists (select from certification.round where round.tenant_id = kernel.here() and round.unit_id = unit.id and round.closed_at is null)
      and exists (select from org.role_grant g where g.tenant_id = kernel.here() and g.unit_id = unit.id and ${holds(sql`g`, clock.today())})`)
  const due = units.filter(({ since }) => isDue(since, everyMonths, clock.today()))
  for (const { unitId } of due) await beginRound(db, clock, { id: newId(), unitId, begunBy: null })
  return due.length
}

export const begin = command(certification.begin, {
  may: at(mayBegin, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    const open = await db.one(
      sql`select from certification.round where tenant_id = kernel.here() and unit_id = ${input.unitId} and closed_at is null for update`,
    )
    if (open) throw new Problem('refused', 'certification.round-open')
    const asked = await beginRound(db, clock, { id: input.id, unitId: input.unitId, begunBy: by.id })
    if (asked === 0) throw new Problem('refused', 'certification.nobody')
    return { id: input.id, asked }
  },
  tell: (input) => [
    { topic: 'certification', place: input.unitId },
    { topic: 'tasks', place: input.unitId },
  ],
})

/** Answered, or no longer there to be answered. */
export const settled = sql`(answer.item_id is not null or g.ends_on < ${today}::date)`

export const rounds = query(certification.rounds, {
  may: anywhere(mayAnswer),
  audit: () => ({}),
  read: ({ visible }) => sql`
    select round.id, round.unit_id as "unitId", unit.name as "unitName", round.began_on::text as "beganOn", round.due_on::text as "dueOn",
      round.closed_at as "closedAt", count(item.id)::int as asked, (count(item.id) filter (where ${settled}))::int as answered,
      (count(item.id) filter (where answer.answer = 'lapsed'))::int as lapsed
    from certification.round
    join org.unit on unit.tenant_id = round.tenant_id and unit.id = round.unit_id
    join certification.item on item.tenant_id = round.tenant_id and item.round_id = round.id
    join org.role_grant g on g.tenant_id = item.tenant_id and g.id = item.role_grant_id
    left join certification.answer on answer.tenant_id = item.tenant_id and answer.item_id = item.id
    where round.tenant_id = kernel.here() and ${visible(sql`round.unit_id`)}
    group by round.tenant_id, round.id, unit.tenant_id, unit.id
    order by round.closed_at is not null, round.due_on, unit.name limit 500`,
})
