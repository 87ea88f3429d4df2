import { calledName } from '#features/citizens/server/index.ts'
import { employeeName, unitName } from '#features/org/server/index.ts'
import { danishDay } from '#kernel/server/danish-day.ts'
import { sql } from '#kernel/server/sql.ts'
import { choicesOf, type Subject, type Telling, told } from '#kernel/server/telling.ts'
import { da } from '../text.da.ts'
import { en } from '../text.en.ts'
import { themes } from '../themes.ts'
import { amendments, happenedAt, important, presentText } from './note-rows.ts'

const kinds = choicesOf(da.kinds, en.kinds)
const themeWords = Object.fromEntries(themes.map(({ key, da, en }) => [key, { da, en }]))
const happened = told.instant('happenedAt', 'Det skete', 'It happened')
const author = told.plain('authorName', 'Skrevet af', 'Written by')
const writtenAt = told.instant('writtenAt', 'Skrevet', 'Written')
const unit = told.place('unitName', 'Enhed', 'Unit')
const text = told.words('text', 'Tekst', 'Text')
const isImportant = told.yesNo('important', 'Vigtigt', 'Important')
const theme = told.choice('theme', 'Tema', 'Theme', themeWords)

const within = ({ from, until }: Subject) =>
  sql`${happenedAt} >= ${from}::timestamptz and ${happenedAt} < ${until}::timestamptz`
const linkOnly = 'an id of ours; the name it stands for is told'
const searchOnly = 'the words of the text again, for search'
const orderOnly = 'when the row was stored, for handover; says nothing about the citizen'

const notes: Telling = {
  name: 'journal.notes',
  title: { da: 'Dagbog', en: 'Diary' },
  lead: {
    da: 'Hvert notat, som det står nu. Er det rettet, står de tidligere udgaver i afsnittet "Rettelser".',
    en: 'Each note as it stands now. Where it was corrected, the former versions stand under "Corrections".',
  },
  tables: ['journal.note', 'journal.withdrawal'],
  untold: {
    'journal.note.author_id': linkOnly,
    'journal.note.tsv': searchOnly,
    'journal.note.era': orderOnly,
    'journal.note.tx': orderOnly,
    'journal.note.tied': 'that it belongs to a goal is told on its own',
    'journal.withdrawal.withdrawn_by': linkOnly,
    'journal.withdrawal.unit_id': 'the note’s own unit, which is told',
    'journal.withdrawal.era': orderOnly,
    'journal.withdrawal.tx': orderOnly,
  },
  layout: 'thread',
  fields: [
    happened,
    author,
    unit,
    told.choice('kind', 'Slags', 'Kind', kinds),
    isImportant,
    theme,
    text,
    told.id('version', 'Udgave', 'Version'),
    told.yesNo('corrected', 'Rettet', 'Corrected'),
    writtenAt,
    told.yesNo('event', 'Hændelse med flere borgere', 'Event with several citizens'),
    told.instant('withdrawnAt', 'Trukket tilbage', 'Withdrawn'),
    told.plain('withdrawnByName', 'Trukket tilbage af', 'Withdrawn by'),
    told.words('withdrawnBecause', 'Grund', 'Reason'),
    told.id('externalId', 'Id i et tidligere system', 'Id in a former system'),
  ],
  rows: (subject) => sql`
    select note.id::text, ${happenedAt} as "happenedAt", note.author_name as "authorName", ${unitName(sql`note.unit_id`)} as "unitName",
      note.kind, ${important} as important, case when correction.note_id is null then note.theme else correction.theme end as theme,
      ${presentText} as text, coalesce(correction.version, 1) as version, correction.note_id is not null as corrected, note.written_at as "writtenAt", note.event_id is not null as event,
      withdrawal.withdrawn_at as "withdrawnAt", withdrawal.withdrawn_by_name as "withdrawnByName", withdrawal.reason as "withdrawnBecause",
      note.external_id as "externalId", withdrawal.note_id is not null as about_others
    from journal.note ${amendments}
    where note.tenant_id = kernel.here() and note.citizen_id = ${subject.id}::uuid and ${within(subject)}
    order by ${happenedAt}, note.id`,
}

