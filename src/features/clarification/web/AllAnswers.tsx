import { Hidden, Lines, LinkButton, Row, Section, Stack } from '#kernel/ui/index.ts'
import { CellMark } from './CellMark.tsx'
import { peopleOf } from './QuestionCard.tsx'
import { text } from './text.ts'
import { unitHref } from './UnitSides.tsx'
import { type Item, isOpenItem, mayAnswerItem, type UnitView, wordsOf } from './unit-view.ts'

/** All questions under their headings, with what was answered. */
export function AllAnswers({ view }: { view: UnitView }) {
  const sections = [...new Set(view.items.map(({ question }) => question.section))]
  return (
    <>
      {sections.map((section) => (
        <Section key={section} title={section}>
          <Lines label={section}>
            {view.items
              .filter(({ question }) => question.section === section)
              .map((item) => (
                <li key={item.question.key}>
                  <OneAnswer item={item} view={view} />
                </li>
              ))}
          </Lines>
        </Section>
      ))}
    </>
  )
}

function OneAnswer({ item, view }: { item: Item; view: UnitView }) {
  const { question, answer, cell } = item
  const said =
    answer?.outside ?? (answer?.unsure ? text.questions.unsure : wordsOf(question, answer?.value, peopleOf(view)))
  const verb = isOpenItem(item) ? text.questions.answer : text.map.change
  return (
    <Stack gap={1}>
      <strong>{question.text}</strong>
      {said && <p>{said}</p>}
      <Row gap={3}>
        <CellMark state={cell} />
        {mayAnswerItem(item, view.known.permitted) ? (
          <LinkButton kind="plain" href={unitHref(view.known.unitId, `/spoergsmaal?nr=${question.key}`)}>
            {verb}
            <Hidden>: {question.text}</Hidden>
          </LinkButton>
        ) : (
          <small>{text.questions.routedTo(text.answerers[question.answeredBy])}</small>
        )}
      </Row>
    </Stack>
  )
}
