import { calledName, isHidden } from '#features/citizens/server/index.ts'
import { at, today } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { reports } from '../contract.ts'
import { ownEdited } from './editing.ts'
import { actsOnReport, mayRead, ofReport, reportReached, reportsOf } from './permissions.ts'
import { readings, reportColumns, sources } from './report-rows.ts'

const MOST = 60
const MOST_AT_UNIT = 200

export const ofCitizen = query(reports.ofCitizen, {
  may: reportsOf(),
  audit: (input) => ({ person: input.citizenId }),
  read: (asked) => sql`
    select ${reportColumns} from reports.report
    where report.tenant_id = kernel.here() and report.citizen_id = ${asked.input.citizenId}::uuid and report.state <> 'dropped' and ${reportReached(asked)}
    order by report.to_on desc, report.id desc limit ${sql.lit(MOST)}`,
})

const whose = (reportId: unknown) =>
  sql`select citizen_id from reports.report where tenant_id = kernel.here() and id = ${reportId}::uuid and exists (select from may)`

export const one = query(reports.one, {
  may: ofReport(mayRead, (input) => input.reportId),
  audit: (input) => ({ person: whose(input.reportId) }),
  read: (asked) => sql`
    select ${reportColumns}, report.content, report.writers, report.worded_version as "wordedVersion", ${ownEdited} as editing, report.returned_because as "returnedBecause", ${readings} as readings, ${sources} as sources,
      (select ${isHidden(today)} from citizens.citizen where citizen.tenant_id = kernel.here() and citizen.id = report.citizen_id) as "isProtected",
      ${asked.offers(actsOnReport, sql`report.unit_id`)} as permitted
    from reports.report where report.tenant_id = kernel.here() and report.id = ${asked.input.reportId}::uuid`,
  records: sql`select id from rows`,
})

export const ofUnit = query(reports.ofUnit, {
  may: at(mayRead, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  read: (asked) => sql`
    select ${reportColumns}, ${calledName(sql`citizen`)} as "calledName" from reports.report
    join citizens.citizen on citizen.tenant_id = report.tenant_id and citizen.id = report.citizen_id
    where report.tenant_id = kernel.here() and report.unit_id = ${asked.input.unitId}::uuid and report.state in ('draft', 'submitted', 'approved') and ${reportReached(asked)}
    order by report.state <> 'submitted', report.follow_up_on nulls last, report.id limit ${sql.lit(MOST_AT_UNIT)}`,
  subjects: sql`select "citizenId" from rows`,
})

export const copy = query(reports.copy, {
  may: ofReport(mayRead, (input) => input.reportId),
  audit: (input) => ({ person: whose(input.reportId) }),
  read: ({ input }) => sql`
    select copy.report_id as id, copy.citizen_id as "citizenId", copy.sent_at as "sentAt", copy.sent_by_name as "sentByName", copy.sent_to as "sentTo", copy.how, copy.told
    from reports.copy where copy.tenant_id = kernel.here() and copy.report_id = ${input.reportId}::uuid`,
  records: sql`select id from rows`,
})

const carried = (octets: 'pdf' | 'docx', mediaType: string, reportId: unknown) => sql`
  select copy.report_id as id, ${sql.lit(`statusrapport.${octets}`)} as name, ${sql.lit(mediaType)} as "mediaType", octet_length(copy.${sql.ref(octets)}) as "sizeBytes", 1 as parts
  from reports.copy where copy.tenant_id = kernel.here() and copy.report_id = ${reportId}::uuid`

export const pdf = query(reports.pdf, {
  may: ofReport(mayRead, (input) => input.reportId),
  audit: (input) => ({ person: whose(input.reportId), purpose: 'export' }),
  read: ({ input }) => carried('pdf', 'application/pdf', input.reportId),
  records: sql`select id from rows`,
  part: ({ id }) =>
    sql`select pdf as content from reports.copy where tenant_id = kernel.here() and report_id = ${id}::uuid`,
})

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const docx = query(reports.docx, {
  may: ofReport(mayRead, (input) => input.reportId),
  audit: (input) => ({ person: whose(input.reportId), purpose: 'export' }),
  read: ({ input }) => carried('docx', WORD, input.reportId),
  records: sql`select id from rows`,
  part: ({ id }) =>
    sql`select docx as content from reports.copy where tenant_id = kernel.here() and report_id = ${id}::uuid`,
})