const corrections: Telling = {
  name: 'journal.corrections',
  title: { da: 'Rettelser', en: 'Corrections' },
  lead: {
    da: 'Notater, der er rettet: hver udgave, som den blev skrevet, den første først.',
    en: 'Notes that were corrected: each version as it was written, the first one first.',
  },
  tables: ['journal.correction'],
  untold: {
    'journal.correction.author_id': linkOnly,
    'journal.correction.unit_id': 'the unit of whoever corrected is the note’s own, which is told',
    'journal.correction.tsv': searchOnly,
    'journal.correction.era': orderOnly,
    'journal.correction.tx': orderOnly,
  },
  layout: 'thread',
  fields: [
    happened,
    author,
    told.number('version', 'Udgave', 'Version'),
    isImportant,
    theme,
    text,
    writtenAt,
    told.words('reason', 'Grund til rettelsen', 'Reason for the correction'),
    told.id('noteId', 'Notat', 'Note'),
  ],
  rows: (subject) => sql`
    select note.id || ' ' || each_version.version as id, each_version.*, note.id as "noteId", withdrawal.note_id is not null as about_others
    from journal.note ${amendments}
    cross join lateral (
      select note.happened_at as "happenedAt", note.author_name as "authorName", 1 as version, note.written_at as "writtenAt", note.important, note.theme, note.text, null as reason
      union all
      select older.happened_at, older.author_name, older.version, older.written_at, older.important, older.theme, older.text, older.reason
      from journal.correction older where older.tenant_id = note.tenant_id and older.note_id = note.id) each_version
    where note.tenant_id = kernel.here() and note.citizen_id = ${subject.id}::uuid and note.amended and correction.note_id is not null and ${within(subject)}
    order by ${happenedAt}, note.id, each_version.version`,
}

const mentions: Telling = {
  name: 'journal.mentions',
  title: { da: 'Nævnt i enhedens fælles dagbog', en: 'Named in the unit’s shared diary' },
  lead: {
    da: 'Fælles notater i dine enheder, hvor dit navn står. De handler også om andre, og er kun med, hvis nogen har set dem igennem.',
    en: 'Shared notes of your units in which your name stands. They are about others too, and are only shown when somebody has looked them through.',
  },
  tables: [],
  layout: 'thread',
  fields: [happened, author, unit, isImportant, text, writtenAt],
  rows: (subject) => sql`
    select note.id::text, ${happenedAt} as "happenedAt", note.author_name as "authorName", ${unitName(sql`note.unit_id`)} as "unitName",
      ${important} as important, ${presentText} as text, note.written_at as "writtenAt", true as about_others
    from citizens.citizen
    join citizens.tie on tie.tenant_id = kernel.here() and tie.citizen_id = citizen.id
    join journal.note on note.tenant_id = kernel.here() and note.unit_id = tie.unit_id and note.citizen_id is null ${amendments}
    where citizen.tenant_id = kernel.here() and citizen.id = ${subject.id}::uuid and withdrawal.note_id is null and ${within(subject)}
      and ${danishDay(sql`note.happened_at`)} >= tie.from_on - 1 and (tie.to_on is null or ${danishDay(sql`note.happened_at`)} <= tie.to_on + 1)
      and ${presentText} ~* ('\\m' || regexp_replace(${calledName(sql`citizen`)}, '[^[:alnum:] -]', '.', 'g') || 's?\\M')
    group by note.id, note.tenant_id, note.happened_at, note.author_name, note.unit_id, note.important, note.text, note.written_at,
      correction.happened_at, correction.important, correction.text
    order by ${happenedAt}, note.id`,
}

const reminders: Telling = {
  name: 'journal.reminders',
  title: { da: 'Huskelinjer', en: 'Reminders' },
  tables: ['journal.reminder'],
  untold: {
    'journal.reminder.author_id': linkOnly,
    'journal.reminder.version': 'counts changes; says nothing about the citizen',
  },
  layout: 'thread',
  fields: [
    writtenAt,
    author,
    unit,
    text,
    told.instant('expiresAt', 'Gjaldt til', 'Held until'),
    told.instant('doneAt', 'Gjort', 'Done'),
    told.plain('doneByName', 'Gjort af', 'Done by'),
  ],
  rows: ({ id, from, until }) => sql`
    select id::text, written_at as "writtenAt", author_name as "authorName", ${unitName(sql`reminder.unit_id`)} as "unitName", text,
      expires_at as "expiresAt", done_at as "doneAt", ${employeeName(sql`reminder.done_by`)} as "doneByName"
    from journal.reminder where tenant_id = kernel.here() and citizen_id = ${id}::uuid
      and written_at >= ${from}::timestamptz and written_at < ${until}::timestamptz
    order by written_at, id`,
}

