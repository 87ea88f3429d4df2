import { z } from 'zod'
import { contract, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { lists } from './ffb.ts'

const Concept = z.object({ code: words(100), parentCode: text(100).nullable(), name: words(500) })
export type LoadedConcept = z.infer<typeof Concept>

export const Book = z.object({
  version: z.string().nullable(),
  concepts: z.array(
    z.object({ code: z.string(), name: z.string(), list: z.enum(lists).nullable(), under: z.string().nullable() }),
  ),
})
export type LoadedBook = z.infer<typeof Book>

export const terminology = contract('terminology', {
  /** Versions that were loaded, newest first. The one the product knows by itself is `codeVersion` in rules.ts. */
  versions: read(
    z.object({}),
    z.array(
      z.object({
        system: z.string(),
        version: z.string(),
        title: z.string(),
        validFrom: Day,
        validTo: Day.nullable(),
        loadedAt: Instant,
        concepts: z.int(),
      }),
    ),
  ),
  /** The codes of a loaded version; at most 5,000. */
  concepts: read(
    z.object({ system: words(200), version: words(60) }),
    z.array(
      z.object({ code: z.string(), parentCode: z.string().nullable(), name: z.string(), list: z.string().nullable() }),
    ),
  ),
  /**
   * The names and codes of a version; null: of the one in force today. No codes: it is the one the product knows by itself.
   * `under` is the name of the heading a code stands under.
   */
  book: read(z.object({ version: text(60).nullable() }), Book),
  /** A new version beside the old; the same once more changes nothing. */
  load: write(
    z.object({
      system: words(200),
      version: words(60),
      title: words(200),
      validFrom: Day,
      concepts: z.array(Concept.strict()).min(1).max(5_000),
    }),
    z.object({ version: z.string(), concepts: z.int(), fresh: z.boolean() }),
  ),
})
