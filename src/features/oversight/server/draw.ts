import { takenFrom } from '#features/org/server/index.ts'
import { addTask, handOn, remindOverdue } from '#features/tasks/server/index.ts'
import { addDays, type Day } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import type { Reason } from '../contract.ts'
import {
  DAYS_BETWEEN_REMINDERS,
  DAYS_TO_REVIEW,
  lastMonth,
  lastWeek,
  OUTLIERS_A_UNIT,
  RANDOM_A_UNIT,
  REMINDERS,
} from '../rules.ts'
import { type Candidate, outliersIn, type Period, randomIn } from './outliers.ts'
import { mayReview } from './permissions.ts'

type Drawn = 'random' | 'outliers'
/** Look-ups that one reviewer is asked about: a unit's, or, apart, those of somebody who leads there. */
type Pile = { unitId: Id; exceptId: Id | null; hasLeader: boolean; lookups: Candidate[] }

type Leading = { unitId: Id; employeeId: Id }

/** Who leads each unit today, through a unit above it too, and may review there. */
const leadersOf = (db: Db, units: readonly Id[], today: Day) =>
  db.all<Leading>(sql`
    select distinct branch.unit_id as "unitId", role_grant.employee_id as "employeeId" from org.branch
    join org.role_grant on role_grant.tenant_id = branch.tenant_id and role_grant.unit_id = branch.above_id and role_grant.role = 'unit-leader'
    join org.employee on employee.tenant_id = role_grant.tenant_id and employee.id = role_grant.employee_id
    where branch.tenant_id = kernel.here() and branch.unit_id = any (${units}::uuid[])
      and role_grant.starts_on <= ${today}::date and coalesce(role_grant.ends_on >= ${today}::date, true)
      and employee.employed_from <= ${today}::date and coalesce(employee.employed_to >= ${today}::date, true)
      and not ${takenFrom('unit-leader', mayReview, sql`branch.unit_id`, today)}`)

/** At most so many for each unit, what stands out most first; the same reason does not crowd out the others. */
function atMost(most: number, found: readonly Candidate[]): Candidate[] {
  const counts = new Map<string, number>()
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1).get(key)!
  const ofEach = found.map((candidate) => ({ candidate, place: count(`${candidate.unitId} ${candidate.reason}`) }))
  return ofEach
    .sort((a, b) => a.place - b.place)
    .map(({ candidate }) => candidate)
    .filter(({ unitId }) => count(unitId) <= most)
}

/** Nobody is asked about their own look-ups: those of a leader are a pile of their own, for another. */
function piledUp(lookups: readonly Candidate[], leaders: readonly Leading[]): Pile[] {
  const piles = new Map<string, Pile>()
  for (const lookup of lookups) {
    const here = leaders.filter(({ unitId }) => unitId === lookup.unitId).map(({ employeeId }) => employeeId)
    const exceptId = here.includes(lookup.actorId) ? lookup.actorId : null
    const key = `${lookup.unitId} ${exceptId}`
    const hasLeader = here.some((id) => id !== exceptId)
    const pile = piles.get(key) ?? { unitId: lookup.unitId, exceptId, hasLeader, lookups: [] }
    piles.set(key, { ...pile, lookups: [...pile.lookups, lookup] })
  }
  return [...piles.values()]
}

type Drawing = { id: Id; kind: Drawn; period: Period }

async function ask(db: Db, clock: Clock, { id, kind, period }: Drawing, pile: Pile): Promise<void> {
  const taskId = newId()
  const task = {
    id: taskId,
    unitId: pile.unitId,
    kind: 'oversight.review',
    about: { kind, from: period.from, to: period.to },
    to: { role: pile.hasLeader ? 'unit-leader' : 'privacy-officer', right: mayReview },
    exceptId: pile.exceptId,
    dueOn: addDays(clock.today(), DAYS_TO_REVIEW),
  } as const
  await addTask(db, task, clock.now())
  const rows = pile.lookups.map((lookup) => ({ id: newId(), ...lookup }))
  await db.run(sql`insert into oversight.lookup (id, drawing_id, task_id, unit_id, reason, seq, entries, at, actor_id, citizen_id)
    select made.id, ${id}::uuid, ${taskId}::uuid, made."unitId", made.reason, made.seq, made.entries, made.at, made."actorId", made."citizenId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as made
      (id uuid, "unitId" uuid, reason text, seq bigint, entries int, at timestamptz, "actorId" uuid, "citizenId" uuid)
    on conflict (tenant_id, reason, seq) do nothing`)
}

const counted = (found: readonly Candidate[]) => {
  const counts: Partial<Record<Reason, number>> = {}
  for (const { reason } of found) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}

/** One period, once: a second run of the job finds the drawing made. In the caller's transaction. */
async function drawOnce(db: Db, clock: Clock, kind: Drawn, period: Period): Promise<void> {
  const found = kind === 'random' ? await randomIn(db, period, RANDOM_A_UNIT) : await outliersIn(db, period)
  const id = newId()
  const isNew = await db.run(sql`insert into oversight.drawing (id, kind, from_on, to_on, drawn_at, found)
      values (${id}, ${kind}, ${period.from}, ${period.to}, ${clock.now()}, ${JSON.stringify(counted(found))}::jsonb) on conflict do nothing`)
  if (!isNew) return
  const asked = kind === 'random' ? found : atMost(OUTLIERS_A_UNIT, found)
  const leaders = await leadersOf(db, [...new Set(asked.map(({ unitId }) => unitId))], clock.today())
  for (const pile of piledUp(asked, leaders)) await ask(db, clock, { id, kind, period }, pile)
}

/** The month and the week that have passed, if they have not been gone through. Run each day, a missed day is caught up. */
export async function drawLookups(db: Db, clock: Clock): Promise<void> {
  await drawOnce(db, clock, 'random', lastMonth(clock.today()))
  await drawOnce(db, clock, 'outliers', lastWeek(clock.today()))
}

/** Reviewers are reminded; what still nobody looked at becomes the data protection officer's. */
export async function remindLookups(db: Db, clock: Clock): Promise<void> {
  const kind = 'oversight.review'
  const late = await remindOverdue(db, {
    kind,
    everyDays: DAYS_BETWEEN_REMINDERS,
    today: clock.today(),
    now: clock.now(),
  })
  for (const { id, reminders, role } of late)
    if (reminders > REMINDERS && role === 'unit-leader')
      await handOn(db, id, { role: 'privacy-officer', right: mayReview }, addDays(clock.today(), DAYS_TO_REVIEW))
}
