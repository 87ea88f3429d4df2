import { right } from '#features/org/server/index.ts'
import type { InputOf } from '#kernel/lang/contract.ts'
import type { Instant } from '#kernel/lang/day.ts'
import type { Refusal } from '#kernel/lang/problem.ts'
import type { Asked, Gate } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { writing } from '#kernel/server/use-case.ts'
import { journal } from '../contract.ts'
import { whyNotThen, whyNotWrite } from '../rules.ts'

type Input = InputOf<typeof journal.importNotes>

export const mayImport = right('journal.import', ['administrator'])

/** Every unit within reach, and every citizen tied, now or once, to a unit within reach. */
const withinReach: Gate<Input> = {
  right: mayImport,
  rows: ({ input, visible, apart }) => sql`
    select ${input.id}::uuid as id where not exists (
      select from unnest(${input.notes}::jsonb[]) part
      where not ${visible(sql`(part ->> 'unitId')::uuid`)} or ${apart(sql`(part ->> 'citizenId')::uuid`)}
        or (part ->> 'citizenId' is not null and not exists (
          select from citizens.tie where tie.tenant_id = kernel.here() and tie.citizen_id = (part ->> 'citizenId')::uuid
            and ${visible(sql`tie.unit_id`)})))`,
}

function whyNotImport({ notes }: Input, now: Instant): Refusal | undefined {
  for (const note of notes) {
    const why = whyNotWrite(note, now) ?? whyNotThen(note.writtenAt, now)
    if (why) return why
  }
  return undefined
}

/** They belong to this transaction, as every note does: to a handover they are new when they come. */
const notes = ({ input }: Asked<Input>) => sql`
  insert into journal.note (id, external_id, unit_id, citizen_id, kind, happened_at, written_at, author_id, author_name, text, important, theme)
  select made.id, made."externalId", made."unitId", made."citizenId", made.kind, made."happenedAt", made."writtenAt",
    made."authorId", made."authorName", made.text, made.important, made.theme
  from may, unnest(${input.notes}::jsonb[]) part,
    jsonb_to_record(part) as made (id uuid, "externalId" text, "unitId" uuid, "citizenId" uuid, kind text, "happenedAt" timestamptz,
      "writtenAt" timestamptz, "authorId" uuid, "authorName" text, text text, important boolean, theme text)
  on conflict (tenant_id, external_id) do nothing
  returning id, citizen_id`

export const importNotes = writing(journal.importNotes, {
  may: withinReach,
  refuse: (input, clock) => whyNotImport(input, clock.now()),
  audit: (input) => ({ about: { import: input.id } }),
  steps: (asked) => ({ note: notes(asked) }),
  write: ({ input }) => sql`select ${input.id}::uuid as id, (select count(*)::int from note) as added from may`,
  records: sql`select id from note`,
  subjects: sql`select citizen_id from note`,
  tell: (input) => [...new Set(input.notes.map(({ unitId }) => unitId))].map((place) => ({ topic: 'journal', place })),
})
