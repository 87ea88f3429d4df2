import { Button, DayText, Empty, Lines, Mark, MomentText, Page, Row, Section, Show, Stack } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type MeetingBoard, relay } from '../../contract.ts'
import { words } from '../phone-text.ts'
import { text } from '../text.ts'
import { AskFromPhone } from './AskFromPhone.tsx'
import type { Kept } from './kept.ts'

const LOOK_MS = 15_000

type Props = { mine: Kept; onChange: (to: Kept) => void; onLeave: () => void }

/** What one may ask first, then what others have asked; those without an answer before those with one. */
export function PhoneBoard({ mine, onChange, onLeave }: Props) {
  const board = useRead(relay.meetingBoard, { token: mine.token }, { everyMs: LOOK_MS })
  return (
    <Page title={board.data?.title ?? text.meetings} lead={board.data && <When board={board.data} />}>
      <Stack gap={6}>
        <Show of={board} lines={8}>
          {(data) => (
            <>
              <AskFromPhone mine={mine} onChange={onChange} onSent={board.retry} />
              <Asked board={data} />
            </>
          )}
        </Show>
        <Row>
          <Button kind="plain" onPress={onLeave}>
            {board.status === 'refused' ? words.again : words.leave}
          </Button>
        </Row>
      </Stack>
    </Page>
  )
}

const When = ({ board: { slots, venue } }: { board: MeetingBoard }) => (
  <>
    {slots.map(({ startsAt }, at) => (
      <span key={startsAt}>
        {at > 0 && ', '}
        <MomentText at={startsAt} />
      </span>
    ))}{' '}
    · {venue}
  </>
)

const Asked = ({ board: { questions } }: { board: MeetingBoard }) => (
  <Section title={words.questions}>
    {questions.length === 0 ? (
      <Empty>{words.none}</Empty>
    ) : (
      <Lines label={words.questions}>
        {questions.map((question) => (
          <li key={question.id}>
            <Question question={question} />
          </li>
        ))}
      </Lines>
    )}
  </Section>
)

const Question = ({
  question: { text: asked, answer, answerDueOn, parkedWith },
}: {
  question: MeetingBoard['questions'][number]
}) => (
  <Stack gap={1}>
    <strong>{asked}</strong>
    {answer === null ? (
      <small>
        <Mark tone="info">
          {words.answerBy} <DayText day={answerDueOn} />
        </Mark>
        {parkedWith !== null && ` · ${words.parkedWith(parkedWith)}`}
      </small>
    ) : (
      <p>→ {answer}</p>
    )}
  </Stack>
)
