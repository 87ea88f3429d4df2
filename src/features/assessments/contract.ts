import { z } from 'zod'
import { contract, download, read, text, upload, words, write } from '#kernel/lang/contract.ts'
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
  'person',
  'photo',
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
  key: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
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

/** A form while it is being made: words may be missing, everything else is as in a form. */
export const SketchField = Field.extend({
  label: text(300),
  choices: z
    .array(z.strictObject({ key: Key, label: text(200), points: z.int().optional() }))
    .max(30)
    .optional(),
  columns: z
    .array(z.strictObject({ key: Key, label: text(100) }))
    .max(8)
    .optional(),
})
export type SketchField = z.infer<typeof SketchField>
export const Sketch = Form.omit({ version: true }).extend({
  title: text(120),
  fields: z.array(SketchField).max(120),
  bands: z.array(Band.extend({ title: text(120) })).max(12),
})
export type Sketch = z.infer<typeof Sketch>

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
  /** Of a draft: how often it was saved. */
  revision: z.int(),
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
export type Used = z.infer<typeof Used>

/** A form as it is made: what is published, and my own sketch of the next version. */
export const Made = z.object({
  id: z.string(),
  published: Form.nullable(),
  sketch: z.object({ id: Id, content: Sketch, revision: z.int(), savedAt: Instant }).nullable(),
})
export type Made = z.infer<typeof Made>

/** A PDF, in letters. */
const Paper = z.object({ name: z.string(), content: z.string() })

const stood = z.object({ id: Id, version: z.int() })

export const assessments = contract('assessments', {
  /** Forms made here, the latest version of each; those that came with the product stand in `forms`. */
  forms: read(z.object({}), z.array(z.object({ id: z.string(), form: Form }))),
  /** What a super-user makes: forms of this place with their sketches. */
  making: read(z.object({}), z.array(Made)),
  saveSketch: write(
    z.object({ id: Id, content: Sketch, revision: z.int().min(1) }),
    z.object({ id: Id, revision: z.int(), savedAt: Instant }),
  ),
  discardSketch: write(z.object({ id: Id }), z.object({ id: Id })),
  /** A new form, or a new version of one made here. A super-user's. `id` is the sketch's, which it ends. */
  makeForm: write(z.object({ id: Id, form: Form }), z.object({ id: Id })),
  /** Of the units I reach, latest first; at most 200. */
  ofCitizen: read(z.object({ citizenId: Id }), z.array(Answer)),
  /** Units at which I may fill in a form about the citizen today; `healthUnitIds` also those of the health class. */
  forCitizen: read(z.object({ citizenId: Id }), z.object({ id: Id, unitIds: z.array(Id), healthUnitIds: z.array(Id) })),
  /** Saved as it is typed, its author's alone; nothing is refused for what it says. */
  saveDraft: write(
    z.object({
      ...{ id: Id, citizenId: Id, unitId: Id, formKey: Key, formVersion: z.int(), given: Given, answeredOn: Day },
      revision: z.int().min(1),
    }),
    z.object({ id: Id, revision: z.int(), savedAt: Instant }),
  ),
  discardDraft: write(z.object({ id: Id }), z.object({ id: Id })),
  /** A photo for a field of a draft of mine; its id is the field's answer. */
  attach: upload(z.object({ id: Id, answerId: Id, name: words(200) }), z.object({ id: Id })),
  photo: download(z.object({ answerId: Id, fileId: Id })),
  /** To be filled in by hand. */
  paper: write(z.object({ formKey: Key, formVersion: z.int() }), Paper),
  /** As it was filled in. */
  paperOf: write(z.object({ id: Id }), Paper),
  /** Puts away, or signs, what is filled in. */
  save: write(
    z.object({
      id: Id,
      /** Null: new, or whatever stands of my own draft. */
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
  usedAt: read(z.object({ unitId: Id }), z.object({ id: Id, used: z.array(Used), permitted: z.array(z.string()) })),
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
