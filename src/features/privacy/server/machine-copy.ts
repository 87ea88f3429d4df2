import { stringify } from 'csv-stringify/sync'
import type { Language } from '#kernel/lang/text.ts'
import type { Telling, ToldField } from '#kernel/server/telling.ts'
import type { Row } from './snapshot.ts'

export const FORMAT = 'roed-traad-subject-access/1'
export const SCHEMA_FILE = 'indsigt.schema.json'

export type Section = { readonly telling: Telling; rows(): AsyncGenerator<Row> }
export type About = {
  readonly citizen: string
  readonly fromOn: string
  readonly toOn: string
  readonly madeAt: string
  readonly tenant: string
  readonly right: string
}

const octets = (text: string) => new TextEncoder().encode(text)

const valuesOf = ({ fields }: Telling, row: Row) =>
  Object.fromEntries([['id', row.id], ...fields.map(({ key }) => [key, row[key] ?? null])])

/** Everything as data, a row to a line. */
export async function* jsonOf(
  about: About,
  sections: readonly Section[],
  language: Language,
): AsyncGenerator<Uint8Array> {
  yield octets(`{"$schema":"./${SCHEMA_FILE}","format":"${FORMAT}","about":${JSON.stringify(about)},"sections":[`)
  for (const [at, section] of sections.entries()) {
    const { name, title } = section.telling
    yield octets(
      `${at > 0 ? ',' : ''}\n{"name":${JSON.stringify(name)},"title":${JSON.stringify(title[language])},"rows":[`,
    )
    let isFirst = true
    for await (const row of section.rows()) {
      yield octets(`${isFirst ? '' : ','}\n${JSON.stringify(valuesOf(section.telling, row))}`)
      isFirst = false
    }
    yield octets(']}')
  }
  yield octets(']}\n')
}

const nullable = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })

function schemaOfField({ kind, choices, title }: ToldField, language: Language): object {
  const described = { description: title[language] }
  if (kind === 'yes-no') return { ...nullable({ type: 'boolean' }), ...described }
  if (kind === 'number') return { ...nullable({ type: 'number' }), ...described }
  if (kind === 'day') return { ...nullable({ type: 'string', format: 'date' }), ...described }
  if (kind === 'instant') return { ...nullable({ type: 'string', format: 'date-time' }), ...described }
  if (kind === 'id') return { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }], ...described }
  const meanings = choices && Object.fromEntries(Object.entries(choices).map(([key, words]) => [key, words[language]]))
  const text =
    kind === 'choice'
      ? { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }, { type: 'null' }] }
      : nullable({ type: 'string' })
  return { ...text, ...described, ...(meanings ? { 'x-meanings': meanings } : {}) }
}

const object = (properties: Record<string, object>) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required: Object.keys(properties),
})

function schemaOfSection({ name, title, fields }: Telling, language: Language) {
  const row = object({
    id: { type: 'string' },
    ...Object.fromEntries(fields.map((field) => [field.key, schemaOfField(field, language)])),
  })
  return object({
    name: { const: name },
    title: { type: 'string', description: title[language] },
    rows: { type: 'array', items: row },
  })
}

/** What the data are: JSON Schema 2020-12, with the meaning of each field and each choice in words. */
export function schemaOf(tellings: readonly Telling[], language: Language): string {
  const text = { type: 'string' }
  const day = { type: 'string', format: 'date' }
  const about = {
    citizen: text,
    fromOn: day,
    toOn: day,
    madeAt: { type: 'string', format: 'date-time' },
    tenant: text,
    right: text,
  }
  const whole = object({
    $schema: text,
    format: { const: FORMAT },
    about: object(about),
    sections: { type: 'array', items: { anyOf: tellings.map((telling) => schemaOfSection(telling, language)) } },
  })
  return `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: FORMAT, ...whole }, null, 2)}\n`
}

const cellOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}

/** Semicolons and a mark of the encoding, as Danish spreadsheets want it; what would be a formula begins with an apostrophe. */
const line = (cells: readonly string[]) =>
  stringify([[...cells]], { delimiter: ';', escape_formulas: true, record_delimiter: 'windows' })

export async function* csvOf({ telling, rows }: Section): AsyncGenerator<Uint8Array> {
  const keys = ['id', ...telling.fields.map(({ key }) => key)]
  yield octets(`\ufeff${line(keys)}`)
  for await (const row of rows()) yield octets(line(keys.map((key) => cellOf(row[key]))))
}
