import { z } from 'zod'
import { contract, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'

export const stayKinds = ['home', 'day', 'support', 'treatment', 'respite'] as const
export const endReasons = ['moved-home', 'moved-on', 'died', 'ended'] as const
export const StayKind = z.enum(stayKinds)
export type StayKind = z.infer<typeof StayKind>
export const EndReason = z.enum(endReasons)
export type EndReason = z.infer<typeof EndReason>

export const Stay = z.object({
  id: Id,
  citizenId: Id,
  unitId: Id,
  kind: StayKind,
  legalGround: z.string().nullable(),
  startsOn: Day,
  endsOn: Day.nullable(),
  endReason: EndReason.nullable(),
  version: z.int(),
})
export type Stay = z.infer<typeof Stay>

export const StayRow = Stay.extend({
  calledName: z.string(),
  fullName: z.string(),
  room: z.string().nullable(),
  /** Name, address or stay is protected. */
  isProtected: z.boolean(),
  permitted: z.array(z.string()),
})
export type StayRow = z.infer<typeof StayRow>

export const stays = contract('stays', {
  /** What I may do in the unit: open, mark. */
  atUnit: read(z.object({ unitId: Id }), z.object({ id: Id, permitted: z.array(z.string()) })),
  /** Who lives, attends or gets support in the unit on the day, by name. */
  ofUnit: read(z.object({ unitId: Id, day: Day }), z.array(StayRow)),
  /** All stays of a citizen in units I reach, newest first. */
  ofCitizen: read(
    z.object({ citizenId: Id }),
    z.array(Stay.extend({ unitName: z.string(), permitted: z.array(z.string()) })),
  ),
  open: write(
    z.object({
      id: Id,
      externalId: words(100).optional(),
      citizenId: Id,
      unitId: Id,
      kind: StayKind,
      legalGround: text(30).nullable(),
      startsOn: Day,
    }),
    Stay,
  ),
  /** The citizen leaves on the day; with `died` every other open stay ends too, and the card says so. */
  close: write(z.object({ stayId: Id, version: z.int(), day: Day, reason: EndReason }), Stay),
  /** Leaves one unit and starts in another on the same day, under the same kind. */
  move: write(
    z.object({ stayId: Id, version: z.int(), newStayId: Id, toUnitId: Id, legalGround: text(30).nullable(), day: Day }),
    Stay,
  ),
  /** Attendance of a day where people do not live; last mark wins. */
  markAttendance: write(
    z.object({ unitId: Id, citizenId: Id, here: z.boolean() }),
    z.object({ id: Id, here: z.boolean() }),
  ),
  attendanceToday: read(z.object({ unitId: Id }), z.array(z.object({ id: Id, here: z.boolean(), markedAt: Instant }))),
})
