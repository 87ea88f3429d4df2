import { employeeName } from '#features/org/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { privacy } from '../contract.ts'
import { MOST_CITIZENS_IN_A_RUN, whyNotConfirm, whyNotDrop, whyNotPreview } from '../deletion.ts'
import { overAll } from './permissions.ts'

const MOST_DECISIONS = 100
const MOST_RUNS = 20

const listed = (rows: Sql) => sql`(select coalesce(json_agg(to_json(listed)), '[]') from (${rows}) listed)`

const decisions = sql`
  select id, class, from_on as "fromOn", days, archive, reference, ${employeeName(sql`decided_by`)} as "decidedByName", decided_at as "decidedAt"
  from privacy.retention_decision where tenant_id = kernel.here() order by decided_at desc, id limit ${sql.lit(MOST_DECISIONS)}`

const lines = sql`
  select line.name, line.class, line.row_count as rows, line.citizen_count as citizens, line.oldest_on as "oldestOn", line.newest_on as "newestOn", line.deleted
  from privacy.deletion_line line where line.tenant_id = kernel.here() and line.run_id = run.id order by line.class, line.name`

const blocks = sql`
  select block.class, block.reason, block.citizen_count as citizens
  from privacy.deletion_block block where block.tenant_id = kernel.here() and block.run_id = run.id order by block.class, block.citizen_count desc, block.reason`

const runs = (actor: Sql) => sql`
  select run.id, run.state, run.as_of_on as "asOfOn", ${employeeName(sql`run.previewed_by`)} as "previewedByName", run.previewed_by = ${actor} as "isMine",
    run.previewed_at as "previewedAt", ${employeeName(sql`run.confirmed_by`)} as "confirmedByName", run.done_at as "doneAt", run.dropped_at as "droppedAt",
    steps.steps, steps."doneSteps", steps."keptSteps", run.version, ${listed(lines)} as lines, ${listed(blocks)} as blocks
  from privacy.deletion_run run, lateral (
    select count(*)::int as steps, count(step.done_at)::int as "doneSteps", count(step.kept)::int as "keptSteps"
    from privacy.deletion_step step where step.tenant_id = run.tenant_id and step.run_id = run.id) steps
  where run.tenant_id = kernel.here() order by run.previewed_at desc, run.id limit ${sql.lit(MOST_RUNS)}`

/** Counts and classes only: nobody's name is in it. */
export const deletion = query(privacy.deletion, {
  may: overAll,
  audit: () => ({}),
  read: ({ actor }) => sql`select ${listed(decisions)} as decisions, ${listed(runs(sql`${actor}::uuid`))} as runs`,
})

const openRun = (db: Db) =>
  db.one<{ state: string }>(
    sql`select state from privacy.deletion_run where tenant_id = kernel.here() and state in ('previewed', 'deleting')`,
  )

export const previewDeletion = command(privacy.previewDeletion, {
  may: overAll,
  audit: (input) => ({ records: [input.id] }),
  async run({ db, input, by, clock }) {
    refuse(whyNotPreview(await openRun(db)))
    await db.run(sql`insert into privacy.deletion_run (id, as_of_on, previewed_by, previewed_at)
      values (${input.id}, ${clock.today()}, ${by.id}, ${clock.now()})`)
    await db.run(sql`select privacy.preview_deletion(${input.id}, ${MOST_CITIZENS_IN_A_RUN})`)
    return { id: input.id }
  },
})

type Standing = { id: Id; state: string; previewedBy: Id; version: number }

const runForChange = (db: Db, id: Id) =>
  db.one<Standing>(sql`select id, state, previewed_by as "previewedBy", version from privacy.deletion_run
    where tenant_id = kernel.here() and id = ${id} for update`)

export const confirmDeletion = command(privacy.confirmDeletion, {
  may: overAll,
  about: (db, input) => runForChange(db, input.id),
  audit: (input) => ({ records: [input.id] }),
  async run({ db, input, about, by, clock, later }) {
    refuse(whyNotConfirm(about, by.id))
    await db.run(sql`update privacy.deletion_run set state = 'deleting', confirmed_by = ${by.id}, confirmed_session = ${by.session},
        confirmed_at = ${clock.now()}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    later('privacy-delete', { run: input.id })
    return { id: input.id }
  },
})

export const dropDeletion = command(privacy.dropDeletion, {
  may: overAll,
  about: (db, input) => runForChange(db, input.id),
  audit: (input) => ({ records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotDrop(about))
    await db.run(sql`update privacy.deletion_run set state = 'dropped', dropped_by = ${by.id}, dropped_at = ${clock.now()}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    await db.run(sql`select privacy.empty_deletion(${input.id})`)
    return { id: input.id }
  },
})
