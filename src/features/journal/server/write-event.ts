import { calledName, fullName } from '#features/citizens/server/index.ts'
import type { InputOf } from '#kernel/lang/contract.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import type { Gate } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { journal } from '../contract.ts'
import { withOthersUnnamed } from '../names.ts'
import { eventText, type Named, whyNotCommon, whyNotParts, whyNotWords } from '../rules.ts'
import { endDraftOf } from './end-draft.ts'
import { classReached, mattersReached, mayWrite, tiedForWriting } from './permissions.ts'
import { usesKind } from './uses-kind.ts'

type Input = InputOf<typeof journal.writeEvent>

/** Every citizen of the event belongs to the unit. */
const writingOfAll: Gate<Input> = {
  right: mayWrite,
  rows: (asked) => sql`
    select place.id from (select ${asked.input.unitId}::uuid as id) place
    where ${asked.visible(sql`place.id`)} and ${classReached(asked.input.kind, sql`place.id`)} and not exists (
      select from unnest(${asked.input.parts}::jsonb[]) part
      where not ${tiedForWriting(asked, sql`(part ->> 'citizenId')`, sql`place.id`)}
        or not ${mattersReached(asked, sql`(part ->> 'citizenId')`, sql`array(select jsonb_array_elements_text(part -> 'belongsTo'))`)})`,
}

const peopleOf = (db: Db, ids: readonly Id[]) =>
  db.all<Named>(sql`
  select citizen.id, ${calledName(sql`citizen`)} as "calledName", ${fullName(sql`citizen`)} as "fullName"
  from citizens.citizen where citizen.tenant_id = kernel.here() and citizen.id = any (${ids}::uuid[])`)

const unitUses = (db: Db, { unitId, kind, happenedAt }: Input, today: Day) =>
  db.one(
    sql`select from org.unit where tenant_id = kernel.here() and id = ${unitId} and ${kind} <> 'unit'
      and ${usesKind(sql`${kind}`, sql`unit`, { today: sql`${today}`, happenedAt: sql`${happenedAt}` })}`,
  )

/** What happened to several at once: one note in each journal, in which the others have no name. */
export const writeEvent = command(journal.writeEvent, {
  may: writingOfAll,
  audit: (input) => ({
    place: input.unitId,
    records: input.parts.map(({ noteId }) => noteId),
    subjects: input.parts.map(({ citizenId }) => citizenId),
  }),
  async run({ db, input, by, clock }) {
    refuse(whyNotWords(input, clock.now()) ?? whyNotParts(input.text, input.parts))
    if (!(await unitUses(db, input, clock.today()))) refuse(refusal('journal.kind-not-used', {}, 'kind'))
    const people = await peopleOf(
      db,
      input.parts.map(({ citizenId }) => citizenId),
    )
    refuse(whyNotCommon(input.text, people))
    const notes = input.parts.map(({ noteId, citizenId, text, belongsTo }) => ({
      id: noteId,
      citizenId,
      belongsTo,
      text: eventText(input.text, withOthersUnnamed(text, people, citizenId)),
    }))
    await insertNotes(db, input, notes, by.id, clock.now())
    await tieNotes(db, notes, by.id, clock.now())
    await endDraftOf(db, by.id, input.draftId, clock.now())
    return { id: input.id, notes: notes.map(({ id }) => ({ id, version: 1, writtenAt: clock.now() })) }
  },
  tell: (input) => input.parts.map(({ citizenId }) => ({ topic: 'journal', place: input.unitId, subject: citizenId })),
})

type Made = { id: Id; citizenId: Id; belongsTo: readonly Id[]; text: string }

const insertNotes = (db: Db, input: Input, notes: readonly Made[], author: Id, now: Instant) =>
  db.run(sql`
  insert into journal.note (id, unit_id, citizen_id, kind, happened_at, written_at, author_id, author_name, text, important, theme, tied, event_id)
  select made.id, ${input.unitId}::uuid, made."citizenId", ${input.kind}, ${input.happenedAt}::timestamptz, ${now}::timestamptz, employee.id, employee.name,
    made.text, ${input.important}::boolean, ${input.theme}::text,
    cardinality(made."belongsTo") > 0, ${input.id}::uuid
  from org.employee, json_to_recordset(${JSON.stringify(notes)}::json) as made (id uuid, "citizenId" uuid, "belongsTo" uuid[], text text)
  where employee.tenant_id = kernel.here() and employee.id = ${author}`)

async function tieNotes(db: Db, notes: readonly Made[], author: Id, now: Instant): Promise<void> {
  const pairs = notes.flatMap(({ id, belongsTo }) => [...new Set(belongsTo)].map((matterId) => ({ id, matterId })))
  if (pairs.length === 0) return
  await db.run(sql`insert into journal.belonging (note_id, matter_id, citizen_id, happened_at, tied_at, tied_by)
    select note.id, pair."matterId", note.citizen_id, note.happened_at, ${now}::timestamptz, ${author}::uuid
    from json_to_recordset(${JSON.stringify(pairs)}::json) as pair (id uuid, "matterId" uuid)
    join journal.note on note.tenant_id = kernel.here() and note.id = pair.id`)
}
