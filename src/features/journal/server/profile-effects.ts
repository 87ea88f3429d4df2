import { noteKindsOn } from '#features/org/server/index.ts'
import type { ProfileEffect, ProfileLeaning } from '#features/profiles/server/index.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'

const proposedKinds = (proposalId: Sql) => sql`
  select jsonb_array_elements_text(proposed.value) from profiles.proposed
  where proposed.tenant_id = kernel.here() and proposed.proposal_id = ${proposalId} and proposed.key = 'journal.types' and jsonb_typeof(proposed.value) = 'array'`

/** Kinds of note the unit uses until the day, and no longer after it. */
const closing = ({ unitId, fromOn, proposalId }: { unitId: Sql; fromOn: Sql; proposalId: Sql }) => sql`array(
  select used.name from org.unit cross join unnest(${noteKindsOn(sql`unit`, fromOn)}) used (name)
  where unit.tenant_id = kernel.here() and unit.id = ${unitId} and used.name <> 'unit' and used.name not in (${proposedKinds(proposalId)}))`

export const journalEffects: readonly ProfileEffect[] = [
  {
    name: 'journal.notes-of-closed-kinds',
    kind: 'stays',
    keys: ['journal.types'],
    count: (asked) => sql`(select count(*) from journal.note
      where note.tenant_id = kernel.here() and note.unit_id = ${asked.unitId} and note.kind = any (${closing(asked)}))`,
    said: {
      da: '{count} notater er skrevet i en slags, der lukkes. De bliver stående og kan læses.',
      en: '{count} notes are written in a kind that closes. They stay and can be read.',
    },
  },
  {
    name: 'journal.drafts-of-closed-kinds',
    kind: 'moved',
    keys: ['journal.types'],
    count: (asked) => sql`(select count(*) from journal.draft
      where draft.tenant_id = kernel.here() and draft.unit_id = ${asked.unitId} and draft.ended_at is null and draft.content ->> 'kind' = any (${closing(asked)}))`,
    said: {
      da: '{count} kladder skifter til en slags notat, I stadig bruger. Ordene bliver.',
      en: '{count} drafts change to a kind of note you still use. The words stay.',
    },
  },
  {
    name: 'journal.reminders-to-shifts',
    kind: 'touched',
    keys: ['shift.times', 'shift.model'],
    count: ({ unitId, fromOn }) => sql`(select count(*) from journal.reminder
      where reminder.tenant_id = kernel.here() and reminder.unit_id = ${unitId} and reminder.done_at is null and reminder.expires_at > ${fromOn})`,
    said: {
      da: '{count} huskelinjer er skrevet efter de gamle vagter. De går væk, når de skulle.',
      en: '{count} reminders were written by the old shifts. They go away when they were to.',
    },
  },
]

const kindsOf = (which: Sql) => sql`select jsonb_array_elements_text(held.value) from profiles.held
  join profiles.setting on setting.tenant_id = held.tenant_id and setting.id = held.setting_id
  where held.tenant_id = kernel.here() and setting.key = 'journal.types' and jsonb_typeof(held.value) = 'array' and ${which}`

/** Notes written in a kind that the change opened. */
export const journalLeanings: readonly ProfileLeaning[] = [
  {
    name: 'journal.notes-of-opened-kinds',
    count: ({ unitId, changeId, appliedAt }) => sql`(select count(*) from journal.note
      where note.tenant_id = kernel.here() and note.unit_id = ${unitId} and note.written_at >= ${appliedAt}
        and note.kind in (${kindsOf(sql`held.change_id = ${changeId}`)})
        and note.kind not in (${kindsOf(sql`held.ended_by_change_id = ${changeId}`)})
        and (exists (${kindsOf(sql`held.ended_by_change_id = ${changeId}`)})
          or note.kind <> all (select unnest(unit.note_kinds) from org.unit where unit.tenant_id = kernel.here() and unit.id = note.unit_id)))`,
  },
]
