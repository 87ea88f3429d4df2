import { DayText, Lines, Mark, MomentText, Section, Stack } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Question, relay } from '../contract.ts'
import { text } from './text.ts'

/** What I have asked, and where it is now. */
export function MyQuestions() {
  const mine = useRead(relay.myQuestions, {})
  if (!mine.data?.length) return null
  return (
    <Section title={text.myQuestions}>
      <Lines label={text.myQuestions}>
        {mine.data.map((question) => (
          <li key={question.id}>
            <Stack gap={1}>
              <p>{question.text}</p>
              {question.standsWith === 'home' && <p>→ {question.unitAnswer ?? question.answer}</p>}
              <Where question={question} />
            </Stack>
          </li>
        ))}
      </Lines>
    </Section>
  )
}

export function Where({ question }: { question: Question }) {
  const isHome = question.standsWith === 'home'
  return (
    <small>
      <Mark tone={isHome ? 'ok' : 'info'}>{text.stands[question.standsWith]}</Mark> ·{' '}
      <MomentText at={question.homeAt ?? question.askedAt} />
      {question.answerOn !== null && !isHome && (
        <>
          {' '}
          · {text.promised} <DayText day={question.answerOn} />
        </>
      )}
    </small>
  )
}
