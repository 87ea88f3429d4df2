const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const TIME = String.raw`([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?`
const ZONE = String.raw`(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00))`
const DAY = String.raw`\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`

type Primitive = { readonly is: 'string' | 'number' | 'boolean'; readonly form?: RegExp }
const string = (form?: RegExp): Primitive => (form ? { is: 'string', form } : { is: 'string' })
const number = (form?: RegExp): Primitive => (form ? { is: 'number', form } : { is: 'number' })

/** R4 § 2.24: what each simple type looks like in JSON. */
export const primitives: Readonly<Record<string, Primitive>> = {
  boolean: { is: 'boolean' },
  integer: number(/^-?(0|[1-9]\d*)$/),
  positiveInt: number(/^[1-9]\d*$/),
  unsignedInt: number(/^(0|[1-9]\d*)$/),
  decimal: number(),
  string: string(/^[\s\S]+$/),
  markdown: string(/^[\s\S]+$/),
  // Words with one space between; said so that a long text needs no stack.
  code: string(/^(?!\s|[\s\S]*\s(?:\s|$))[\s\S]+$/),
  id: string(/^[A-Za-z0-9\-.]{1,64}$/),
  uri: string(/^\S*$/),
  url: string(/^\S*$/),
  canonical: string(/^\S*$/),
  oid: string(/^urn:oid:[0-2](\.(0|[1-9]\d*))+$/),
  uuid: string(/^urn:uuid:[0-9a-f-]{36}$/),
  base64Binary: string(),
  date: string(DATE),
  dateTime: string(new RegExp(`^(${DATE.source.slice(1, -1)}|${DAY}T${TIME}${ZONE})$`)),
  instant: string(new RegExp(`^${DAY}T${TIME}${ZONE}$`)),
  time: string(new RegExp(`^${TIME}$`)),
  xhtml: string(/^<div/),
}

const BASE64_SIGNS = /^[0-9a-zA-Z+/=\s]*$/
const isBase64 = (text: string) => BASE64_SIGNS.test(text) && text.replace(/\s/g, '').length % 4 === 0

/** 30 February has the form of a date and is none. */
function isRealDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  if (!found) return true
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const DATES = new Set(['date', 'dateTime', 'instant'])

/** Why a value is none of its simple type: of another JSON type, or of another form. Undefined when it is one. */
export function whyNotPrimitive(type: string, value: unknown): 'type' | 'form' | undefined {
  const { is, form } = primitives[type]!
  if (typeof value !== is) return 'type'
  if (form && !form.test(String(value))) return 'form'
  if (type === 'base64Binary' && !isBase64(value as string)) return 'form'
  if (DATES.has(type) && !isRealDay(value as string)) return 'form'
  return undefined
}

/**
 * Whether a moment is not after another. Where they are not equally exact and the coarse parts are the same, it cannot be told and is let through.
 */
export function isNotAfter(start: string, end: string): boolean {
  if (start.includes('T') && end.includes('T')) return Date.parse(start) <= Date.parse(end)
  const [a, b] = [start.split('T')[0]!, end.split('T')[0]!]
  const shared = Math.min(a.length, b.length)
  return a.slice(0, shared) <= b.slice(0, shared)
}
