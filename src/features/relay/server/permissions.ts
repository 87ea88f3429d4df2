import { careRoles, rolloutRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate, Right } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'

/** Keep the chain, release, recall, answer. */
export const mayCoordinate = right('relay.coordinate', ['coordinator'])
/** See how far messages have come; shares, never names. */
export const mayFollow = right('relay.follow', ['coordinator', 'steering'])
/** Have what stands with the contact of a unit: contact and deputy hold one of these roles. */
export const mayCarry = right('relay.carry', ['unit-contact', 'super-user', 'unit-leader'])
/** Pass a message on in a unit; the coordinator on behalf of a contact who says so by telephone. */
export const mayPassOn = right('relay.pass-on', ['unit-contact', 'super-user', 'unit-leader', 'coordinator'])
/** Get messages, say that one has read them, ask. */
export const mayHear = right('relay.hear', [...careRoles, 'office', 'unit-contact', 'super-user'])
/** See who has said that they read it, where readers were told that names are kept. */
export const maySeeNames = right('relay.read-names', ['unit-leader'])
/** Write to the units at night when the vendor rings of a breakdown. */
export const mayByPass = right('relay.by-pass', ['unit-leader', 'night-worker', 'super-user', 'coordinator'])
/** Meetings and what was answered there; who the project touches. */
export const mayRead = right('relay.read', [...careRoles, 'office', ...rolloutRoles])

/** The right is held at the place or in a unit below it. */
export const near = (held: Right, place: Sql): Sql => sql`exists (select from (${held.places}) held (unit_id)
  join org.branch on branch.tenant_id = kernel.here() and branch.unit_id = held.unit_id where branch.above_id = ${place})`
export const reaches = (held: Right, place: Sql): Sql =>
  sql`array_position(array(${held.places}), ${place}) is not null`

type Of<I> = (input: Blanks<I>) => Blank

const atPlaceOf =
  (table: 'message' | 'question' | 'meeting' | 'stakeholder', column: 'place_id' | 'unit_id' = 'place_id') =>
  <I>(held: Right, id: Of<I>): Gate<I> => ({
    right: held,
    rows: ({ input, visible }) => sql`select own.id from relay.${sql.ref(table)} own
      where own.tenant_id = kernel.here() and own.id = ${id(input)}::uuid and ${visible(sql`own.${sql.ref(column)}`)}`,
  })

export const ofMessage = atPlaceOf('message')
export const ofMeeting = atPlaceOf('meeting')
/** A question in a unit whose contact or leader one is. */
export const ofUnitsQuestion = atPlaceOf('question', 'unit_id')
export const ofQuestion = atPlaceOf('question')

/** Somebody of the place the meeting is for, or of a unit below it. */
export const nearMeeting = <I>(held: Right, id: Of<I>): Gate<I> => ({
  right: held,
  rows: ({ input, visible }) => sql`select own.id from relay.meeting own
    where own.tenant_id = kernel.here() and own.id = ${id(input)}::uuid and exists (select from org.branch
      where branch.tenant_id = kernel.here() and branch.above_id = own.place_id and ${visible(sql`branch.unit_id`)})`,
})
/** The same through one of its questions. */
export const nearMeetingQuestion = <I>(held: Right, id: Of<I>): Gate<I> => ({
  right: held,
  rows: ({ input, visible }) => sql`select own.id from relay.meeting_question own
    join relay.meeting on meeting.tenant_id = own.tenant_id and meeting.id = own.meeting_id
    where own.tenant_id = kernel.here() and own.id = ${id(input)}::uuid and exists (select from org.branch
      where branch.tenant_id = kernel.here() and branch.above_id = meeting.place_id and ${visible(sql`branch.unit_id`)})`,
})
export const ofMeetingQuestion = <I>(held: Right, id: Of<I>): Gate<I> => ({
  right: held,
  rows: ({ input, visible }) => sql`select own.id from relay.meeting_question own
    join relay.meeting on meeting.tenant_id = own.tenant_id and meeting.id = own.meeting_id
    where own.tenant_id = kernel.here() and own.id = ${id(input)}::uuid and ${visible(sql`meeting.place_id`)}`,
})

/** A message in a unit that the right reaches. */
export const ofLeg = <I extends { messageId: unknown; unitId: unknown }>(held: Right): Gate<I> => ({
  right: held,
  rows: ({ input, visible }) => sql`select leg.message_id as id from relay.leg
    where leg.tenant_id = kernel.here() and leg.message_id = ${input.messageId as Blank}::uuid and leg.unit_id = ${input.unitId as Blank}::uuid
      and ${visible(sql`leg.unit_id`)}`,
})

/** A message that has come to one's own unit. */
export const cameToMe = <I>(message: Of<I>): Gate<I> => ({
  right: mayHear,
  rows: ({ input, visible }) => sql`select leg.message_id as id from relay.leg
    where leg.tenant_id = kernel.here() and leg.message_id = ${message(input)}::uuid and leg.relayed_at is not null and ${visible(sql`leg.unit_id`)} limit 1`,
})
