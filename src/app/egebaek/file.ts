import { z } from 'zod'
import { Day } from '#kernel/lang/day.ts'

/**
 * The invented municipality's whole rollout as one file, from the first café day to the benefits.
 * Each part of the house reads the sections it knows; what stands beside them is let be.
 */

const offerTypes = ['doegn', 'bostoette', 'dag', 'rus', 'herberg', 'krise', 'unge', 'aflastning', 'akut'] as const
export type OfferTypeInFile = (typeof offerTypes)[number]

const UnitInFile = z.object({ id: z.string(), name: z.string(), offerType: z.enum(offerTypes) })

const EventInFile = z.object({
  id: z.string(),
  type: z.enum(['cafe', 'usecase']),
  title: z.string(),
  date: Day,
  time: z.string().regex(/^\d\d:\d\d-\d\d:\d\d$/),
  place: z.string(),
  participants: z.int(),
  hoursEach: z.number(),
  units: z.array(z.string()),
  joinCode: z.string(),
})

const ContributionInFile = z.object({
  id: z.string(),
  event: z.string(),
  unit: z.string(),
  authorRole: z.string(),
  kind: z.enum(['behov', 'problem', 'idé']),
  text: z.string(),
  need: z.string().nullable(),
  status: z.enum(['samlet', 'parkeret', 'uden for', 'afvist']),
  answer: z.string().optional(),
})

const NeedInFile = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  votes: z.object({ total: z.int(), byOfferType: z.partialRecord(z.enum(offerTypes), z.int()) }),
  contributions: z.array(z.string()),
})

export const CaptureInFile = z.object({
  meta: z.object({ schema: z.literal('rollout-demo/1'), demoToday: Day }),
  units: z.array(UnitInFile),
  events: z.array(EventInFile),
  contributions: z.array(ContributionInFile),
  needs: z.array(NeedInFile),
})
export type CaptureInFile = z.infer<typeof CaptureInFile>
