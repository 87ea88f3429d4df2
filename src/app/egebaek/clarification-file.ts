import { z } from 'zod'
import type { Effect, Question, QuestionSetContent, SettingValue } from '#features/clarification/contract.ts'
import { legalHelp } from '#features/clarification/contract.ts'
import type { SettingKey } from '#features/profiles/contract.ts'
import { fromTheirs } from '#features/profiles/rules.ts'
import { Day } from '#kernel/lang/day.ts'
import { groupOf } from './capture.ts'

const UnitId = z.string().regex(/^u-/)
const Value = z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(z.union([z.string(), z.number()]))])
const AnswerInFile = z.union([z.string(), z.number(), z.array(z.string())])
const offerTypes = z.enum(['doegn', 'bostoette', 'dag', 'rus', 'herberg', 'krise', 'unge', 'aflastning', 'akut'])

const EffectInFile = z.object({
  op: z.enum(['set', 'append', 'task', 'course', 'ready', 'gap']),
  key: z.string(),
  value: Value,
})

const QuestionInFile = z.object({
  id: z.string().regex(/^Q\d\d$/),
  section: z.string(),
  text: z.string(),
  help: z.string(),
  type: z.enum(['single', 'multi', 'bool', 'number', 'people', 'text']),
  showIf: z
    .string()
    .regex(/^Q\d\d(!=|==)\w+$/)
    .nullable(),
  answeredBy: z.enum(['kontaktperson', 'leder']),
  options: z.array(z.object({ value: z.string(), label: z.string(), effects: z.array(EffectInFile) })),
  reqs: z.array(z.string()),
})
export type QuestionInFile = z.infer<typeof QuestionInFile>

const Expected = z.object({
  config: z.record(z.string(), Value),
  source: z.record(z.string(), z.string()),
  courses: z.array(z.string()),
  extraTasks: z.array(z.string()),
  extraReadiness: z.array(z.string()),
  localExceptions: z.array(z.string()),
  skippedQuestions: z.array(z.string()),
  changedFromTemplate: z.array(z.string()),
})

export const ClarificationInFile = z.object({
  meta: z.object({ demoToday: Day }),
  people: z.object({ rows: z.array(z.array(z.unknown())) }),
  units: z.array(
    z.object({
      id: UnitId,
      name: z.string(),
      offerType: offerTypes,
      lawGroundIds: z.array(z.string()),
      lawGuide: z.string(),
      citizensPrimary: z.int(),
      hours: z.string(),
      goLive: Day,
      leader: z.string(),
      contact: z.string(),
      superusers: z.array(z.string()),
    }),
  ),
  unitProfiles: z.array(
    z.object({
      unit: UnitId,
      targetGroup: z.string(),
      organisation: z.string(),
      hours: z.string(),
      lawGuide: z.string(),
      worksWith: z.array(z.string()),
      status: z.string(),
    }),
  ),
  decisions: z.array(z.object({ id: z.string(), date: Day })),
  gaps: z.array(
    z.object({
      id: z.string(),
      unit: UnitId,
      text: z.string(),
      fromQuestion: z.string(),
      status: z.string(),
      decision: z.string().nullable(),
    }),
  ),
  clarification: z.object({
    questions: z.array(QuestionInFile),
    templateDefaults: z.partialRecord(offerTypes, z.record(z.string(), AnswerInFile)),
    productDefaults: z.record(z.string(), Value),
    answers: z.array(
      z.object({
        unit: UnitId,
        status: z.enum(['anvendt', 'godkendt', 'i_afklaring']),
        answers: z.record(z.string(), AnswerInFile),
        answerSource: z.record(z.string(), z.string()),
      }),
    ),
    expectedConfig: z.record(z.string(), Expected),
    exampleDiff: z.object({
      unit: UnitId,
      changes: z.array(z.object({ key: z.string(), old: Value, new: Value })),
    }),
  }),
})
export type ClarificationInFile = z.infer<typeof ClarificationInFile>
export type UnitInFile = ClarificationInFile['units'][number]

/** A value of the file in the product's words. */
export function inOurWords(key: string, value: z.infer<typeof Value>): SettingValue {
  const ours = fromTheirs(key as SettingKey, value as never)
  if (ours === undefined) throw new Error(`${key} cannot be ${JSON.stringify(value)}`)
  return ours as SettingValue
}

const effectOf = ({ op, key, value }: z.infer<typeof EffectInFile>): Effect =>
  op === 'set' || op === 'append'
    ? { op, key, value: inOurWords(key, value) }
    : { op, key, value: value as SettingValue }

/** Which answers a leader stands by follows from what they set. */
const topicOf = ({ options }: QuestionInFile): Question['topic'] => {
  const keys = options.flatMap(({ effects }) => effects.map(({ key }) => key))
  if (keys.some((key) => key === 'modules.medicine' || key.startsWith('medicine.'))) return 'medicine'
  if (keys.includes('modules.force')) return 'force'
  return keys.includes('access.scope') ? 'access' : null
}

/** The file says in words what a number and free text do: »number Q03 sætter teams; text Q26 giver gab«. Super-users are no part of a set-up. */
const effectsOf = ({ type, id }: QuestionInFile): Question['effects'] => {
  if (type === 'number') return [{ op: 'set', key: 'teams' }]
  return type === 'text' ? [{ op: 'gap', key: id }] : []
}

function showIfOf(showIf: string | null): Question['showIf'] {
  const [, key, sign, value] = /^(Q\d\d)(!=|==)(\w+)$/.exec(showIf ?? '') ?? []
  return key ? { key, is: sign === '==', value: value! } : null
}

function questionOf(given: QuestionInFile): Question {
  const topic = topicOf(given)
  const { id: key, section, text, help, type: kind, reqs: requirements } = given
  const options = given.options.map(({ value, label, effects }) => ({ value, label, effects: effects.map(effectOf) }))
  return {
    ...{ key, section, text, help, kind, topic, options, requirements },
    showIf: showIfOf(given.showIf),
    answeredBy: given.answeredBy === 'leder' ? 'leader' : 'unit',
    legal: topic && legalHelp[topic],
    effects: effectsOf(given),
  }
}

/** The file's questions, templates and defaults as a set of questions of the product. */
export function questionSetOf({ clarification }: ClarificationInFile): QuestionSetContent {
  const { questions, templateDefaults, productDefaults } = clarification
  return {
    questions: questions.map(questionOf),
    defaults: Object.fromEntries(Object.entries(productDefaults).map(([key, value]) => [key, inOurWords(key, value)])),
    templates: Object.fromEntries(
      Object.entries(templateDefaults).map(([type, template]) => [groupOf[type as keyof typeof groupOf], template]),
    ),
  }
}

/** What these two decisions mean as values of a unit's set-up; the file says it only in its expectations. */
export const valuesByDecision: Readonly<Record<string, { key: string; value: boolean }>> = {
  'D-018': { key: 'tasks.doubleSign', value: true },
  'D-022': { key: 'access.writeWithoutRead', value: true },
}
