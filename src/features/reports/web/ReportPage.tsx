import { CitizenFrame } from '#features/citizens/web/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Notice, Row, Section, Stack, shortDayWords, useToday } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Report, reports } from '../contract.ts'
import { Readings } from './Readings.tsx'
import { ReportActs } from './ReportActs.tsx'
import { StateMark } from './ReportLine.tsx'
import { Sections } from './Sections.tsx'
import { SentCopy } from './SentCopy.tsx'
import { text } from './text.ts'
import { useEditing } from './use-editing.ts'

/** The report as a text to read, each sentence with what it rests on in the margin beneath it. */
export function ReportPage({ citizenId, reportId }: { citizenId: Id; reportId: Id }) {
  const report = useRead(reports.one, { reportId })
  return (
    <CitizenFrame citizenId={citizenId} of={report} back={{ href: `/borger/${citizenId}/plan`, label: text.back }}>
      {(found) => <Whole key={found.version} report={found} />}
    </CitizenFrame>
  )
}

function Whole({ report }: { report: Report }) {
  const today = useToday()
  const editing = useEditing(report)
  const period = text.period(shortDayWords(report.fromOn, today), shortDayWords(report.toOn, today))
  return (
    <Section title={`${text.title} · ${period}`} actions={<ReportActs report={report} editing={editing} />}>
      <Stack gap={5}>
        <Row gap={2}>
          <StateMark state={report.state} />
          <span>{`${text.toName}: ${report.toName}`}</span>
        </Row>
        {report.returnedBecause && (
          <Notice tone="attention" title={text.returned}>
            <p>{report.returnedBecause}</p>
          </Notice>
        )}
        {editing.problemText && (
          <Notice tone="attention" isUrgent>
            <p>{editing.problemText}</p>
          </Notice>
        )}
        {report.state === 'sent' && <SentCopy reportId={report.id} />}
        <Sections report={report} editing={editing} />
        <Readings report={report} isChanged={editing.isChanged} />
      </Stack>
    </Section>
  )
}
