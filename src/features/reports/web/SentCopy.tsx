import { dayOf } from '#kernel/lang/day.ts'
import { Button, Notice, Row, Show, Stack, shortDayWords, useToday } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Copy, reports } from '../contract.ts'
import { text } from './text.ts'
import { useFetched } from './use-fetched.ts'

/** The copy that left the house. */
export function SentCopy({ reportId }: { reportId: string }) {
  const copy = useRead(reports.copy, { reportId })
  return (
    <Show of={copy} lines={2} isEmpty={() => false}>
      {(found) => <Sent copy={found} />}
    </Show>
  )
}

function Sent({ copy }: { copy: Copy }) {
  const today = useToday()
  const files = useFetched(copy.id)
  return (
    <Stack gap={2}>
      <span>{text.sentLine(copy.sentTo, text.sendings[copy.how], shortDayWords(dayOf(copy.sentAt), today))}</span>
      <Row gap={2}>
        <Button isBusy={files.isBusy} onPress={() => void files.fetch('pdf')}>
          {text.pdf}
        </Button>
        <Button isBusy={files.isBusy} onPress={() => void files.fetch('docx')}>
          {text.docx}
        </Button>
      </Row>
      {files.problemText && (
        <Notice tone="attention" isUrgent>
          <p>{files.problemText}</p>
        </Notice>
      )}
    </Stack>
  )
}
