import { z } from 'zod'

// In a browser zod would try `new Function` with the first object, which the content security policy refuses and every console tells of.
if ('document' in globalThis) z.config({ jitless: true })

/** One endpoint: its name is its address (`POST /api/journal.ofCitizen`), its permission's and its audit entry's name. */
export type Endpoint<K extends 'read' | 'write', I extends z.ZodType, O extends z.ZodType> = {
  readonly kind: K
  readonly name: string
  readonly input: I
  readonly output: O
  /** Octets go beside the JSON: `up` after the input, `down` instead of the answer. */
  readonly carries?: 'up' | 'down'
}
export type Read<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Endpoint<'read', I, O>
export type Write<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Endpoint<'write', I, O>
export type AnyEndpoint = Endpoint<'read' | 'write', z.ZodType, z.ZodType>
export type InputOf<E extends AnyEndpoint> = z.infer<E['input']>
/** What a caller gives: fields with a default may be left out. */
export type GivenTo<E extends AnyEndpoint> = z.input<E['input']>
export type OutputOf<E extends AnyEndpoint> = z.infer<E['output']>

type Unnamed = { kind: 'read' | 'write'; input: z.ZodType; output: z.ZodType; carries?: 'up' | 'down' }

/** Input objects are strict: a field nobody asked for is a mistake, and is said. */
export const read = <S extends z.ZodRawShape, O extends z.ZodType>(input: z.ZodObject<S>, output: O) =>
  ({ kind: 'read', input: input.strict(), output }) as const
export const write = <S extends z.ZodRawShape, O extends z.ZodType>(input: z.ZodObject<S>, output: O) =>
  ({ kind: 'write', input: input.strict(), output }) as const

/** The octets of a file. */
export const Octets = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array)
  .meta({ type: 'string', format: 'binary' })

/** What is said of octets before they come: they follow in so many parts. */
export const Carried = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  parts: z.int(),
})
export type Carried = z.infer<typeof Carried>

/** A write that brings a file: its octets arrive as the input's `content`. */
export const upload = <S extends z.ZodRawShape, O extends z.ZodType>(input: z.ZodObject<S>, output: O) =>
  ({ kind: 'write', carries: 'up', input: input.extend({ content: Octets }).strict(), output }) as const
/** A read that is answered with a file. */
export const download = <S extends z.ZodRawShape>(input: z.ZodObject<S>) =>
  ({ kind: 'read', carries: 'down', input: input.strict(), output: Carried }) as const

export function contract<C extends Record<string, Unnamed>>(feature: string, endpoints: C) {
  const named = Object.entries(endpoints).map(([name, endpoint]) => [name, { ...endpoint, name: `${feature}.${name}` }])
  return Object.fromEntries(named) as { [N in keyof C]: C[N] & { readonly name: string } }
}

/** Text that must be stored exactly: any letters, no NUL (PostgreSQL cannot hold it) and no lone surrogate. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !value.includes('\u0000') && value.isWellFormed(), {
      params: { code: 'kernel.text-unstorable' },
    })

/** As `text`, and something must stand in it. */
export const words = (max: number) =>
  text(max).refine((value) => value.trim() !== '', { params: { code: 'kernel.text-empty' } })
