import { z } from 'zod'
import { Day } from '#kernel/lang/day.ts'

const UnitCode = z.string().regex(/^u-/)
const LocalTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)

const RelayRow = z.object({
  unit: UnitCode,
  contactReadAt: LocalTime,
  relayedAt: LocalTime.nullable(),
  channels: z.array(z.enum(['opslag i løsningen', 'tavle i vagtrum', 'personalemøde', 'sms'])),
  staff: z.int(),
  read: z.int(),
})

const MessageInFile = z.object({
  id: z.string().regex(/^M-\d\d$/),
  date: Day,
  origin: z.enum(['leverandør', 'koordinator']),
  severity: z.enum(['kritisk', 'handling', 'info']),
  title: z.string(),
  body: z.string(),
  audienceUnits: z.array(UnitCode),
  relay: z.array(RelayRow),
  escalations: z.array(z.object({ unit: UnitCode, reason: z.string(), to: z.string(), at: LocalTime })),
})
export type MessageInFile = z.infer<typeof MessageInFile>

const grade = z.enum(['høj', 'middel', 'lav'])

const IssueInFile = z.object({
  id: z.string().regex(/^NB-\d$/),
  date: Day,
  title: z.string(),
  status: z.enum(['sent', 'draft', 'planned']),
  sections: z.array(z.object({ heading: z.string(), text: z.string(), sources: z.array(z.string()) })),
  coverage: z.record(UnitCode, z.number()).nullable(),
})
export type IssueInFile = z.infer<typeof IssueInFile>

export const RelayInFile = z.object({
  units: z.array(z.object({ id: UnitCode, name: z.string(), staff: z.int() })),
  vendors: z.array(z.object({ letter: z.string(), name: z.string() })),
  evaluation: z.object({ expected: z.object({ ranking: z.array(z.string()) }) }),
  decisions: z.array(z.object({ id: z.string(), date: Day })),
  chain: z.array(z.object({ step: z.int(), sla: z.record(z.string(), z.string()) })),
  messages: z.array(MessageInFile),
  stakeholders: z.array(
    z.object({ name: z.string(), role: z.string(), impact: grade, influence: grade, how: z.string() }),
  ),
  infoMeetings: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      date: Day,
      place: z.string(),
      attended: z.int().nullable(),
      questions: z.array(z.string()),
    }),
  ),
  newsletters: z.array(IssueInFile),
})
export type RelayInFile = z.infer<typeof RelayInFile>
