import type { Id } from '#kernel/lang/id.ts'
import type { Answer, Round, UnitClarification } from '../contract.ts'
import type { AnswerValue, Question, Template } from '../question-set.ts'
import {
  type Answers,
  type CellState,
  cellOf,
  chosenOf,
  contradictionsOf,
  isAsked,
  type Outcome,
  outcomeOf,
  whyNotApprove,
  whyNotSubmit,
} from '../rules.ts'
import { summaryOf } from '../sentences.ts'

/** A question as it stands in the unit. */
export type Item = {
  readonly question: Question
  readonly recordId: Id | undefined
  readonly answer: Answer | undefined
  readonly cell: CellState
  readonly suggestion: AnswerValue | undefined
  readonly contradiction: string | undefined
}

export type UnitView = {
  readonly known: UnitClarification
  readonly round: Round
  readonly questions: readonly Question[]
  readonly answers: Answers
  readonly template: Template
  /** Those that are asked, in order. */
  readonly items: readonly Item[]
  readonly outcome: Outcome
  readonly sentences: readonly string[]
  readonly whyNotSubmit: ReturnType<typeof whyNotSubmit>
  readonly whyNotApprove: ReturnType<typeof whyNotApprove>
}

/** All that the rules say of a unit that has begun, worked out from what was read. */
export function viewOf(known: UnitClarification): UnitView | undefined {
  const { asked, round } = known
  if (!asked || !round) return undefined
  const { questions, defaults, templates } = asked.content
  const byKey = new Map(known.answers.map((answer) => [answer.key, answer]))
  const answers: Answers = Object.fromEntries(byKey)
  const template = templates[round.template] ?? {}
  const records = new Map(asked.records.map((record) => [record.key, record]))
  const conflicts = contradictionsOf(questions, answers, known.facts)
  const reasons = Object.fromEntries(known.answers.map(({ key, reason }) => [key, reason]))
  const whole = { questions, answers, unit: known.facts, reasons }
  const itemOf = (question: Question): Item => ({
    question,
    recordId: records.get(question.key)?.id,
    answer: byKey.get(question.key),
    cell: cellOf(question, {
      answers,
      begunNumber: round.begunNumber,
      sinceNumber: records.get(question.key)?.sinceNumber ?? 1,
    }),
    suggestion: template[question.key],
    contradiction: conflicts.find((one) => one.question === question.key)?.rule,
  })
  return {
    ...{ known, round, questions, answers, template },
    items: questions.filter((question) => isAsked(question, answers)).map(itemOf),
    outcome: outcomeOf({ questions, answers, base: defaults }),
    sentences: summaryOf(questions, answers),
    whyNotSubmit: whyNotSubmit(round.state, whole),
    whyNotApprove: whyNotApprove(round.state, whole),
  }
}

export const isOpenItem = ({ cell, question }: Item): boolean =>
  question.kind !== 'text' && (cell === 'open' || cell === 'new')

/** Whether one may answer it; who else does is said instead. */
export const mayAnswerItem = ({ question }: Item, permitted: readonly string[]): boolean => {
  if (permitted.includes('coordinate')) return true
  if (question.answeredBy === 'leader') return permitted.includes('lead')
  return question.answeredBy === 'unit' && permitted.includes('answer')
}

/** Who writes for another says who said it. */
export const saysForAnother = ({ question }: Item, permitted: readonly string[]): boolean =>
  permitted.includes('coordinate') &&
  (question.answeredBy === 'vendor' ||
    (question.answeredBy === 'leader' && !permitted.includes('lead')) ||
    (question.answeredBy === 'unit' && !permitted.includes('answer')))

/** A value in the words of the question. */
export function wordsOf(
  question: Question,
  value: AnswerValue | null | undefined,
  people: ReadonlyMap<string, string>,
): string {
  if (value === null || value === undefined) return ''
  if (question.kind === 'people') return (value as string[]).map((id) => people.get(id) ?? '–').join(', ')
  if (question.options.length === 0) return String(value)
  return chosenOf(question, value)
    .map(({ label }) => label)
    .join(', ')
}
