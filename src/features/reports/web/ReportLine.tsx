import { Mark, Row, shortDayWords, TextLink, type Tone, useToday } from '#kernel/ui/index.ts'
import type { ReportLine as Line, ReportState } from '../contract.ts'
import { text } from './text.ts'

const tones: Record<ReportState, Tone> = {
  draft: 'neutral',
  submitted: 'attention',
  approved: 'info',
  sent: 'ok',
  dropped: 'neutral',
}

export const StateMark = ({ state }: { state: ReportState }) => <Mark tone={tones[state]}>{text.states[state]}</Mark>

export function ReportLine({ report, name }: { report: Line; name?: string }) {
  const today = useToday()
  const period = text.period(shortDayWords(report.fromOn, today), shortDayWords(report.toOn, today))
  return (
    <Row gap={2}>
      <TextLink href={`/borger/${report.citizenId}/plan/status/${report.id}`}>
        {[name, period].filter(Boolean).join(': ')}
      </TextLink>
      <StateMark state={report.state} />
    </Row>
  )
}
