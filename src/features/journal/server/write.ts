import { refusal } from '#kernel/lang/problem.ts'
import type { Asked } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { writing } from '#kernel/server/use-case.ts'
import { journal } from '../contract.ts'
import { whyNotWrite } from '../rules.ts'
import { endDraft } from './end-draft.ts'
import { writingOf } from './permissions.ts'
import { usesKind } from './uses-kind.ts'

type Input = Parameters<typeof whyNotWrite>[0] & {
  id: string
  draftId: string | null
  unitId: string
  text: string
  important: boolean
  belongsTo: string[]
}

/** No row when the unit does not use the kind; the shared diary every unit has. */
const note = ({ input, actor, now, today }: Asked<Input>) => sql`
  insert into journal.note (id, unit_id, citizen_id, kind, happened_at, written_at, author_id, author_name, text, important, theme, tied)
  select ${input.id}::uuid, unit.id, ${input.citizenId}::uuid, ${input.kind}::text, ${input.happenedAt}::timestamptz, ${now}::timestamptz,
    employee.id, employee.name, ${input.text}::text, ${input.important}::boolean, ${input.theme}::text,
    cardinality(${input.belongsTo}::uuid[]) > 0
  from may
  join org.unit on unit.tenant_id = kernel.here() and unit.id = may.id
  join org.employee on employee.tenant_id = kernel.here() and employee.id = ${actor}
  where ${input.kind}::text = 'unit' or ${usesKind(sql`${input.kind}::text`, sql`unit`, { today: sql`${today}`, happenedAt: sql`${input.happenedAt}` })}
  returning id, unit_id, citizen_id, happened_at, written_at`

const tied = ({ input, actor, now }: Asked<Input>) => sql`
  insert into journal.belonging (note_id, matter_id, citizen_id, happened_at, tied_at, tied_by)
  select distinct note.id, matter_id, note.citizen_id, note.happened_at, ${now}::timestamptz, ${actor}::uuid
  from note, unnest(${input.belongsTo}::uuid[]) matter_id`

/** One note, one statement: right, note, end of the draft, first answer and trail. */
export const write = writing(journal.write, {
  may: writingOf(),
  refuse: (input, clock) => whyNotWrite(input, clock.now()),
  audit: (input) => ({ place: input.unitId, person: input.citizenId, about: { kind: input.kind } }),
  steps: (asked) => ({
    note: note(asked),
    tied: tied(asked),
    ended: endDraft({
      draft: asked.input.draftId,
      author: asked.actor,
      now: asked.now,
      when: sql`exists (select from note)`,
    }),
  }),
  write: () =>
    sql`select note.id, 1 as version, note.written_at as "writtenAt", note.unit_id as "unitId", note.citizen_id as "citizenId" from note`,
  whenNothing: refusal('journal.kind-not-used', {}, 'kind'),
  tell: (input) => [{ topic: 'journal', place: input.unitId, subject: input.citizenId }],
})
