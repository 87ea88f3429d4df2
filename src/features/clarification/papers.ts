import type { Block, Document } from '#features/documents/document.ts'
import { type MapBlock, portraitBlocks } from './map-blocks.ts'
import type { Question } from './question-set.ts'
import { type Answers, contradictionsOf, isAsked, type Outcome, type UnitFacts } from './rules.ts'
import type { da } from './text.da.ts'

/** What stands on the papers is Danish, whoever prints them: they are the municipality's. */
type Words = (typeof da)['papers'] & Pick<typeof da, 'blocks' | 'contradictions'>

type Portrait = {
  readonly unitName: string
  readonly contactName: string | null
  readonly blocks: readonly { readonly key: MapBlock; readonly content: string; readonly fits: boolean | null }[]
}

/** One page about the unit, for the vendor before the clarification meeting. Says nothing of any citizen, and not what worries the unit. */
export function portraitOf({ unitName, contactName, blocks }: Portrait, words: Words): Document {
  const told = blocks.filter(({ key, content }) => portraitBlocks.includes(key) && content.trim())
  const open = told.filter(({ fits }) => fits !== true)
  return {
    title: unitName,
    subtitle: words.portrait,
    blocks: [
      { kind: 'keyValues', rows: told.map(({ key, content }) => [words.blocks[key], content] as const) },
      ...(contactName ? [{ kind: 'paragraph' as const, text: words.contact(contactName) }] : []),
      ...(open.length
        ? [{ kind: 'note' as const, text: words.unconfirmed(open.map(({ key }) => words.blocks[key])) }]
        : []),
    ],
  }
}

type Meeting = {
  readonly unitName: string
  readonly unit: UnitFacts
  readonly questions: readonly Question[]
  readonly answers: Answers
  /** Answers in words, by question. */
  readonly told: Readonly<Record<string, string>>
  readonly gaps: readonly { readonly label: string; readonly text: string }[]
}

const sectionBlocks = (section: string, { questions, answers, told }: Meeting, words: Words): Block[] => [
  { kind: 'heading', level: 2, text: section },
  {
    kind: 'table',
    columns: [
      { head: words.question, share: 4 },
      { head: words.answer, share: 4 },
      { head: words.agreed, share: 2 },
    ],
    rows: questions
      .filter((question) => question.section === section && isAsked(question, answers))
      .map((question) => [`${question.key} ${question.text}`, told[question.key] || words.open, '☐ ☐ ☐']),
  },
]

/** What lies on the table at the clarification meeting: each question, the answer, and room for what is agreed. */
export function meetingSheetOf(meeting: Meeting, words: Words): Document {
  const { unitName, questions, answers, unit, gaps } = meeting
  const asked = questions.filter((question) => isAsked(question, answers))
  const conflicts = contradictionsOf(questions, answers, unit)
  const list = (head: string, items: string[]): Block[] =>
    items.length
      ? [
          { kind: 'heading', level: 2, text: head },
          { kind: 'list', items },
        ]
      : []
  return {
    title: unitName,
    subtitle: words.meeting,
    blocks: [
      { kind: 'paragraph', text: words.marks },
      ...list(
        words.conflicts,
        conflicts.map(({ rule, question }) => `${question}: ${words.contradictions[rule as 'no-force-in-a-home']}`),
      ),
      ...list(
        words.gaps,
        gaps.map(({ label, text }) => `${label} ${text}`),
      ),
      ...[...new Set(asked.map(({ section }) => section))].flatMap((section) => sectionBlocks(section, meeting, words)),
    ],
  }
}

type Summary = {
  readonly unitName: string
  readonly sentences: readonly string[]
  readonly outcome: Outcome
  readonly approved: string | null
}

/** What the leader signs, and what hangs in the duty room afterwards. */
export function summaryPaperOf({ unitName, sentences, outcome, approved }: Summary, words: Words): Document {
  const follows = [...outcome.courses, ...outcome.tasks, ...outcome.ready]
  return {
    title: unitName,
    subtitle: words.summary,
    blocks: [
      { kind: 'list', items: sentences, ordered: true },
      ...(follows.length
        ? [
            { kind: 'heading' as const, level: 2 as const, text: words.follows },
            { kind: 'list' as const, items: follows.map(({ key, text }) => `${text} (${key})`) },
          ]
        : []),
      { kind: 'note', text: approved ?? words.notApproved },
    ],
  }
}
