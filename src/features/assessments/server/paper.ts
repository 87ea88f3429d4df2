import { fullName } from '#features/citizens/server/index.ts'
import { type Block, type Document, pdfOf } from '#features/documents/server/index.ts'
import { unitName } from '#features/org/server/index.ts'
import { dayInDanish } from '#kernel/lang/danish-days.ts'
import { type Day, dayOf, type Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { answerWords, rowsOf, type Saying } from '../answer-words.ts'
import { assessments, type Field, type Form, type Given } from '../contract.ts'
import { bandOf, shownFields } from '../rules.ts'
import { formAt } from './form-at.ts'
import { mayPrint, mayRead, ofAnswer } from './permissions.ts'

/** Paper is Danish, whatever language the screen has. */
const danish: Saying = {
  yes: 'Ja',
  no: 'Nej',
  nothing: '–',
  photo: 'Billede, ligger ved',
  day: dayInDanish,
  number: (value) => String(value).replace('.', ','),
}

const LINE = '_'.repeat(60)
const EMPTY_ROWS = 4
const question = (field: Field): Block => ({ kind: 'heading', level: 2, text: field.label })

/** When the question is to be answered, said for a hand. */
function onlyIf({ fields }: Form, { showIf }: Field): Block[] {
  const asked = showIf && fields.find(({ key }) => key === showIf.field)
  if (!asked) return []
  const value = answerWords(asked, showIf.value as Given[string], danish)
  const says = { is: `er "${value}"`, 'is-not': `ikke er "${value}"`, 'at-least': `er mindst ${value}` }[showIf.op]
  return [{ kind: 'paragraph', text: `Kun hvis svaret på "${asked.label}" ${says}.` }]
}

function table(field: Field, rows: readonly Readonly<Record<string, string>>[]): Block {
  const columns = field.columns ?? []
  return {
    kind: 'table',
    columns: columns.map(({ label }) => ({ head: label })),
    rows: rows.map((row) => columns.map(({ key }) => row[key] ?? '')),
  }
}

/** Where a hand writes: lines, boxes, rows. */
function blank(field: Field): Block {
  const { kind, choices = [], min = 0, max = 10, unit = '' } = field
  if (kind === 'table')
    return table(
      field,
      Array.from({ length: EMPTY_ROWS }, () => ({})),
    )
  if (kind === 'yes-no') return { kind: 'paragraph', text: '[   ] Ja      [   ] Nej' }
  if (choices.length > 0) return { kind: 'list', items: choices.map(({ label }) => `[   ] ${label}`) }
  if (kind === 'scale')
    return { kind: 'paragraph', text: Array.from({ length: max - min + 1 }, (_, at) => `${min + at}`).join('     ') }
  if (kind === 'long-text') return { kind: 'paragraph', text: [LINE, LINE, LINE].join('\n') }
  const isShort = kind === 'number' || kind === 'tally' || kind === 'sum' || kind === 'date'
  return { kind: 'paragraph', text: `${isShort ? LINE.slice(0, 16) : LINE} ${unit}`.trim() }
}

const bandRows = ({ bands }: Form): Block[] =>
  bands.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: 'Hvad tallet siger' },
        {
          kind: 'table',
          columns: [
            { head: 'Fra', share: 0.4 },
            { head: 'Til', share: 0.4 },
            { head: 'Udfald' },
            { head: 'Det gør vi', share: 3 },
          ],
          rows: bands.map(({ from, to, title, action }) => [String(from), String(to), title, action]),
        },
      ]

/** Signs that the citizen's name and day are to stand on. */
const blankOf = (form: Form): Document => ({
  title: form.title,
  subtitle: form.purpose,
  foot: `${form.title}, udgave ${form.version}`,
  blocks: [
    { kind: 'heading', level: 1, text: 'Udfyldes' },
    { kind: 'paragraph', text: `Borger: ${LINE.slice(0, 36)}   Dato: ${LINE.slice(0, 14)}` },
    ...form.fields.flatMap((field) => [question(field), ...onlyIf(form, field), blank(field)]),
    ...bandRows(form),
  ],
})

type Filled = {
  form: Form
  given: Given
  score: number | null
  answeredOn: Day
  citizenName: string
  unitName: string
  writtenByName: string
  signedAt: Instant | null
  struckAt: Instant | null
}

const said = (field: Field, given: Given): Block =>
  field.kind === 'table'
    ? table(field, rowsOf(given[field.key]))
    : { kind: 'paragraph', text: answerWords(field, given[field.key], danish) }

function outcome({ form, score }: Filled): Block[] {
  const band = bandOf(form, score)
  if (score === null) return []
  return [{ kind: 'note', text: [`${score}`, band?.title, band?.action].filter(Boolean).join(' · ') }]
}

const filledOf = (filled: Filled): Document => ({
  title: `${filled.form.title}: ${filled.citizenName}`,
  subtitle: `${filled.unitName}. ${dayInDanish(filled.answeredOn)}.`,
  foot: `${filled.form.title}, udgave ${filled.form.version}`,
  blocks: [
    {
      kind: 'keyValues',
      rows: [
        ['Udfyldt af', filled.writtenByName],
        ['Underskrevet', filled.signedAt ? dayInDanish(dayOf(filled.signedAt)) : 'Ikke endnu'],
        ...(filled.struckAt ? [['Streget', dayInDanish(dayOf(filled.struckAt))] as [string, string]] : []),
      ],
    },
    ...outcome(filled),
    { kind: 'heading', level: 1, text: 'Svar' },
    ...shownFields(filled.form, filled.given).flatMap((field) => [question(field), said(field, filled.given)]),
  ],
})

const paperFrom = async (document: Document, name: string) => ({
  name: `${name}.pdf`,
  content: Buffer.from(await pdfOf(document)).toString('base64'),
})

/** To be filled in by hand: where there is no screen, or somebody would rather write. */
export const paper = command(assessments.paper, {
  may: anywhere(mayPrint) as never,
  audit: (input) => ({ about: { form: input.formKey } }),
  repeatable: true,
  async run({ db, input }) {
    const form = await formAt(db, input.formKey, input.formVersion)
    if (!form) refuse(refusal('assessments.form-unknown', {}, 'formKey'))
    return paperFrom(blankOf(form!), form!.key)
  },
})

async function filledById(db: Db, id: Id): Promise<(Filled & { citizenId: Id; unitId: Id }) | undefined> {
  const row = await db.one<{ told: string }>(sql`select to_json(told)::text as told from (
    select form.definition as form, answer.given, answer.score, answer.answered_on as "answeredOn", answer.citizen_id as "citizenId", answer.unit_id as "unitId",
      ${fullName(sql`citizen`)} as "citizenName", ${unitName(sql`answer.unit_id`)} as "unitName", answer.written_by_name as "writtenByName",
      answer.signed_at as "signedAt", answer.struck_at as "struckAt"
    from assessments.answer join assessments.form on form.tenant_id = answer.tenant_id and form.key = answer.form_key and form.version = answer.form_version
    join citizens.citizen on citizen.tenant_id = answer.tenant_id and citizen.id = answer.citizen_id
    where answer.tenant_id = kernel.here() and answer.id = ${id}) told`)
  return row && JSON.parse(row.told)
}

export const paperOf = command(assessments.paperOf, {
  may: ofAnswer(mayRead, (input) => input.id),
  about: (db, input) => filledById(db, input.id),
  audit: (input, about) => ({ place: about?.unitId, person: about?.citizenId, records: [input.id], purpose: 'print' }),
  repeatable: true,
  run: ({ about }) => paperFrom(filledOf(about), `${about.form.key}-${about.answeredOn}`),
})
