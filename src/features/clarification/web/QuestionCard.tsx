import { ThreadButtons } from '#features/thread/web/index.ts'
import { Disclosure, Mark, MomentText, Notice, Row, Stack } from '#kernel/ui/index.ts'
import { offerOf } from '../rules.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { AnswerHistory } from './AnswerHistory.tsx'
import { CellMark } from './CellMark.tsx'
import styles from './QuestionCard.module.css'
import { text } from './text.ts'
import { type Item, mayAnswerItem, type UnitView, wordsOf } from './unit-view.ts'

export const peopleOf = ({ known }: UnitView): ReadonlyMap<string, string> =>
  new Map(known.people.map(({ id, name }) => [id, name]))

/** One question: what it is for, what is suggested and why, the answer, and what speaks against it. */
export function QuestionCard({ item, view }: { item: Item; view: UnitView }) {
  const { question, answer, cell, contradiction } = item
  const may = mayAnswerItem(item, view.known.permitted)
  return (
    <article className={styles.card}>
      <Stack gap={4}>
        <header>
          <Row gap={3}>
            <span className={styles.soft}>
              {question.key} · {question.section}
            </span>
            <CellMark state={cell} />
          </Row>
          <h2 className={styles.question}>{question.text}</h2>
          {question.help && <p className={styles.soft}>{question.help}</p>}
        </header>
        {question.legal && <Legal {...question.legal} />}
        <Suggestion item={item} view={view} />
        {contradiction && (
          <Notice tone="attention">
            <p>{text.contradictions[contradiction as keyof typeof text.contradictions]}</p>
          </Notice>
        )}
        {may ? <AnswerForm item={item} view={view} /> : <ReadOnly item={item} view={view} />}
        {answer && (
          <Stack gap={2}>
            <p className={styles.soft}>
              {text.questions.answeredBy(answer.saidBy ?? answer.answeredByName)} ·{' '}
              <MomentText at={answer.answeredAt} />
            </p>
            <ThreadButtons kind="clarification.answer" id={answer.id} />
            <AnswerHistory item={item} answer={answer} view={view} people={peopleOf(view)} />
          </Stack>
        )}
      </Stack>
    </article>
  )
}

const Legal = ({ text: words, source, doubt }: NonNullable<Item['question']['legal']>) => (
  <Disclosure title={text.questions.legal}>
    <Stack gap={2}>
      <p>{words}</p>
      <p className={styles.soft}>
        {text.questions.source}: {source}
      </p>
      {doubt && (
        <p className={styles.soft}>
          {text.questions.doubt}: {doubt}
        </p>
      )}
    </Stack>
  </Disclosure>
)

function Suggestion({ item: { question, suggestion, answer }, view }: { item: Item; view: UnitView }) {
  const people = peopleOf(view)
  if (suggestion === undefined) return answer ? null : <p className={styles.soft}>{text.questions.noSuggestion}</p>
  const offered = offerOf(answer, suggestion)
  if (answer && offered === undefined) return null
  const label = wordsOf(question, suggestion, people)
  return answer ? (
    <p className={styles.soft}>{text.questions.offer(label)}</p>
  ) : (
    <p>
      <Mark tone="info">{text.questions.suggested}</Mark> <strong>{label}</strong>{' '}
      <span className={styles.soft}>{text.questions.whySuggested(text.templates[view.round.template])}</span>
    </p>
  )
}

function ReadOnly({ item: { question, answer }, view }: { item: Item; view: UnitView }) {
  const words =
    answer &&
    (answer.outside ?? (answer.unsure ? text.questions.unsure : wordsOf(question, answer.value, peopleOf(view))))
  return (
    <Stack gap={2}>
      {words && (
        <p>
          <strong>{words}</strong>
        </p>
      )}
      <p className={styles.soft}>{text.questions.routedTo(text.answerers[question.answeredBy])}</p>
    </Stack>
  )
}
