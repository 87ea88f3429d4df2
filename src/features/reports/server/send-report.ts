import { createHash } from 'node:crypto'
import { fullName, isHidden } from '#features/citizens/server/index.ts'
import { docxOf, pdfOf } from '#features/documents/server/index.ts'
import { reported } from '#features/goals/server/index.ts'
import { unitName } from '#features/org/server/index.ts'
import type { Day } from '#kernel/lang/day.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { reports, type Told } from '../contract.ts'
import { whyNotSend } from '../rules.ts'
import { mayWrite, ofReport } from './permissions.ts'
import { documentOf } from './report-document.ts'
import { reportForChange, type Standing, sourcesOf } from './report-rows.ts'

const namesOf = async (db: Db, { citizenId, unitId }: Standing, today: Day) =>
  (await db.one<{
    citizen: string
    unit: string
    isProtected: boolean
  }>(sql`select ${fullName(sql`citizen`)} as citizen, ${unitName(sql`${unitId}::uuid`)} as unit, ${isHidden(sql`${today}`)} as "isProtected"
    from citizens.citizen where citizen.tenant_id = kernel.here() and citizen.id = ${citizenId}`))!

type Sending = { today: Day; namesUnit: boolean }

/** The report with every source's words as they stand now. */
async function toldOf(db: Db, report: Standing, { today, namesUnit }: Sending): Promise<Told> {
  const { content, citizenId, writers } = report
  const sources = await sourcesOf(db, content, { citizenId, by: writers })
  if (!sources) return refuse(refusal('reports.source-unknown')) as never
  const { citizen, unit, isProtected } = await namesOf(db, report, today)
  return {
    citizenName: citizen,
    unitName: isProtected && !namesUnit ? null : unit,
    fromOn: report.fromOn,
    toOn: report.toOn,
    content,
    sources,
    readings: report.readings,
    writtenByName: report.writtenByName,
    approvedByName: report.approvedByName!,
  }
}

/** What leaves the house is kept as it left: nobody can change it, and it is what is sent again. */
export const send = command(reports.send, {
  may: ofReport(mayWrite, (input) => input.id),
  about: (db, input) => reportForChange(db, input.id),
  audit: (input, report) => ({
    place: report?.unitId,
    person: report?.citizenId,
    records: [input.id],
    purpose: 'export',
    about: { how: input.how, ...(input.nameUnit && { reason: input.nameUnit }) },
  }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotSend(about))
    const told = await toldOf(db, about, { today: clock.today(), namesUnit: input.nameUnit !== undefined })
    const document = documentOf(told, { toName: about.toName, sentAt: clock.now() })
    const [pdf, docx] = await Promise.all([pdfOf(document), docxOf(document)])
    await db.run(sql`insert into reports.copy (report_id, citizen_id, sent_at, sent_by, sent_by_name, sent_to, how, told, pdf, docx, pdf_sha256)
      select ${input.id}, ${about.citizenId}, ${clock.now()}, employee.id, employee.name, ${about.toName}, ${input.how}, ${JSON.stringify(told)}::jsonb,
        ${pdf}, ${docx}, ${createHash('sha256').update(pdf).digest()}
      from org.employee where employee.tenant_id = kernel.here() and employee.id = ${by.id}`)
    await db.run(
      sql`update reports.report set state = 'sent', version = version + 1 where tenant_id = kernel.here() and id = ${input.id}`,
    )
    await reported(db, { citizenId: about.citizenId, unitId: about.unitId, by: by.id, at: clock.now() })
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, report) => [
    { topic: 'reports', place: report.unitId, subject: report.citizenId },
    { topic: 'tasks', place: report.unitId },
  ],
})
