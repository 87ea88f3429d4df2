import { isDiscreet, seenThrough, seesCitizen } from '#features/citizens/server/index.ts'
import { type NoteKind, noteKinds } from '#features/org/contract.ts'
import { careRoles, healthRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate, Right, Seeing, Sensitivity } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'
import { DAYS_TO_WRITE_AFTER } from '../rules.ts'

export const mayRead = right('journal.read', careRoles, { inPerson: true })
/** Asked on top of reading and writing, for notes of that class. */
export const mayReadHealth = right('journal.read-health', healthRoles, { sensitivity: 'health' })
export const mayWrite = right('journal.write', careRoles)
/** Correct or take back what others wrote; one's own, one always may. */
export const mayAmendOthers = right('journal.amend-others', ['unit-leader'])
export const mayReadWithdrawn = right('journal.read-withdrawn', ['unit-leader'])

/** Show a note to another unit the citizen uses. */
export const mayShareNote = right('journal.share', ['unit-leader', 'support-worker', 'health-worker'])

/** How private a note is, by its kind. */
export const sensitivityOf: Record<NoteKind, Sensitivity> = {
  diary: 'ordinary',
  health: 'health',
  cooperation: 'ordinary',
  visit: 'ordinary',
  conversation: 'ordinary',
  unit: 'ordinary',
}
export const healthKinds = noteKinds.filter((kind) => sensitivityOf[kind] === 'health')

/** Whether a note of the kind, at the place, is of a class that the actor reaches there. */
export const classReached = (kind: Blank | Sql, place: Sql): Sql =>
  sql`(${kind}::text <> all (${healthKinds}::text[]) or ${place} = any (array(${mayReadHealth.places})))`

/** Of a citizen open to the actor in person: the unit is not discreet, and the class one that the actor reaches somewhere. */
const openedNote = (
  asked: Seeing,
) => sql`(${asked.inPerson(sql`note.citizen_id`)} and not ${isDiscreet(sql`note.unit_id`)}
  and (note.kind <> all (${healthKinds}::text[]) or exists (${mayReadHealth.places})))`

/** Whether the note belongs to a unit and a class that the actor reaches, or is open to them in person. Not whether it is about somebody they see. */
export const noteReached = (
  asked: Seeing,
): Sql => sql`((${asked.visible(sql`note.unit_id`)} and ${classReached(sql`note.kind`, sql`note.unit_id`)})
  or ${openedNote(asked)})`

/** Ids of notes that other units share with the actor's; about one citizen, or null for all. */
export const sharedNotes = ({ today }: Seeing, about: Blank | Sql): Sql => sql`
  select shared.note_id from reach cross join lateral journal.shared(reach.places, ${today}::date, ${about}::uuid) shared
  join journal.note on note.tenant_id = kernel.here() and note.id = shared.note_id
  where ${classReached(sql`note.kind`, sql`shared.to_unit_id`)}`

/** Whether the actor may read a `note`: it is reached, or shared with a unit of theirs, and about somebody they see. */
export const noteSeen = (
  asked: Seeing,
): Sql => sql`((${noteReached(asked)} or note.id in (${sharedNotes(asked, sql`note.citizen_id`)}))
  and ${seesCitizen(asked, sql`note.citizen_id`)})`

/** Whether a citizen belongs to the unit, or left it so lately that the last days may still be written down. */
export const tiedForWriting = (asked: Seeing, citizen: Blank | Sql, unit: Blank | Sql): Sql => sql`exists (
  select from citizens.tie where tie.tenant_id = kernel.here() and tie.citizen_id = ${citizen}::uuid and tie.unit_id = ${unit}::uuid
    and ${seenThrough(asked, sql`tie`, DAYS_TO_WRITE_AFTER)})`

type Placed = { unitId: unknown; citizenId: unknown }

/** In a unit that the right reaches, and about nobody or a citizen of that unit. */
export const writingIn = <I extends Placed>(): Gate<I> => ({
  right: mayWrite,
  rows: (asked) => {
    const { unitId, citizenId } = asked.input as Blanks<Placed>
    return sql`select place.id from (select ${unitId}::uuid as id) place
      where ${asked.visible(sql`place.id`)} and (${citizenId}::uuid is null or ${tiedForWriting(asked, citizenId, sql`place.id`)})`
  },
})

/** Whether all of what is named are matters of the citizen, in units that the right reaches. */
export const mattersReached = (asked: Seeing, citizen: Blank | Sql, matters: Blank | Sql): Sql => sql`not exists (
  select from unnest(${matters}::uuid[]) wanted (id) where not exists (
    select from journal.matter where matter.tenant_id = kernel.here() and matter.id = wanted.id
      and matter.citizen_id = ${citizen}::uuid and ${asked.visible(sql`matter.unit_id`)}))`

/** As `writingIn`, of a class that one may read, and belonging to nothing but the citizen's own matters. */
export const writingOf = <I extends Placed & { kind: unknown; belongsTo: unknown }>(): Gate<I> => ({
  right: mayWrite,
  rows: (asked) => {
    const { kind, citizenId, belongsTo } = asked.input as Blanks<Placed & { kind: unknown; belongsTo: unknown }>
    return sql`select place.id from (${writingIn<I>().rows(asked)}) place
      where ${classReached(kind, sql`place.id`)} and ${mattersReached(asked, citizenId, belongsTo)}`
  },
})

/** A note of a unit that the right reaches, not one that another unit has shared. */
export const ofOwnNote = <I>(held: Right, note: (input: Blanks<I>) => Blank | Sql): Gate<I> => ({
  right: held,
  rows: (asked) => sql`
    select note.id from journal.note where note.tenant_id = kernel.here() and note.id = ${note(asked.input)}::uuid
      and ${asked.visible(sql`note.unit_id`)} and ${classReached(sql`note.kind`, sql`note.unit_id`)} and ${seesCitizen(asked, sql`note.citizen_id`)}`,
})

/** A note that the actor may read. */
export const ofNote = <I>(held: Right, note: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: held,
  rows: (asked) => sql`
    select note.id from journal.note where note.tenant_id = kernel.here() and note.id = ${note(asked.input)}::uuid and ${noteSeen(asked)}`,
})
