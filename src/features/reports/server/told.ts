import { unitName } from '#features/org/server/index.ts'
import { danishDay } from '#kernel/server/danish-day.ts'
import { sql } from '#kernel/server/sql.ts'
import { choicesOf, type Telling, told } from '#kernel/server/telling.ts'
import { da } from '../text.da.ts'
import { en } from '../text.en.ts'

const linkOnly = 'an id of ours; the name it stands for is told'

const sentences = sql`(select string_agg(sentence ->> 'text', E'\n') from jsonb_path_query(report.content, '$.sections[*].sentences[*]') sentence)`

const reportsTelling: Telling = {
  name: 'reports.reports',
  title: { da: 'Statusrapporter', en: 'Status reports' },
  lead: {
    da: 'En rapport, der er sendt, ligger ved som fil, præcis som den blev sendt.',
    en: 'A report that was sent is enclosed as a file, exactly as it was sent.',
  },
  tables: ['reports.report', 'reports.copy'],
  untold: {
    'reports.report.written_by': linkOnly,
    'reports.report.approved_by': linkOnly,
    'reports.report.writers': 'ids of ours, of those who wrote in it; who wrote last is told',
    'reports.report.version': 'counts changes; says nothing about the citizen',
    'reports.report.worded_version': 'counts changes; says nothing about the citizen',
    'reports.copy.sent_by': linkOnly,
    'reports.copy.told': 'what the file says, for machines',
    'reports.copy.pdf': 'told as a file',
    'reports.copy.docx': 'the same as the PDF, for Word',
    'reports.copy.pdf_sha256': 'proves that the file is unchanged',
    'reports.copy.report_id': 'the report’s own id',
  },
  layout: 'pairs',
  headedBy: 'toOn',
  fields: [
    told.day('toOn', 'Til og med', 'Until'),
    told.day('fromOn', 'Fra', 'From'),
    told.place('unitName', 'Enhed', 'Unit'),
    told.plain('toName', 'Til', 'To'),
    told.day('followUpOn', 'Til opfølgning', 'For the follow-up'),
    told.choice('state', 'Står nu', 'Stands now', choicesOf(da.states, en.states)),
    told.words('sentences', 'Tekst', 'Text'),
    told.instant('begunAt', 'Begyndt', 'Begun'),
    told.plain('writtenByName', 'Skrevet af', 'Written by'),
    told.instant('writtenAt', 'Senest skrevet', 'Last written'),
    told.words('returnedBecause', 'Givet tilbage af lederen', 'Given back by the leader'),
    told.plain('approvedByName', 'Godkendt af', 'Approved by'),
    told.instant('approvedAt', 'Godkendt', 'Approved'),
    told.instant('sentAt', 'Sendt', 'Sent'),
    told.plain('sentByName', 'Sendt af', 'Sent by'),
    told.plain('sentTo', 'Sendt til', 'Sent to'),
    told.choice('how', 'Sendt som', 'Sent as', choicesOf(da.sendings, en.sendings)),
  ],
  rows: ({ id, from, until }) => sql`
    select report.id::text, report.to_on as "toOn", report.from_on as "fromOn", ${unitName(sql`report.unit_id`)} as "unitName", report.to_name as "toName",
      report.follow_up_on as "followUpOn", report.state, ${sentences} as sentences, report.begun_at as "begunAt", report.written_by_name as "writtenByName",
      report.written_at as "writtenAt", report.returned_because as "returnedBecause", report.approved_by_name as "approvedByName", report.approved_at as "approvedAt",
      copy.sent_at as "sentAt", copy.sent_by_name as "sentByName", copy.sent_to as "sentTo", copy.how
    from reports.report left join reports.copy on copy.tenant_id = report.tenant_id and copy.report_id = report.id
    where report.tenant_id = kernel.here() and report.citizen_id = ${id}::uuid and report.begun_at < ${until}::timestamptz and report.written_at >= ${from}::timestamptz
    order by report.to_on, report.id`,
  files: {
    rows: ({ id, from, until }) => sql`
      select report_id::text as id, 'statusrapport-' || ${danishDay(sql`sent_at`)} || '.pdf' as name, 'application/pdf' as "mediaType", octet_length(pdf) as "sizeBytes", 1 as parts
      from reports.copy where tenant_id = kernel.here() and citizen_id = ${id}::uuid and sent_at >= ${from}::timestamptz and sent_at < ${until}::timestamptz`,
    part: ({ id }) =>
      sql`select pdf as content from reports.copy where tenant_id = kernel.here() and report_id = ${id}::uuid`,
  },
}

const readings: Telling = {
  name: 'reports.readings',
  title: { da: 'Hvad du har sagt om statusrapporterne', en: 'What you have said of the status reports' },
  tables: ['reports.reading'],
  untold: { 'reports.reading.written_by': linkOnly },
  layout: 'thread',
  fields: [
    told.day('readOn', 'Læst', 'Read'),
    told.choice('how', 'Hvordan', 'How', choicesOf(da.hows, en.hows)),
    told.choice('agrees', 'Enig', 'Agrees', choicesOf(da.agreements, en.agreements)),
    told.words('text', 'Dine ord', 'Your words'),
    told.plain('writtenByName', 'Skrevet ned af', 'Written down by'),
    told.instant('writtenAt', 'Skrevet', 'Written'),
    told.id('reportId', 'Rapport', 'Report'),
    told.id('reportVersion', 'Udgave', 'Version'),
  ],
  rows: ({ id, from, until }) => sql`
    select id::text, read_on as "readOn", how, agrees, text, written_by_name as "writtenByName", written_at as "writtenAt", report_id as "reportId", report_version as "reportVersion"
    from reports.reading where tenant_id = kernel.here() and citizen_id = ${id}::uuid and written_at >= ${from}::timestamptz and written_at < ${until}::timestamptz
    order by written_at, id`,
}

const editing: Telling = {
  name: 'reports.editing',
  title: { da: 'Rettelser på vej i statusrapporter', en: 'Changes under way in status reports' },
  lead: {
    da: 'En rettelse er kun sin forfatters, indtil den gemmes i rapporten. Her står, at den findes.',
    en: 'A change is its author’s alone until it is saved in the report. Here stands that there is one.',
  },
  tables: ['reports.editing'],
  untold: {
    'reports.editing.report_id': linkOnly,
    'reports.editing.author_id': 'whoever is writing; told as soon as it stands in the report',
    'reports.editing.edited': 'not yet a record: its author may still throw it away, and then nobody has read it',
    'reports.editing.revision': 'counts saves; says nothing about the citizen',
    'reports.editing.ended_at': 'one that has ended is empty',
  },
  layout: 'table',
  fields: [
    told.instant('startedAt', 'Begyndt', 'Begun'),
    told.instant('savedAt', 'Senest gemt', 'Last saved'),
    told.plain('unitName', 'Enhed', 'Unit'),
  ],
  rows: ({ id, from, until }) => sql`
    select editing.id::text, editing.started_at as "startedAt", editing.saved_at as "savedAt", ${unitName(sql`report.unit_id`)} as "unitName"
    from reports.editing join reports.report on report.tenant_id = editing.tenant_id and report.id = editing.report_id
    where editing.tenant_id = kernel.here() and report.citizen_id = ${id}::uuid and editing.ended_at is null
      and editing.started_at < ${until}::timestamptz and editing.saved_at >= ${from}::timestamptz
    order by editing.started_at, editing.id`,
}

export const reportsTold: readonly Telling[] = [reportsTelling, readings, editing]
