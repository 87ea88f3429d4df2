import { z } from 'zod'
import { offerGroupKeys } from '#features/org/offer-groups.ts'
import { settingKeys } from '#features/profiles/contract.ts'
import { Content } from '#features/requirements/content.ts'
import { words } from '#kernel/lang/contract.ts'
import { Day } from '#kernel/lang/day.ts'

/** What one municipality passes on to the next: no names, no places, no small numbers. */
export const Package = z.strictObject({
  schema: z.literal('roed-traad-package/1'),
  madeOn: Day,
  /** Said in the file itself, so that nobody need look for it. */
  leftOut: z.string(),
  requirements: z
    .array(
      Content.omit({ id: true, lines: true })
        .extend({
          lines: z
            .array(z.strictObject({ no: z.string(), kind: z.enum(['step', 'variant', 'problem']), text: z.string() }))
            .max(60),
        })
        .strict(),
    )
    .max(500),
  /** What offers of a kind chose, and how many: null is fewer than five. */
  settings: z
    .array(
      z.strictObject({
        offerGroup: z.enum(offerGroupKeys).nullable(),
        key: z.enum(settingKeys),
        value: z.string().max(300),
        units: z.int().nullable(),
      }),
    )
    .max(2000),
  decisions: z
    .array(
      z.strictObject({ title: words(300), why: z.string().max(2000), notChosen: z.array(z.string().max(400)).max(20) }),
    )
    .max(500),
  courses: z
    .array(
      z.strictObject({
        code: z.string().max(20),
        title: words(120),
        sort: z.string().max(20),
        minutes: z.int(),
        competences: z.array(z.string().max(60)).max(20),
        exercises: z.array(z.string().max(300)).max(50),
      }),
    )
    .max(100),
  benefits: z
    .array(
      z.strictObject({
        title: words(200),
        what: z.string().max(200),
        countedIn: z.string().max(20),
        direction: z.enum(['down', 'up']),
        method: z.string().max(300),
      }),
    )
    .max(50),
})
export type Package = z.infer<typeof Package>

/** A name, and what stands instead of it. */
export type Name = { readonly word: string; readonly instead: string }

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Replaces names as whole words, the longest first, so that `Bostøtten Nord` goes before `Nord`. */
export function anonymiser(names: readonly Name[]): (text: string) => string {
  const known = new Map(names.filter(({ word }) => word.trim().length > 1).map(({ word, instead }) => [word, instead]))
  if (known.size === 0) return (text) => text
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length)
  const any = new RegExp(`(?<![\\p{L}\\d])(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}\\d])`, 'gu')
  return (text) => text.replace(any, (word) => known.get(word)!)
}

/** Every text of a value, however deep; the keys stand. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, change)])) as T
}
