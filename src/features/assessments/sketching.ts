import type { Condition, Field, FieldKind, Form, Sketch, SketchField } from './contract.ts'

const LONGEST = 40
const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', é: 'e', ü: 'u', ö: 'oe', ä: 'ae' }

/** A name for machines of what people call it, not yet taken; it stays when the words change, so that lines over time go on. */
export function keyFor(words: string, taken: readonly string[]): string {
  const plain = words
    .toLowerCase()
    .replace(/[æøåéüöä]/g, (letter) => letters[letter]!)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const begun = /^[a-z][a-z0-9]/.test(plain) ? plain : `felt-${plain}`
  const short = begun.slice(0, LONGEST - 4).replace(/-+$/, '')
  for (let count = 1; ; count++) {
    const key = count === 1 ? short : `${short}-${count}`
    if (!taken.includes(key)) return key
  }
}

export const emptySketch = (key: string, title: string): Sketch => ({
  ...{ key, title, purpose: '', isHealth: false, fields: [], bands: [] },
})

/** A form as the beginning of another. */
export function sketchOf({ version: _, ...form }: Form, as: Pick<Sketch, 'key' | 'title'>): Sketch {
  return { ...form, ...as }
}

export const formOf = (sketch: Sketch, version: number): Form => ({ ...sketch, version }) as Form

/** Kinds that have a number. */
export const numeric: readonly FieldKind[] = ['number', 'scale', 'tally', 'sum']
const summed: readonly FieldKind[] = ['number', 'scale', 'tally', 'yes-no', 'choice', 'multi-choice']
/** What another field can hang on. */
const asked: readonly FieldKind[] = ['yes-no', 'choice', 'multi-choice', 'number', 'scale', 'tally', 'sum']

/** Of the fields before it, those it can add up, or hang on. */
export const summable = (before: readonly SketchField[]) => before.filter(({ kind }) => summed.includes(kind))
export const askable = (before: readonly SketchField[]) => before.filter(({ kind }) => asked.includes(kind))
export const scorable = (fields: readonly SketchField[]) => fields.filter(({ kind }) => numeric.includes(kind))

/** What a field of the kind keeps: the rest was another kind's. */
export function tidied(field: SketchField): SketchField {
  const { choices, columns, of, min, max, unit, ...plain } = field
  const { kind } = field
  return {
    ...plain,
    ...((kind === 'choice' || kind === 'multi-choice') && { choices: choices ?? [] }),
    ...(kind === 'table' && { columns: columns ?? [] }),
    ...(kind === 'sum' && { of: of ?? [] }),
    ...(numeric.includes(kind) &&
      kind !== 'sum' && {
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
        ...(unit && { unit }),
      }),
  }
}

/** A condition to begin with, as the field it hangs on allows. */
export function firstCondition({ key, kind, choices = [] }: Pick<SketchField, 'key' | 'kind' | 'choices'>): Condition {
  if (kind === 'yes-no') return { field: key, op: 'is', value: true }
  if (numeric.includes(kind)) return { field: key, op: 'at-least', value: 1 }
  return { field: key, op: 'is', value: choices[0]?.key ?? '' }
}

const moved = <T>(all: readonly T[], from: number, to: number): T[] => {
  const rest = all.filter((_, at) => at !== from)
  return [...rest.slice(0, to), all[from]!, ...rest.slice(to)]
}

export const putField = (sketch: Sketch, field: SketchField): Sketch => {
  const known = sketch.fields.some(({ key }) => key === field.key)
  const fields = known ? sketch.fields.map((one) => (one.key === field.key ? field : one)) : [...sketch.fields, field]
  return { ...sketch, fields }
}
export const moveField = (sketch: Sketch, from: number, to: number): Sketch => ({
  ...sketch,
  fields: moved(sketch.fields, from, to),
})

/** Nothing is left hanging on a field that is gone. */
export function removeField(sketch: Sketch, gone: Field['key']): Sketch {
  const fields = sketch.fields
    .filter(({ key }) => key !== gone)
    .map(({ showIf, of, ...field }) => ({
      ...field,
      ...(showIf && showIf.field !== gone && { showIf }),
      ...(of && { of: of.filter((key) => key !== gone) }),
    }))
  const { score, ...rest } = sketch
  return { ...rest, fields, ...(score && score !== gone && { score }) }
}
