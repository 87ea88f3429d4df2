import { z } from 'zod'

/** One endpoint: its name is its address (`POST /api/journal.ofCitizen`), its permission's and its audit entry's name. */
export type Endpoint<K extends 'read' | 'write', I extends z.ZodType, O extends z.ZodType> = {
  readonly kind: K
  readonly name: string
  readonly input: I
  readonly output: O
}
export type Read<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Endpoint<'read', I, O>
export type Write<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Endpoint<'write', I, O>
export type AnyEndpoint = Endpoint<'read' | 'write', z.ZodType, z.ZodType>
export type InputOf<E extends AnyEndpoint> = z.infer<E['input']>
/** What a caller gives: fields with a default may be left out. */
export type GivenTo<E extends AnyEndpoint> = z.input<E['input']>
export type OutputOf<E extends AnyEndpoint> = z.infer<E['output']>

type Unnamed = { kind: 'read' | 'write'; input: z.ZodType; output: z.ZodType }

/** Input objects are strict: a field nobody asked for is a mistake, and is said. */
export const read = <S extends z.ZodRawShape, O extends z.ZodType>(input: z.ZodObject<S>, output: O) =>
  ({ kind: 'read', input: input.strict(), output }) as const
export const write = <S extends z.ZodRawShape, O extends z.ZodType>(input: z.ZodObject<S>, output: O) =>
  ({ kind: 'write', input: input.strict(), output }) as const

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
