import { addTask, closeTask } from '#features/tasks/server/index.ts'
import type { InputOf, OutputOf, Write } from '#kernel/lang/contract.ts'
import type { Instant } from '#kernel/lang/day.ts'
import { addDays } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { type Refusal, refuse } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import type { Right } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, type UseCase } from '#kernel/server/use-case.ts'
import { reports } from '../contract.ts'
import { whyNotApprove, whyNotGiveBack, whyNotSubmit, whyNotWrite } from '../rules.ts'
import { mayApprove, mayWrite, ofReport } from './permissions.ts'
import { reportForChange, type Standing } from './report-rows.ts'

type Moving = { id: Id; version: number }
type Moved = { db: Db; report: Standing; by: Id; clock: Clock }
type Move<I> = {
  right: Right
  whyNot: (report: Standing, by: Id) => Refusal | undefined
  set: (input: I) => Sql
  after?: (moved: Moved) => Promise<void>
}

function move<E extends Write>(contract: E, { right, whyNot, set, after }: Move<InputOf<E>>): UseCase {
  return command<Write, Standing>(contract, {
    may: ofReport<Moving>(right, (input) => input.id) as never,
    about: (db, input) => reportForChange(db, (input as Moving).id),
    audit: (input, report) => ({ place: report?.unitId, person: report?.citizenId, records: [(input as Moving).id] }),
    async run({ db, input, about, by, clock }) {
      refuse(whyNot(about, by.id))
      const { id } = input as Moving
      await db.run(
        sql`update reports.report set ${set(input as InputOf<E>)}, version = version + 1 where tenant_id = kernel.here() and id = ${id}`,
      )
      await after?.({ db, report: about, by: by.id, clock })
      return { id, version: about.version + 1 } as OutputOf<E>
    },
    tell: (_, report) => [
      { topic: 'reports', place: report.unitId, subject: report.citizenId },
      { topic: 'tasks', place: report.unitId },
    ],
  })
}

/** Days in which the leader is to read a report that was submitted. */
const DAYS_TO_APPROVE = 7

const askLeader = ({ db, report, by, clock }: Moved) =>
  addTask(
    db,
    {
      id: newId(),
      unitId: report.unitId,
      kind: 'reports.approve',
      onceKey: `${report.id} ${report.version + 1}`,
      about: { reportId: report.id, citizenId: report.citizenId },
      to: { role: 'unit-leader', right: mayApprove },
      exceptId: by,
      dueOn: addDays(clock.today(), DAYS_TO_APPROVE),
    },
    clock.now(),
  ).then(() => undefined)

type Closing = { by: Id; at: Instant; outcome: string }
async function closeAsked(db: Db, reportId: Id, { by, at, outcome }: Closing): Promise<void> {
  const open = await db.all<{
    id: Id
  }>(sql`select id from tasks.task where tenant_id = kernel.here() and kind = 'reports.approve'
    and done_at is null and about ->> 'reportId' = ${reportId}::text`)
  for (const { id } of open) await closeTask(db, id, { by, at, outcome, note: null })
}
const closing =
  (outcome: string) =>
  ({ db, report, by, clock }: Moved) =>
    closeAsked(db, report.id, { by, at: clock.now(), outcome })

export const submit = move(reports.submit, {
  right: mayWrite,
  whyNot: whyNotSubmit,
  set: () => sql`state = 'submitted', returned_because = null`,
  after: askLeader,
})

export const giveBack = move(reports.giveBack, {
  right: mayApprove,
  whyNot: whyNotGiveBack,
  set: ({ because }) =>
    sql`state = 'draft', returned_because = ${because}, approved_by = null, approved_by_name = null, approved_at = null`,
  after: closing('returned'),
})

export const approve = move(reports.approve, {
  right: mayApprove,
  whyNot: whyNotApprove,
  set: () => sql`state = state`,
  async after(moved) {
    const { db, report, by, clock } = moved
    await db.run(sql`update reports.report set state = 'approved', approved_by = employee.id, approved_by_name = employee.name, approved_at = ${clock.now()}
      from org.employee where report.tenant_id = kernel.here() and report.id = ${report.id} and employee.tenant_id = kernel.here() and employee.id = ${by}`)
    await closing('approved')(moved)
  },
})

export const drop = move(reports.drop, {
  right: mayWrite,
  whyNot: whyNotWrite,
  set: () => sql`state = 'dropped', approved_by = null, approved_by_name = null, approved_at = null`,
  after: closing('dropped'),
})
