import { z } from 'zod'
import { Day } from '#kernel/lang/day.ts'

export const GoliveInFile = z.object({
  units: z.array(z.object({ id: z.string(), name: z.string(), goLive: Day })),
  readinessItems: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      mode: z.enum(['auto', 'manuel']),
      kind: z.enum(['blokerende', 'acceptabel']),
    }),
  ),
  readiness: z.array(
    z.object({
      unit: z.string(),
      items: z.record(
        z.string(),
        z.object({ status: z.enum(['ok', 'delvis', 'mangler', 'ikke nået', 'accepteret']), note: z.string() }),
      ),
      blocking: z.array(z.string()),
      decisionDate: Day,
      verdict: z.string(),
    }),
  ),
  issues: z.array(
    z.object({
      id: z.string(),
      unit: z.string(),
      date: Day,
      severity: z.enum(['høj', 'middel', 'lav']),
      title: z.string(),
      cause: z.enum(['opsætning', 'fejl', 'oplæring', 'data', 'adgang', 'arbejdsgang', 'ønske']),
      status: z.enum(['løst', 'hos leverandør', 'til næste version', 'i gang', 'ny']),
      closed: Day.nullable(),
      resolution: z.string(),
      requirements: z.array(z.string()),
    }),
  ),
  decisions: z.array(z.object({ id: z.string(), date: Day })),
  projectTasks: z.array(z.object({ id: z.string(), end: Day, status: z.string() })),
})
export type GoliveInFile = z.infer<typeof GoliveInFile>
