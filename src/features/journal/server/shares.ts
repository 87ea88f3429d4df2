import { ofCitizen } from '#features/citizens/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { type Blank, type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { journal } from '../contract.ts'
import { amendments, noteById as joinedNote } from './note-rows.ts'
import { classReached, mayRead, mayShareNote, ofOwnNote } from './permissions.ts'

const inForce = (day: Blank | Sql) =>
  sql`(consent.withdrawn_at is null and consent.from_on <= ${day}::date and coalesce(consent.to_on >= ${day}::date, true))`

export const sharesOf = query(journal.sharesOf, {
  may: ofOwnNote(mayRead, (input) => input.noteId),
  audit: (input) => ({
    person: sql`select citizen_id from journal.note where tenant_id = kernel.here() and id = ${input.noteId}::uuid and exists (select from may)`,
  }),
  read: ({ input, today }) => sql`
    select share.id, share.to_unit_id as "toUnitId", unit.name as "toUnitName", share.consent_id as "consentId", consent.basis,
      consent.law_reference as "lawReference", employee.name as "sharedByName", share.shared_at as "sharedAt", ${inForce(today)} as holds, share.version
    from journal.share
    join citizens.consent on consent.tenant_id = share.tenant_id and consent.id = share.consent_id
    join org.unit on unit.tenant_id = share.tenant_id and unit.id = share.to_unit_id
    join org.employee on employee.tenant_id = share.tenant_id and employee.id = share.shared_by
    where share.tenant_id = kernel.here() and share.note_id = ${input.noteId}::uuid and share.ended_at is null
    order by share.shared_at, share.id limit 200`,
})

export const sharesAbout = query(journal.sharesAbout, {
  may: ofCitizen(mayRead, (input) => input.citizenId),
  audit: (input) => ({ person: input.citizenId }),
  records: sql`select "noteId" from rows`,
  read: (asked) => sql`
    select share.id, share.note_id as "noteId", coalesce(correction.happened_at, note.happened_at) as "happenedAt", note.unit_id as "unitId", owner.name as "unitName",
      share.to_unit_id as "toUnitId", unit.name as "toUnitName", share.consent_id as "consentId", consent.basis,
      consent.law_reference as "lawReference", employee.name as "sharedByName", share.shared_at as "sharedAt", ${inForce(asked.today)} as holds, share.version,
      ${asked.offers({ end: mayShareNote }, sql`note.unit_id`)} as permitted
    from journal.share
    ${joinedNote(sql`share.note_id`)} ${amendments}
    join citizens.consent on consent.tenant_id = share.tenant_id and consent.id = share.consent_id
    join org.unit on unit.tenant_id = share.tenant_id and unit.id = share.to_unit_id
    join org.unit owner on owner.tenant_id = share.tenant_id and owner.id = note.unit_id
    join org.employee on employee.tenant_id = share.tenant_id and employee.id = share.shared_by
    where share.tenant_id = kernel.here() and share.citizen_id = ${asked.input.citizenId}::uuid and share.ended_at is null
      and withdrawal.note_id is null and ${asked.visible(sql`note.unit_id`)} and ${classReached(sql`note.kind`, sql`note.unit_id`)}
    order by share.shared_at desc, share.id limit 200`,
})

type Standing = { id: Id; unitId: Id; citizenId: Id | null; isWithdrawn: boolean }
const noteById = (db: Db, id: Id) =>
  db.one<Standing>(sql`select note.id, note.unit_id as "unitId", note.citizen_id as "citizenId",
      exists (select from journal.withdrawal where withdrawal.tenant_id = note.tenant_id and withdrawal.note_id = note.id) as "isWithdrawn"
    from journal.note where note.tenant_id = kernel.here() and note.id = ${id} for no key update`)

type Asked = { toUnitId: Id; consentId: Id }

/** A consent of the note's own unit, about its citizen, to share notes with the very unit, in force today. */
const covered = (db: Db, note: Standing, { toUnitId, consentId }: Asked, clock: Clock) =>
  db.one(sql`select from citizens.consent
    where consent.tenant_id = kernel.here() and consent.id = ${consentId} and consent.citizen_id = ${note.citizenId} and consent.unit_id = ${note.unitId}
      and consent.to_unit_id = ${toUnitId} and consent.what = 'notes' and ${inForce(sql`${clock.today()}`)} for share`)

export const shareNote = command(journal.shareNote, {
  may: ofOwnNote(mayShareNote, (input) => input.noteId),
  about: (db, input) => noteById(db, input.noteId),
  audit: (input, note) => ({
    place: note?.unitId,
    person: note?.citizenId ?? undefined,
    records: [input.noteId, input.id],
    about: { to: input.toUnitId },
  }),
  async run({ db, input, about: note, by, clock }) {
    if (note.isWithdrawn) refuse(refusal('journal.already-withdrawn'))
    if (!(await covered(db, note, input, clock))) refuse(refusal('journal.no-consent', {}, 'consentId'))
    const again = await db.one(sql`select from journal.share
      where tenant_id = kernel.here() and note_id = ${input.noteId} and to_unit_id = ${input.toUnitId} and ended_at is null`)
    if (again) refuse(refusal('journal.shared-already', {}, 'toUnitId'))
    const made =
      await db.run(sql`insert into journal.share (id, note_id, citizen_id, to_unit_id, consent_id, shared_by, shared_at)
      values (${input.id}, ${input.noteId}, ${note.citizenId}, ${input.toUnitId}, ${input.consentId}, ${by.id}, ${clock.now()}) on conflict do nothing`)
    if (!made) throw new Problem('refused', 'kernel.id-taken')
    return { id: input.id, version: 1 }
  },
  tell: (input, note) => [{ topic: 'journal', place: input.toUnitId, subject: note.citizenId }],
})

const noteOfShare = (id: Blank): Sql =>
  sql`(select note_id from journal.share where tenant_id = kernel.here() and id = ${id}::uuid)`

type Shared = { id: Id; noteId: Id; citizenId: Id; toUnitId: Id; isOver: boolean; version: number }

export const endShare = command(journal.endShare, {
  may: ofOwnNote(mayShareNote, (input) => noteOfShare(input.id)),
  about: (db, input) =>
    db.one<Shared>(sql`select id, note_id as "noteId", citizen_id as "citizenId", to_unit_id as "toUnitId", ended_at is not null as "isOver", version
      from journal.share where tenant_id = kernel.here() and id = ${input.id} for update`),
  audit: (input, about) => ({
    person: about?.citizenId,
    records: about ? [about.noteId, input.id] : [input.id],
  }),
  async run({ db, input, about, by, clock }) {
    if (about.isOver) refuse(refusal('journal.share-ended'))
    await db.run(sql`update journal.share set ended_at = ${clock.now()}, ended_by = ${by.id}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id }
  },
  tell: (_, about) => [{ topic: 'journal', place: about.toUnitId, subject: about.citizenId }],
})
