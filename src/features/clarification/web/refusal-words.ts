import { fill, type Refusal } from '#kernel/lang/problem.ts'
import { language } from '#kernel/lang/text.ts'
import { clarificationProblems } from '../problems.ts'

/** What a rule says, as the server would say it: the screen explains with the same sentence. */
export function refusalWords({ code, facts }: Refusal): string {
  const sentence = clarificationProblems[code as keyof typeof clarificationProblems]
  return sentence ? fill(sentence[language()], facts) : code
}
