import { z } from 'zod'
import { contract, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'

export const fieldKinds = [
  'text',
  'long-text',
  'number',
  'scale',
  'yes-no',
  'choice',
  'multi-choice',
  'date',
  'table',
  'tally',
  'sum',
  'signature',
] as const
export const FieldKind = z.enum(fieldKinds)
export type FieldKind = z.infer<typeof FieldKind>
const Key = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/)
export const tones = ['ok', 'attention', 'violet', 'info', 'neutral'] as const

export const Condition = z.strictObject({
  field: Key,
  op: z.enum(['is', 'is-not', 'at-least']),
  value: z.union([text(200), z.number(), z.boolean()]),
})
export type Condition = z.infer<typeof Condition>

export const Field = z.strictObject({
  key: Key,
  kind: FieldKind,
  label: words(300),
  help: text(600).optional(),
  /** Asked for when the form is signed, not while it is saved. */
  required: z.boolean().optional(),
  /** Shown only when an earlier field, itself shown, says so. */
  showIf: Condition.optional(),
  choices: z
    .array(z.strictObject({ key: Key, label: words(200), points: z.int().optional() }))
    .max(30)
    .optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  unit: text(20).optional(),
  /** Of a table: its columns, each a text. */
  columns: z
    .array(z.strictObject({ key: Key, label: words(100) }))
    .max(8)
    .optional(),
  /** Of a sum: the fields it adds up, by points or number. */
  of: z.array(Key).max(40).optional(),
})
export type Field = z.infer<typeof Field>

/** From `from` to `to`, both within. */
export const Band = z.strictObject({
  key: Key,
  from: z.int(),
  to: z.int(),
  title: words(120),
  tone: z.enum(tones),
  action: text(500),
})
export type Band = z.infer<typeof Band>

export const Form = z.strictObject({
  key: Key,
  version: z.int().min(1),
  title: words(120),
  /** What it is for, and what it is not. */
  purpose: text(1000),
  isHealth: z.boolean(),
  fields: z.array(Field).min(1).max(120),
  /** The field whose value is the score: a sum, a number or a scale. */
  score: Key.optional(),
  bands: z.array(Band).max(12),
})
export type Form = z.infer<typeof Form>

export const Given = z.record(
  Key,
  z.union([
    text(10_000),
    z.number(),
    z.boolean(),
    z.array(text(200)).max(40),
    z.array(z.record(Key, text(1000))).max(60),
    z.null(),
  ]),
)
export type Given = z.infer<typeof Given>

export const Answer = z.object({
  id: Id,
  unitId: Id,
  formKey: z.string(),
  formTitle: z.string(),
  formVersion: z.int(),
  form: Form,
  given: Given,
  score: z.int().nullable(),
  band: z.string().nullable(),
  answeredOn: Day,
  writtenById: Id,
  writtenByName: z.string(),
  signedAt: Instant.nullable(),
  struck: z.object({ at: Instant, reason: z.string() }).nullable(),
  version: z.int(),
})
export type Answer = z.infer<typeof Answer>

export const Due = z.object({
  id: Id,
  citizenId: Id,
  calledName: z.string(),
  formKey: z.string(),
  dueOn: Day,
  /** Day of the last signed answer. */
  lastOn: Day.nullable(),
})
export type Due = z.infer<typeof Due>

export const Used = z.object({
  id: z.string(),
  moveInDays: z.int().nullable(),
  everyMonths: z.int().nullable(),
})

const stood = z.object({ id: Id, version: z.int() })

export const assessments = contract('assessments', {
  /** Forms made here, the latest version of each; those that came with the product stand in `forms`. */
  forms: read(z.object({}), z.array(z.object({ id: z.string(), form: Form }))),
  /** A new form, or a new version of one made here. A super-user's. */
  makeForm: write(z.object({ id: Id, form: Form }), z.object({ id: Id })),
  /** Of the units I reach, latest first; at most 200. */
  ofCitizen: read(z.object({ citizenId: Id }), z.array(Answer)),
  /** Puts away what is filled in so far; `answerId` is the caller's. */
  save: write(
    z.object({
      id: Id,
      version: z.int().nullable(),
      citizenId: Id,
      unitId: Id,
      formKey: Key,
      formVersion: z.int(),
      given: Given,
      answeredOn: Day,
      sign: z.boolean(),
    }),
    stood.extend({ score: z.int().nullable(), band: z.string().nullable() }),
  ),
  strike: write(z.object({ id: Id, version: z.int(), reason: words(300) }), stood),
  /** What a unit answers about everybody, and how often. */
  usedAt: read(z.object({ unitId: Id }), z.array(Used)),
  use: write(
    z.object({
      id: Id,
      unitId: Id,
      formKey: Key,
      moveInDays: z.int().min(0).max(365).nullable(),
      everyMonths: z.int().min(1).max(60).nullable(),
      end: z.boolean(),
    }),
    z.object({ id: Id }),
  ),
  /** Forms that are due, or will be within a fortnight, the most overdue first; at most 200. */
  due: read(z.object({ unitId: Id }), z.array(Due)),
})
