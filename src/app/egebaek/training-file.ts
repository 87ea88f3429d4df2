import { z } from 'zod'
import { Day } from '#kernel/lang/day.ts'

const states = ['deltog', 'tilmeldt', 'ikke tilmeldt', 'syg', 'vagt ikke dækket', 'udeblev'] as const

export const TrainingInFile = z.object({
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  people: z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.unknown())) }),
  requirements: z.array(z.object({ id: z.string(), code: z.string() })),
  courses: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      hours: z.number(),
      audience: z.enum([
        'alle',
        'superbruger',
        'doegn',
        'bostoette',
        'dag',
        'saerlig',
        'leder',
        'medicin',
        'magt',
        'nat_vikar',
      ]),
      competences: z.array(z.string()),
    }),
  ),
  courseSessions: z.array(
    z.object({
      id: z.string(),
      course: z.string(),
      date: Day,
      time: z.string().regex(/^\d\d:\d\d-\d\d:\d\d(, to dage)?$/),
      capacity: z.int(),
      units: z.array(z.string()),
      place: z.string(),
      trainer: z.string(),
    }),
  ),
  enrolments: z.object({
    columns: z.tuple([z.literal('person'), z.literal('session'), z.literal('state')]),
    rows: z.array(z.tuple([z.string(), z.string(), z.enum(states)])),
  }),
  expectedTrainingCoverage: z.record(
    z.string(),
    z.object({
      fixed: z.int(),
      fixedTrained: z.int(),
      onCall: z.int(),
      onCallTrained: z.int(),
      fixedShare: z.number(),
    }),
  ),
})
export type TrainingInFile = z.infer<typeof TrainingInFile>
