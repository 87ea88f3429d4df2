import { LinkButton, Section, Table } from '#kernel/ui/index.ts'
import { CellMark } from './CellMark.tsx'
import { peopleOf } from './QuestionCard.tsx'
import { text } from './text.ts'
import { unitHref } from './UnitSides.tsx'
import { type Item, type UnitView, wordsOf } from './unit-view.ts'

/** All questions under their headings, with what was answered. */
export function AllAnswers({ view }: { view: UnitView }) {
  const people = peopleOf(view)
  const said = ({ question, answer }: Item) =>
    answer?.outside ?? (answer?.unsure ? text.questions.unsure : wordsOf(question, answer?.value, people))
  const sections = [...new Set(view.items.map(({ question }) => question.section))]
  return (
    <>
      {sections.map((section) => (
        <Section key={section} title={section}>
          <Table
            caption={section}
            rows={view.items.filter(({ question }) => question.section === section)}
            rowKey={({ question }) => question.key}
            columns={[
              { head: text.papers.question, cell: ({ question }) => question.text },
              { head: text.papers.answer, cell: (item) => said(item) || '–' },
              { head: text.matrix.state, cell: ({ cell }) => <CellMark state={cell} /> },
              {
                head: text.map.change,
                cell: ({ question }) => (
                  <LinkButton kind="plain" href={unitHref(view.known.unitId, `/spoergsmaal?nr=${question.key}`)}>
                    {text.map.change}
                  </LinkButton>
                ),
              },
            ]}
          />
        </Section>
      ))}
    </>
  )
}
