import { z } from 'zod'
import { type OfferGroup, offerGroupKeys } from '#features/org/offer-groups.ts'
import { text } from '#kernel/lang/contract.ts'
import { Id } from '#kernel/lang/id.ts'

/** Sections of SL-07; the letter is the section's own. @source Requirements template SL-07, Søren Lauesen, itu.dk */
export const sections = {
  C: { da: 'Opgaver', en: 'Tasks' },
  D: { da: 'Data', en: 'Data' },
  E: { da: 'Øvrige funktioner', en: 'Other functions' },
  F: { da: 'Integration', en: 'Integration' },
  G: { da: 'Teknik', en: 'Technical' },
  H: { da: 'Sikkerhed', en: 'Security' },
  I: { da: 'Brugervenlighed', en: 'Usability' },
  J: { da: 'Leverancer', en: 'Deliveries' },
  K: { da: 'Kundens pligter', en: 'The customer’s duties' },
  L: { da: 'Drift', en: 'Operation' },
} as const
export type SectionLetter = keyof typeof sections
export const sectionLetters = Object.keys(sections) as [SectionLetter, ...SectionLetter[]]

export const levels = ['minimum', 'evaluated', 'option'] as const
export type Level = (typeof levels)[number]
export const verifications = ['demo', 'trial', 'document', 'test'] as const
export const lineKinds = ['step', 'variant', 'problem'] as const
export type LineKind = (typeof lineKinds)[number]

export const LineNo = z.string().regex(/^([1-9]\d?[a-z]?|p[1-9]\d?)$/)

/** Room for what people write; a row of a table is not a chapter. */
export const MOST = { title: 200, short: 300, long: 1000, line: 500, lines: 60, requirements: 500 } as const

export const ContentLine = z.object({ id: Id, no: LineNo, kind: z.enum(lineKinds), text: text(MOST.line) })
export type ContentLine = z.infer<typeof ContentLine>

/** Everything a requirement says: what a baseline holds, what a fingerprint is made of, what bidders answer. */
export const Content = z.object({
  id: Id,
  number: z.int(),
  code: z.string(),
  section: z.enum(sectionLetters),
  area: z.string(),
  title: z.string(),
  startsWhen: z.string(),
  endsWhen: z.string(),
  frequency: z.string(),
  users: z.string(),
  difficult: z.string(),
  /** An example of a solution: never a demand. Every way out says so. */
  example: z.string(),
  level: z.enum(levels),
  weight: z.int(),
  offerGroups: z.array(z.enum(offerGroupKeys)),
  verification: z.enum(verifications).nullable(),
  lines: z.array(ContentLine),
})
export type Content = z.infer<typeof Content>

/** `K-001`. */
export const nameOfNumber = (number: number): string => `K-${String(number).padStart(3, '0')}`

export const appliesTo = (content: Pick<Content, 'offerGroups'>, groups: readonly OfferGroup[]): boolean =>
  content.offerGroups.some((group) => groups.includes(group))

/** One way to write it, whatever order its fields came in: equal texts for equal contents. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
    .join(',')}}`
}
