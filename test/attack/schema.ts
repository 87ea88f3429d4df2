import fc from 'fast-check'

/** As much of JSON Schema as the OpenAPI document of this house uses. */
export type Schema = {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  propertyNames?: Schema
  items?: Schema
  prefixItems?: Schema[]
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  pattern?: string
}

/** Gives an id that exists for a field of an endpoint, or one that does not. */
export type Known = (field: string) => readonly string[]
/** `words` stands in every free text; `marker` only ends what chance wrote. */
type Place = { field: string; known: Known; marker: string; words?: string }

const HOURS = 3_600_000
const NOON = Date.parse('2026-03-10T12:00:00Z')
const days = fc.integer({ min: -800, max: 800 }).map((n) => new Date(NOON + n * 24 * HOURS).toISOString().slice(0, 10))
const moments = fc.integer({ min: -20_000, max: 20_000 }).map((n) => new Date(NOON + n * HOURS).toISOString())

/** Values as the document describes them, deep enough to get past the door: what only well-formed calls can reach. */
export function fitting(schema: Schema, place: Place): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choices) return fc.oneof(...choices.map((one) => fitting(one, place)))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.properties) return fittingObject(schema, place)
  if (schema.type === 'object' || schema.additionalProperties) return fittingRecord(schema, place)
  if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((one) => fitting(one, place)))
  if (schema.type === 'array') return fittingList(schema, place)
  return fittingLeaf(schema, place)
}

function fittingObject({ properties = {}, required = [] }: Schema, place: Place): fc.Arbitrary<unknown> {
  const parts = Object.entries(properties).map(
    ([field, inner]) => [field, fitting(inner, { ...place, field })] as const,
  )
  return fc.record(Object.fromEntries(parts), { requiredKeys: required.filter((key) => key in properties) as never[] })
}

const fittingRecord = ({ additionalProperties }: Schema, place: Place) =>
  fc.dictionary(
    fc.string({ maxLength: 12 }),
    typeof additionalProperties === 'object' ? fitting(additionalProperties, place) : fc.string({ maxLength: 20 }),
    { maxKeys: 3 },
  )

function fittingList({ items = {}, minItems = 0, maxItems = 4 }: Schema, place: Place) {
  const most = Math.max(minItems, Math.min(maxItems, 4))
  return fc.array(fitting(items, place), { minLength: minItems, maxLength: most })
}

function fittingLeaf(schema: Schema, { field, known, marker, words }: Place): fc.Arbitrary<unknown> {
  const { type, format, minimum = -5, maximum = 2_000, pattern, minLength = 0, maxLength = 60 } = schema
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  const least = Math.max(minimum, -5)
  if (type === 'integer') return fc.integer({ min: least, max: Math.min(maximum, Math.max(least, 0) + 2_000) })
  if (type === 'number') return fc.double({ min: Math.max(minimum, -1e9), max: Math.min(maximum, 1e9), noNaN: true })
  if (format === 'uuid')
    return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known(field)) }, fc.uuid({ version: 7 }))
  if (format === 'date') return days
  if (format === 'date-time') return moments
  if (format === 'uri') return fc.webUrl()
  if (words && !pattern) return fc.constant(words.slice(0, maxLength))
  const free = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 40) })
  if (pattern) return fc.oneof({ weight: 5, arbitrary: matching(pattern) }, free)
  return free.map((text) => `${text}${marker}`.slice(-Math.max(maxLength, minLength)))
}

function matching(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern))
  } catch {
    return fc.string({ maxLength: 12 })
  }
}
