import { useState } from 'react'
import { Disclosure, Empty, Lines, MomentText, Show } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Answer, clarification } from '../contract.ts'
import { text } from './text.ts'
import { type Item, type UnitView, wordsOf } from './unit-view.ts'

type Props = { item: Item; answer: Answer; view: UnitView; people: ReadonlyMap<string, string> }

/** What was answered before, latest first: asked for only when somebody opens it. Nothing where it was answered once. */
export function AnswerHistory(props: Props) {
  const [isOpen, setOpen] = useState(false)
  if (props.answer.version < 2) return null
  return (
    <Disclosure title={text.questions.before(props.answer.version - 1)} onToggle={setOpen}>
      {isOpen && <Earlier {...props} />}
    </Disclosure>
  )
}

function Earlier({ item: { question }, answer, view, people }: Props) {
  const history = useRead(clarification.answerHistory, { unitId: view.known.unitId, key: question.key })
  return (
    <Show of={history} lines={2} empty={<Empty>{text.questions.noneBefore}</Empty>}>
      {(rows) => (
        <Lines label={text.questions.before(answer.version - 1)}>
          {rows
            .filter(({ version }) => version !== answer.version)
            .map((row) => (
              <li key={row.version}>
                <p>
                  {row.outside ?? (row.unsure ? text.questions.unsure : wordsOf(question, row.value, people) || '–')}
                </p>
                {row.comment && <p>{row.comment}</p>}
                <small>
                  {text.questions.answeredBy(row.answeredByName)} · <MomentText at={row.answeredAt} />
                </small>
              </li>
            ))}
        </Lines>
      )}
    </Show>
  )
}
