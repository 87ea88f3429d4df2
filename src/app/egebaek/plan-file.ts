import { z } from 'zod'
import { Day } from '#kernel/lang/day.ts'

const Code = z.string()

export const PlanInFile = z.object({
  phases: z.array(z.object({ id: Code, name: z.string(), start: Day, end: Day, done: z.string() })),
  waves: z.array(z.object({ id: Code, name: z.string(), goLive: Day, units: z.array(Code) })),
  boardPhases: z.array(z.string()),
  units: z.array(
    z.object({
      id: Code,
      name: z.string(),
      boardPhase: z.string(),
      leader: Code,
      contact: Code,
      superusers: z.array(Code),
    }),
  ),
  people: z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.unknown())) }),
  externalUsers: z.array(z.object({ id: Code, name: z.string() })),
  unitTaskTemplates: z.array(
    z.object({ id: Code, title: z.string(), offsetDays: z.int(), owner: z.string(), dependsOn: z.array(Code) }),
  ),
  unitTasks: z.array(z.object({ id: Code, unit: Code, template: Code, due: Day, status: z.string() })),
  projectTasks: z.array(
    z.object({
      id: Code,
      title: z.string(),
      phase: Code,
      owner: z.string(),
      start: Day,
      end: Day,
      dependsOn: z.array(Code),
      status: z.string(),
    }),
  ),
})
export type PlanInFile = z.infer<typeof PlanInFile>
