import type { Answer } from '../contract.ts'
import type { Scored } from './score-line.ts'

/** The answers to one form, latest first; its words as the latest of them has them. */
export type Series = {
  readonly key: string
  readonly latest: Answer
  readonly answers: readonly Answer[]
  readonly scored: readonly Scored[]
}

/** What stands: signed and not struck out. */
const stands = ({ signedAt, struck }: Answer) => signedAt !== null && struck === null

/** Oldest first, also within a day: they come latest first. */
const scoredOf = (answers: readonly Answer[]): Scored[] =>
  answers
    .toReversed()
    .flatMap((answer) =>
      answer.score === null || !stands(answer) ? [] : [{ id: answer.id, on: answer.answeredOn, score: answer.score }],
    )

/** Signed answers by form, the form answered last first. */
export function seriesOf(all: readonly Answer[]): Series[] {
  const signed = all.filter(({ signedAt }) => signedAt !== null)
  const groups = Map.groupBy(signed, ({ formKey }) => formKey)
  return [...groups].map(([key, answers]) => ({
    key,
    answers,
    latest: answers.find(stands) ?? answers[0]!,
    scored: scoredOf(answers),
  }))
}

export const begunOf = (all: readonly Answer[]): Answer[] => all.filter(({ signedAt }) => signedAt === null)