const shares: Telling = {
  name: 'journal.shares',
  title: { da: 'Notater vist for en anden enhed', en: 'Notes shown to another unit' },
  tables: ['journal.share'],
  untold: {
    'journal.share.consent_id': 'the consent or legal basis is told on its own',
    'journal.share.version': 'counts changes; says nothing about the citizen',
  },
  layout: 'table',
  fields: [
    told.instant('noteAt', 'Notat fra', 'Note of'),
    told.place('toUnitName', 'Vist for', 'Shown to'),
    told.instant('sharedAt', 'Fra', 'From'),
    told.plain('sharedByName', 'Af', 'By'),
    told.instant('endedAt', 'Til', 'Until'),
    told.plain('endedByName', 'Stoppet af', 'Ended by'),
    told.id('noteId', 'Notat', 'Note'),
  ],
  rows: ({ id, from, until }) => sql`
    select share.id::text, note.happened_at as "noteAt", ${unitName(sql`share.to_unit_id`)} as "toUnitName", share.shared_at as "sharedAt",
      ${employeeName(sql`share.shared_by`)} as "sharedByName", share.ended_at as "endedAt", ${employeeName(sql`share.ended_by`)} as "endedByName", share.note_id as "noteId"
    from journal.share join journal.note on note.tenant_id = share.tenant_id and note.id = share.note_id
    where share.tenant_id = kernel.here() and share.citizen_id = ${id}::uuid
      and share.shared_at < ${until}::timestamptz and (share.ended_at is null or share.ended_at >= ${from}::timestamptz)
    order by share.shared_at, share.id`,
}

const belongings: Telling = {
  name: 'journal.belongings',
  title: { da: 'Notater knyttet til et mål', en: 'Notes that belong to a goal' },
  tables: ['journal.belonging'],
  untold: { 'journal.belonging.happened_at': 'the note’s own, which is told with the note' },
  layout: 'table',
  fields: [
    told.words('matterTitle', 'Mål', 'Goal'),
    told.instant('noteAt', 'Notat fra', 'Note of'),
    told.instant('tiedAt', 'Knyttet', 'Tied'),
    told.plain('tiedByName', 'Af', 'By'),
    told.instant('endedAt', 'Løsnet', 'Untied'),
    told.plain('endedByName', 'Løsnet af', 'Untied by'),
    told.id('noteId', 'Notat', 'Note'),
    told.id('matterId', 'Målets nummer', 'Id of the goal'),
  ],
  rows: ({ id, from, until }) => sql`
    select belonging.note_id || ' ' || belonging.matter_id as id, matter.title as "matterTitle", note.happened_at as "noteAt", belonging.tied_at as "tiedAt",
      ${employeeName(sql`belonging.tied_by`)} as "tiedByName", belonging.ended_at as "endedAt", ${employeeName(sql`belonging.ended_by`)} as "endedByName",
      belonging.note_id as "noteId", belonging.matter_id as "matterId"
    from journal.belonging
    join journal.matter on matter.tenant_id = belonging.tenant_id and matter.id = belonging.matter_id
    join journal.note on note.tenant_id = belonging.tenant_id and note.id = belonging.note_id
    where belonging.tenant_id = kernel.here() and belonging.citizen_id = ${id}::uuid
      and belonging.tied_at >= ${from}::timestamptz and belonging.tied_at < ${until}::timestamptz
    order by belonging.tied_at, belonging.note_id`,
}

const drafts: Telling = {
  name: 'journal.drafts',
  title: { da: 'Kladder', en: 'Drafts' },
  lead: {
    da: 'En kladde er kun sin forfatters, indtil den gemmes som notat. Her står, at den findes.',
    en: 'A draft is its author’s alone until it is saved as a note. Here stands that there is one.',
  },
  tables: ['journal.draft'],
  untold: {
    'journal.draft.author_id': 'whoever is writing; told as soon as it is a note',
    'journal.draft.content': 'not yet a record: its author may still throw it away, and then nobody has read it',
    'journal.draft.revision': 'counts saves; says nothing about the citizen',
    'journal.draft.ended_at': 'a draft that has ended is empty and about nobody',
  },
  layout: 'table',
  fields: [told.instant('startedAt', 'Begyndt', 'Begun'), told.instant('savedAt', 'Senest gemt', 'Last saved'), unit],
  rows: ({ id, from, until }) => sql`
    select id::text, started_at as "startedAt", saved_at as "savedAt", ${unitName(sql`draft.unit_id`)} as "unitName"
    from journal.draft where tenant_id = kernel.here() and citizen_id = ${id}::uuid and ended_at is null
      and started_at < ${until}::timestamptz and saved_at >= ${from}::timestamptz
    order by started_at, id`,
}

export const journalTold: readonly Telling[] = [notes, corrections, mentions, belongings, reminders, shares, drafts]
