import { type Given, settingKeys } from '#features/profiles/contract.ts'
import { whyNotPropose } from '#features/profiles/rules.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import type { Effect, Question, QuestionSetContent } from './question-set.ts'
import { whyNotValue } from './rules.ts'

const source: Given['source'] = { kind: 'answer', ref: null, label: '-', record: null }

/** Whether a value is one that the setting may have, in the product's words. */
const isSetting = (key: string, value: unknown): boolean =>
  (settingKeys as readonly string[]).includes(key) && !whyNotPropose([{ key, value, source } as Given])

const whyNotEffect = ({ op, key, value }: Effect, question: string): Refusal | undefined => {
  if (op === 'set')
    return isSetting(key, value) ? undefined : refusal('clarification.no-such-setting', { question, key }, 'content')
  if (op === 'append')
    return isSetting(key, [value]) ? undefined : refusal('clarification.no-such-setting', { question, key }, 'content')
  return undefined
}

const first = (found: readonly (Refusal | undefined)[]): Refusal | undefined => found.find((one) => one !== undefined)

function whyNotQuestion(question: Question, before: readonly Question[]): Refusal | undefined {
  const { key, kind, options, showIf } = question
  const hasOptions = ['single', 'multi', 'bool'].includes(kind)
  if (before.some((one) => one.key === key)) return refusal('clarification.key-twice', { question: key }, 'content')
  if (hasOptions !== options.length > 0) return refusal('clarification.options-missing', { question: key }, 'content')
  const asks = showIf && before.find((one) => one.key === showIf.key)
  if (showIf && !asks?.options.some(({ value }) => value === showIf.value))
    return refusal('clarification.asks-of-nothing', { question: key }, 'content')
  return first(options.flatMap(({ effects }) => effects.map((effect) => whyNotEffect(effect, key))))
}

/**
 * Why a set of questions cannot be published: a key twice, a question without options, one that hangs on an answer that is not
 * before it, a value that no setting may have, a template that answers what is not asked.
 */
export function whyNotPublish({ questions, templates, defaults }: QuestionSetContent): Refusal | undefined {
  const odd = Object.entries(defaults).find(([key, value]) => !isSetting(key, value))
  if (odd) return refusal('clarification.no-such-setting', { question: '-', key: odd[0] }, 'content')
  const wrong = first(questions.map((question, at) => whyNotQuestion(question, questions.slice(0, at))))
  if (wrong) return wrong
  const answers = Object.values(templates).flatMap((template) => Object.entries(template ?? {}))
  return first(
    answers.map(([key, value]) => {
      const question = questions.find((one) => one.key === key)
      return question
        ? whyNotValue(question, value)
        : refusal('clarification.template-of-nothing', { question: key }, 'content')
    }),
  )
}

/** Why values cannot be a unit's own by decision. */
export const whyNotSettings = (sets: readonly { key: string; value: unknown }[]): Refusal | undefined => {
  const odd = sets.find(({ key, value }) => !isSetting(key, value))
  return odd && refusal('clarification.no-such-setting', { question: '-', key: odd.key }, 'sets')
}
