import { z } from 'zod'
import { Role } from '#features/org/contract.ts'
import { contract, read, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'

export const Round = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  beganOn: Day,
  dueOn: Day,
  closedAt: Instant.nullable(),
  asked: z.int(),
  answered: z.int(),
  lapsed: z.int(),
})
export type Round = z.infer<typeof Round>

export const answers = ['keep', 'end', 'change', 'lapsed'] as const

export const Item = z.object({
  id: Id,
  employeeId: Id,
  name: z.string(),
  profession: z.string().nullable(),
  role: Role,
  startsOn: Day,
  /** Lapses when nobody answers. */
  isExtra: z.boolean(),
  /** Latest day the person was signed in; null: not within the last year. */
  lastSeenOn: Day.nullable(),
  answer: z.enum(answers).nullable(),
  answeredByName: z.string().nullable(),
  answeredAt: Instant.nullable(),
  /** Acts I may do: answer. Never about my own. */
  permitted: z.array(z.string()),
})
export type Item = z.infer<typeof Item>

export const Rhythm = z.object({ everyMonths: z.int().min(1).max(24), daysToAnswer: z.int().min(7).max(90) })

export const certification = contract('certification', {
  /** Rounds of units within my reach, open ones first; at most 500. */
  rounds: read(z.object({}), z.array(Round)),
  items: read(z.object({ roundId: Id }), z.array(Item)),
  /** Answers several at once; all stand or none does. `change` gives another role at the same unit from tomorrow. */
  answer: write(
    z.object({
      roundId: Id,
      answers: z
        .array(
          z
            .object({
              itemId: Id,
              answer: z.enum(['keep', 'end', 'change']),
              role: Role.nullable(),
              grantId: Id.nullable(),
            })
            .strict(),
        )
        .min(1)
        .max(1000),
    }),
    z.object({ id: Id, left: z.int() }),
  ),
  /** A round of one unit, out of turn. */
  begin: write(z.object({ id: Id, unitId: Id }), z.object({ id: Id, asked: z.int() })),
  rhythm: read(z.object({}), Rhythm.extend({ id: Id, coming: z.array(Rhythm.extend({ fromOn: Day })) })),
  decideRhythm: write(z.object({ id: Id, fromOn: Day, ...Rhythm.shape }), z.object({ id: Id })),
})
