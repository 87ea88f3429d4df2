import type { SettingKey } from '#features/profiles/contract.ts'
import { toTheirs } from '#features/profiles/rules.ts'
import type { Question } from './question-set.ts'
import { nameOfSource, type Outcome } from './rules.ts'

/** Any care system can be set up from this: nothing in it is the product's own word. */
export const NEUTRAL_SCHEMA = 'unit-configuration/1'

/** A unit's set-up as a file: key, value, source, and the requirements behind it. */
export const neutralOf = (
  unitName: string,
  { settings, tasks, courses, ready }: Outcome,
  questions: readonly Question[],
) => {
  const requirementsOf = new Map(questions.map(({ key, requirements }) => [key, requirements]))
  return {
    schema: NEUTRAL_SCHEMA,
    unit: unitName,
    settings: settings.map(({ key, value, source }) => ({
      key,
      value: toTheirs(key as SettingKey, value),
      source: nameOfSource(source),
      requirements: source.kind === 'question' ? (requirementsOf.get(source.key) ?? []) : [],
    })),
    tasks: tasks.map(({ key, text }) => ({ key, text })),
    courses: courses.map(({ key, text }) => ({ key, text })),
    readiness: ready.map(({ key, text }) => ({ key, text })),
  }
}
