import { z } from 'zod'
import { offerGroupKeys } from '#features/org/offer-groups.ts'
import { text, words } from '#kernel/lang/contract.ts'

/** How a question is answered. `bool` is a question with two options. */
export const questionKinds = ['single', 'multi', 'bool', 'number', 'people', 'text'] as const
/** Who can answer: the unit's contact, its leader, the organisation behind it, or the vendor. */
export const answerers = ['unit', 'leader', 'municipality', 'vendor'] as const
/** Answers that a leader stands by and that may not stay open. */
export const topics = ['medicine', 'force', 'access'] as const
export const effectOps = ['set', 'append', 'task', 'course', 'ready', 'gap'] as const

/** A value as the unit's profile has it; what an effect asks for in words is one too. */
export const SettingValue = z.union([
  z.null(),
  z.boolean(),
  z.int(),
  text(2000),
  z.array(text(120)).max(60),
  z.array(z.int()).max(60),
])
export type SettingValue = z.infer<typeof SettingValue>

const key = z.string().regex(/^[A-Za-z][A-Za-z0-9._-]{0,59}$/)

/** What an answer does: `set` and `append` a value, ask for a `task`, a `course`, something `ready`; or be a `gap`. */
export const Effect = z.strictObject({ op: z.enum(effectOps), key, value: SettingValue })
export type Effect = z.infer<typeof Effect>

export const Option = z.strictObject({ value: words(60), label: words(120), effects: z.array(Effect).max(20) })
export type Option = z.infer<typeof Option>

/** Asked only when another answer is, or is not, a value. An answer that is not there is not it. */
export const ShowIf = z.strictObject({ key, is: z.boolean(), value: words(60) })

/** A short help on what the law says: where it stands, and what is in doubt about it. */
export const LegalHelp = z.strictObject({ text: words(600), source: words(300), doubt: text(300).nullable() })

export const Question = z.strictObject({
  key,
  section: words(60),
  text: words(300),
  help: text(600),
  kind: z.enum(questionKinds),
  showIf: ShowIf.nullable(),
  answeredBy: z.enum(answerers),
  topic: z.enum(topics).nullable(),
  legal: LegalHelp.nullable(),
  options: z.array(Option).max(30),
  /** Of a number, of people and of words, whatever they are: `value` of a `set` is what was answered. */
  effects: z.array(Effect.omit({ value: true })).max(5),
  /** Requirements behind it, by label: K-001. */
  requirements: z.array(z.string().max(20)).max(60),
})
export type Question = z.infer<typeof Question>

/** An option, options or people, a number, or words. */
export const AnswerValue = z.union([text(2000), z.int().min(0).max(100_000), z.array(text(120)).max(60)])
export type AnswerValue = z.infer<typeof AnswerValue>

/** What units of a kind are likely to answer, by the question's key. */
export const Template = z.record(key, AnswerValue)
export type Template = z.infer<typeof Template>

export const QuestionSetContent = z.strictObject({
  questions: z.array(Question).min(1).max(200),
  /** What stands where nothing is answered, by setting. */
  defaults: z.record(key, SettingValue),
  templates: z.partialRecord(z.enum(offerGroupKeys), Template),
})
export type QuestionSetContent = z.infer<typeof QuestionSetContent>
