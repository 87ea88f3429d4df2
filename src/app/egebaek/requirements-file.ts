import { z } from 'zod'
import { Day } from '#kernel/lang/day.ts'

const offerTypes = z.enum(['doegn', 'bostoette', 'dag', 'rus', 'herberg', 'krise', 'unge', 'aflastning', 'akut'])
const RequirementId = z.string().regex(/^K-\d{3}$/)

const RequirementInFile = z.object({
  id: RequirementId,
  code: z.string(),
  workArea: z.string().regex(/^[A-L]\d? /),
  title: z.string(),
  start: z.string(),
  end: z.string(),
  frequency: z.string(),
  users: z.string(),
  difficult: z.string(),
  rows: z.array(z.object({ no: z.string(), type: z.enum(['deltrin', 'variant', 'problem']), text: z.string() })),
  exampleSolution: z.string(),
  level: z.enum(['mindstekrav', 'vurderes', 'option']),
  weight: z.int(),
  offerTypes: z.array(offerTypes),
  benefits: z.array(z.string()),
  needs: z.array(z.string()),
})
export type RequirementInFile = z.infer<typeof RequirementInFile>

const VersionInFile = z.object({
  version: z.string(),
  date: Day,
  note: z.string(),
  changed: z.array(RequirementId).optional(),
})

export const RequirementsInFile = z.object({
  meta: z.object({ demoToday: Day }),
  units: z.array(z.object({ id: z.string(), name: z.string(), offerType: offerTypes })),
  requirements: z.array(RequirementInFile),
  requirementVersions: z.array(VersionInFile),
  benefits: z.array(
    z.object({
      id: z.string().regex(/^G\d+$/),
      title: z.string(),
      owner: z.string(),
      points: z.array(z.object({ date: Day })),
    }),
  ),
  unitProfiles: z.array(z.object({ unit: z.string(), relevantRequirements: z.array(RequirementId) })),
})
export type RequirementsInFile = z.infer<typeof RequirementsInFile>

export const DecisionsInFile = z.object({
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  decisions: z.array(
    z.object({
      id: z.string().regex(/^D-\d{3}$/),
      date: Day,
      title: z.string(),
      why: z.string(),
      alternatives: z.array(z.string()),
      decidedBy: z.string(),
      requirements: z.array(RequirementId),
      reviewOn: Day.nullable(),
    }),
  ),
  risks: z.array(
    z.object({
      id: z.string().regex(/^RI-\d+$/),
      title: z.string(),
      probability: z.int(),
      impact: z.int(),
      measure: z.string(),
      owner: z.string(),
      status: z.enum(['aktiv', 'dæmpet', 'lukket', 'sket']),
    }),
  ),
})
export type DecisionsInFile = z.infer<typeof DecisionsInFile>
