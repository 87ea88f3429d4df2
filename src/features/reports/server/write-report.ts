import { scoresBetween } from '#features/assessments/server/index.ts'
import { goalsBetween } from '#features/goals/server/index.ts'
import { linkedNotes, mayReadHealth } from '#features/journal/server/index.ts'
import { reaches } from '#features/org/server/index.ts'
import { addDays, instantAt } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { type By, command } from '#kernel/server/use-case.ts'
import { assemble, type Basis } from '../assemble.ts'
import { reports } from '../contract.ts'
import { whyNotBegin, whyNotRead, whyNotWrite } from '../rules.ts'
import { endEditing } from './editing.ts'
import { beginning, mayWrite, ofReport } from './permissions.ts'
import { reportForChange, sourcesOf } from './report-rows.ts'
import { danish } from './wording.ts'

/** Notes of a goal that a draft is put together of; the report's own count says how many there are. */
const MOST_NOTES = 400

type Wanted = { citizenId: Id; unitId: Id; fromOn: string; toOn: string }
type Asking = { db: Db; by: By; clock: Clock }

/** The unit's own notes, of the classes the writer reads there. */
async function basisOf({ db, by, clock }: Asking, wanted: Wanted): Promise<Basis> {
  const who = { id: by.id, at: clock.now(), on: clock.today() }
  const withHealth = await reaches(db, who, mayReadHealth, wanted.unitId)
  const period = { from: instantAt(wanted.fromOn, '00:00'), until: instantAt(addDays(wanted.toOn, 1), '00:00') }
  const goals = []
  for (const told of await goalsBetween(db, wanted)) {
    const notes = await linkedNotes(db, {
      matterId: told.goal.id,
      unitId: wanted.unitId,
      ...period,
      withHealth,
      most: MOST_NOTES,
    })
    goals.push({ ...told, notes })
  }
  return { goals, scores: await scoresBetween(db, { ...wanted, withHealth }) }
}

/** Puts a draft together; nothing in it is the house's own opinion. */
export const begin = command(reports.begin, {
  may: beginning(),
  audit: (input) => ({ place: input.unitId, person: input.citizenId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    refuse(whyNotBegin(input, clock.today()))
    const content = assemble(await basisOf({ db, by, clock }, input), danish)
    await db.run(sql`insert into reports.report (id, citizen_id, unit_id, from_on, to_on, to_name, follow_up_on, content, begun_at, written_by, written_by_name, written_at, writers)
      select ${input.id}, ${input.citizenId}, ${input.unitId}, ${input.fromOn}, ${input.toOn}, ${input.toName}, ${input.followUpOn}, ${JSON.stringify(content)}::jsonb,
        ${clock.now()}, employee.id, employee.name, ${clock.now()}, array[employee.id]
      from org.employee where employee.tenant_id = kernel.here() and employee.id = ${by.id}`)
    return { id: input.id, version: 1 }
  },
  tell: (input) => [{ topic: 'reports', place: input.unitId, subject: input.citizenId }],
})

/** New words are a draft again, whoever had it: they are read, submitted and approved anew. */
export const save = command(reports.save, {
  may: ofReport(mayWrite, (input) => input.id),
  about: (db, input) => reportForChange(db, input.id),
  audit: (input, about) => ({ place: about?.unitId, person: about?.citizenId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotWrite(about))
    const writers = [...new Set([...about.writers, by.id])]
    if (!(await sourcesOf(db, input.content, { citizenId: about.citizenId, by: writers })))
      refuse(refusal('reports.source-unknown', {}, 'content'))
    const content = JSON.stringify(input.content)
    await db.run(sql`update reports.report set to_name = ${input.toName}, content = ${content}::jsonb, state = 'draft',
        worded_version = case when report.content = ${content}::jsonb then report.worded_version else report.version + 1 end,
        written_by = employee.id, written_by_name = employee.name, written_at = ${clock.now()}, writers = ${writers}::uuid[],
        approved_by = null, approved_by_name = null, approved_at = null, version = report.version + 1
      from org.employee where report.tenant_id = kernel.here() and report.id = ${input.id} and employee.tenant_id = kernel.here() and employee.id = ${by.id}`)
    if (input.editingId) await endEditing(db, { id: input.editingId, reportId: input.id, by: by.id, at: clock.now() })
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, report) => [{ topic: 'reports', place: report.unitId, subject: report.citizenId }],
})

/** The citizen's own reading; it belongs to the version that was read. */
export const read = command(reports.read, {
  may: ofReport(mayWrite, (input) => input.reportId),
  about: async (db, input) => {
    const report = await reportForChange(db, input.reportId)
    return report && { ...report, standing: report.version }
  },
  audit: (input, about) => ({ place: about?.unitId, person: about?.citizenId, records: [input.id, input.reportId] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotWrite(about) ?? whyNotRead(input, clock.today()))
    if (input.reportVersion !== about.standing) refuse(refusal('reports.citizen-has-not-read', {}, 'reportVersion'))
    await db.run(sql`insert into reports.reading (id, report_id, citizen_id, report_version, how, agrees, text, read_on, written_by, written_by_name, written_at)
      select ${input.id}, ${input.reportId}, ${about.citizenId}, ${input.reportVersion}, ${input.how}, ${input.agrees}, ${input.text}, ${input.readOn}, employee.id, employee.name, ${clock.now()}
      from org.employee where employee.tenant_id = kernel.here() and employee.id = ${by.id}`)
    return { id: input.id }
  },
  tell: (_, report) => [{ topic: 'reports', place: report.unitId, subject: report.citizenId }],
})
