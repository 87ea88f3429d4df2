import { CitizenFrame } from '#features/citizens/web/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Notice, Row, Section, Stack, shortDayWords, useToday } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Report, reports } from '../contract.ts'
import { Clash } from './Clash.tsx'
import { Readings } from './Readings.tsx'
import { ReportActs } from './ReportActs.tsx'
import { StateMark } from './ReportLine.tsx'
import { Sections } from './Sections.tsx'
import { SentCopy } from './SentCopy.tsx'
import { text } from './text.ts'
import { type Begun, useBegun } from './use-begun.ts'
import { useEditing } from './use-editing.ts'

/** The report as a text to read, each sentence with what it rests on in the margin beneath it. */
export function ReportPage({ citizenId, reportId }: { citizenId: Id; reportId: Id }) {
  const report = useRead(reports.one, { reportId })
  return (
    <CitizenFrame citizenId={citizenId} of={report} back={{ href: `/borger/${citizenId}/plan`, label: text.back }}>
      {(found) => <Begin key={found.id} report={found} />}
    </CitizenFrame>
  )
}

/** With what I had changed and not saved, when there is any. */
function Begin({ report }: { report: Report }) {
  const { begun, anew } = useBegun(report)
  return begun ? <Whole key={begun.id} report={report} begun={begun} anew={anew} /> : null
}

type WholeProps = { report: Report; begun: Begun; anew: (saved?: Begun['saved']) => void }

function Whole(props: WholeProps) {
  const { report } = props
  const today = useToday()
  const editing = useEditing(props)
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
        {editing.problemText && !editing.clash && (
          <Notice tone="attention" isUrgent>
            <p>{editing.problemText}</p>
          </Notice>
        )}
        {report.state === 'sent' && <SentCopy reportId={report.id} />}
        {editing.clash ? (
          <Clash report={report} mine={editing.clash} editing={editing} />
        ) : (
          <Sections report={report} editing={editing} />
        )}
        <Readings report={report} isChanged={editing.isChanged} />
      </Stack>
    </Section>
  )
}
