import { fill, type Refusal } from '#kernel/lang/problem.ts'
import { language } from '#kernel/lang/text.ts'
import { assessmentsProblems } from '../problems.ts'

const sentences: Readonly<Record<string, { da: string; en: string }>> = assessmentsProblems

/** The sentence of a refusal that a rule gave here, before anything was sent. */
export const faultWords = ({ code, facts }: Refusal): string =>
  fill(sentences[code]?.[language()] ?? code, facts as Record<string, string | number>)
