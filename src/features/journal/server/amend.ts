import { reaches } from '#features/org/server/index.ts'
import { Problem, type Refusal, refuse } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { type By, command } from '#kernel/server/use-case.ts'
import { journal, type NoteRow } from '../contract.ts'
import { whyNotCorrect, whyNotWithdraw, whyNotWords } from '../rules.ts'
import { endDraftOf } from './end-draft.ts'
import { noteForChange } from './note-rows.ts'
import { mayAmendOthers, mayWrite, ofNote } from './permissions.ts'

type Acting = { db: Db; about: NoteRow; by: By; clock: Clock }

/** The author may, and whoever leads the unit. */
async function permittedTo({ db, about, by, clock }: Acting): Promise<string[]> {
  const leads = await reaches(db, { id: by.id, at: clock.now(), on: clock.today() }, mayAmendOthers, about.unitId)
  return about.authorId === by.id || leads ? ['correct', 'withdraw'] : []
}

/** A colleague who may read the note is told that it is not theirs to change. */
function unlessYours(why: Refusal | undefined): void {
  if (why?.code === 'journal.not-yours') throw new Problem('not-permitted', why.code)
  refuse(why)
}

const amended = (db: Db, { id }: NoteRow) =>
  db.run(sql`update journal.note set amended = true where tenant_id = kernel.here() and id = ${id} and not amended`)

/** A new version beside the old ones; nothing is overwritten. */
export const correct = command(journal.correct, {
  may: ofNote(mayWrite, (input) => input.id),
  about: (db, input) => noteForChange(db, input.id),
  audit: (input, note) => ({
    place: note?.unitId,
    person: note?.citizenId ?? undefined,
    records: [input.id],
    about: { version: String(input.version + 1) },
  }),
  async run({ db, input, about, by, clock }) {
    unlessYours(whyNotCorrect({ ...about, permitted: await permittedTo({ db, about, by, clock }) }))
    const now = clock.now()
    refuse(whyNotWords(input, now))
    const version = about.version + 1
    await db.run(sql`insert into journal.correction (note_id, version, happened_at, text, important, theme, reason, author_id, author_name, written_at, unit_id)
      select ${input.id}, ${version}, ${input.happenedAt}, ${input.text}, ${input.important}, ${input.theme}, ${input.reason}, employee.id, employee.name, ${now}, ${about.unitId}
      from org.employee where employee.tenant_id = kernel.here() and employee.id = ${by.id}`)
    await amended(db, about)
    await endDraftOf(db, by.id, input.draftId, now)
    return { id: input.id, version, writtenAt: now }
  },
  tell: (_, note) => [{ topic: 'journal', place: note.unitId, subject: note.citizenId }],
})

/** Taken back, as when it was written on the wrong citizen. The row stays; its words are from now on for few eyes. */
export const withdraw = command(journal.withdraw, {
  may: ofNote(mayWrite, (input) => input.id),
  about: (db, input) => noteForChange(db, input.id),
  audit: (input, note) => ({ place: note?.unitId, person: note?.citizenId ?? undefined, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    unlessYours(whyNotWithdraw({ ...about, permitted: await permittedTo({ db, about, by, clock }) }))
    await db.run(sql`insert into journal.withdrawal (note_id, reason, withdrawn_by, withdrawn_by_name, withdrawn_at, unit_id)
      select ${input.id}, ${input.reason}, employee.id, employee.name, ${clock.now()}, ${about.unitId}
      from org.employee where employee.tenant_id = kernel.here() and employee.id = ${by.id}`)
    await amended(db, about)
    return { id: input.id }
  },
  tell: (_, note) => [{ topic: 'journal', place: note.unitId, subject: note.citizenId }],
})
