import { journal, MAX_IMPORT, MAX_TEXT } from '#features/journal/contract.ts'
import { whyNotThen, whyNotWrite } from '#features/journal/rules.ts'
import type { NoteKind } from '#features/org/contract.ts'
import type { GivenTo } from '#kernel/lang/contract.ts'
import { dayOf, type Instant, instantAt } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { dayAndTime, ownId, reference, time, words, yesOrNo } from './cells.ts'
import type { Desk, EmployeeEntry } from './desk.ts'
import { Wrong } from './fault.ts'
import { noteKind, theme } from './lists.ts'
import {
  type Checked,
  differences,
  faultAt,
  type Other,
  type Part,
  type Perform,
  Seen,
  Sorted,
  type Tick,
} from './part.ts'
import { may, must, openTable, type Report, type Row, rowsOf, type Table } from './table.ts'

const columns = {
  externalId: must('Notat-id', ownId, 'notat id', 'id', 'notatnr', 'note id'),
  citizen: may(
    'Borger-id',
    reference,
    'borger',
    'borgernr',
    'borgernummer',
    'cpr',
    'cpr-nr',
    'cpr-nummer',
    'citizen id',
  ),
  unit: must('Enheds-id', reference, 'enhed', 'enhed id', 'enhedsnr', 'tilbud', 'unit id'),
  kind: may('Slags', noteKind, 'type', 'notattype', 'kategori', 'kind'),
  happened: must('Dato', dayAndTime, 'tidspunkt', 'skete', 'hændelsesdato', 'date'),
  happenedTime: may('Tid', time, 'klokkeslæt', 'kl', 'time'),
  written: may('Skrevet', dayAndTime, 'skrevet dato', 'oprettet', 'oprettet dato', 'written'),
  writtenTime: may('Skrevet tid', time, 'skrevet kl', 'oprettet tid', 'oprettet kl', 'written time'),
  author: must(
    'Medarbejder-id',
    reference,
    'medarbejder',
    'forfatter',
    'forfatter-id',
    'skrevet af',
    'author',
    'author id',
  ),
  authorName: may('Forfatters navn', words(120), 'forfatternavn', 'author name'),
  important: may('Vigtigt', yesOrNo, 'vigtig', 'important'),
  theme: may('Tema', theme, 'ffb-tema', 'ffb', 'theme'),
  text: must('Tekst', words(MAX_TEXT), 'notat', 'indhold', 'text'),
}
const layout = { file: 'notater.csv', columns }
type NoteRow = Row<typeof columns>
type Key = keyof typeof columns
type Note = GivenTo<typeof journal.importNotes>['notes'][number]
type Noted = { line: number; note: Note }
type NotesTable = Table<typeof columns>

/** Twice through the file, once to look and once to write, so that no more than a batch of texts is ever held. */
async function check(desk: Desk, path: string, report: Report, tick: Tick): Promise<Checked | undefined> {
  const table = await openTable(layout, path, report)
  if (!table) return undefined
  const looked = await look(desk, table, report, tick)
  return {
    file: layout.file,
    ...looked,
    unknownColumns: table.unknown,
    storedIn: sql`journal.note`,
    apply: (perform, done) => write(desk, table, perform, done),
  }
}

async function look(desk: Desk, table: NotesTable, report: Report, tick: Tick) {
  const [seen, sorted] = [new Seen(), new Sorted<{ line: number }>()]
  const found = { lines: 0, fresh: 0, same: 0, other: [] as Other[], externalIds: [] as string[] }
  for await (const batch of batches(notesOf(desk, table, report, { seen, read: () => tick(++found.lines) }))) {
    const stored = await storedAmong(desk, batch)
    for (const { line, note } of batch) {
      const was = stored.get(note.externalId)
      sorted.put({ line }, was !== undefined, was ? otherwise(table, note, was) : [])
    }
    found.fresh += sorted.fresh.splice(0).length
  }
  return { ...found, same: sorted.same, other: sorted.other, externalIds: seen.ids }
}

async function write(desk: Desk, table: NotesTable, perform: Perform, done: Tick): Promise<number> {
  let [count, made] = [0, 0]
  for await (const batch of batches(notesOf(desk, table, () => undefined, {}))) {
    const { added } = await perform(batch[0]!.line, journal.importNotes, {
      id: newId(),
      notes: batch.map(({ note }) => note),
    })
    count += batch.length
    made += added
    done(count)
  }
  return made
}

async function* batches(notes: AsyncIterable<Noted>): AsyncGenerator<Noted[]> {
  let batch: Noted[] = []
  for await (const note of notes) {
    batch.push(note)
    if (batch.length < MAX_IMPORT) continue
    yield batch
    batch = []
  }
  if (batch.length) yield batch
}

type Watching = { seen?: Seen; read?: () => void }

/** The notes that stand up to every check; of the others it is reported why not. */
async function* notesOf(
  desk: Desk,
  table: NotesTable,
  report: Report,
  { seen, read }: Watching,
): AsyncGenerator<Noted> {
  for await (const row of rowsOf(table, report)) {
    read?.()
    const say = (key: Key, wrong: Wrong) => report(faultAt(layout.file, row.line, columns[key].title, wrong))
    const first = seen?.before(row.values.externalId, row.line)
    if (first !== undefined) say('externalId', new Wrong('import.doubled', { first }))
    const note = noteOf(desk, row, say)
    if (note && first === undefined) yield { line: row.line, note }
  }
}

type Say = (key: Key, wrong: Wrong) => void

function noteOf(desk: Desk, row: NoteRow, say: Say): Note | undefined {
  const people = peopleOf(desk, row, say)
  if (!row.sound) return undefined
  const times = timesOf(row, say)
  if (!people || !times) return undefined
  const { values } = row
  const note: Note = {
    id: newId(),
    externalId: values.externalId,
    citizenId: people.citizenId,
    unitId: people.unitId,
    kind: values.kind ?? (people.citizenId ? 'diary' : 'unit'),
    ...times,
    text: values.text,
    important: values.important ?? false,
    theme: values.theme,
    authorId: people.author.id,
    authorName: values.authorName ?? people.author.name,
  }
  const why = whyNotNote(desk, note, people.author)
  if (why) say(...why)
  return why ? undefined : note
}

type People = { citizenId: Id | null; unitId: Id; author: EmployeeEntry }

/** Asked also of a line with other faults, so that all of them are told at once. */
function peopleOf(desk: Desk, { values }: NoteRow, say: Say): People | undefined {
  const found = {
    citizen: values.citizen === null ? null : desk.citizens.find(values.citizen),
    unit: values.unit === null ? null : desk.units.find(values.unit),
    author: values.author === null ? null : desk.employees.find(values.author),
  }
  for (const [key, each] of Object.entries(found)) if (each instanceof Wrong) say(key as Key, each)
  const { citizen, unit, author } = found
  if (citizen instanceof Wrong || !unit || unit instanceof Wrong || !author || author instanceof Wrong) return undefined
  return { citizenId: citizen?.id ?? null, unitId: unit.id, author }
}

function timesOf({ values }: NoteRow, say: Say): { happenedAt: Instant; writtenAt: Instant } | undefined {
  const at = values.happenedTime ?? values.happened.time
  if (!at) return void say('happenedTime', new Wrong('import.time-missing'))
  const happenedAt = instantAt(values.happened.day, at)
  if (!values.written && !values.writtenTime) return { happenedAt, writtenAt: happenedAt }
  const writtenTime = values.writtenTime ?? values.written?.time
  if (!writtenTime) return void say('writtenTime', new Wrong('import.time-missing'))
  return { happenedAt, writtenAt: instantAt(values.written?.day ?? values.happened.day, writtenTime) }
}

function whyNotNote(desk: Desk, note: Note, author: EmployeeEntry): [Key, Wrong] | undefined {
  const rule = whyNotWrite(note, desk.now)
  if (rule) return [keyOfField[rule.field ?? ''] ?? 'text', new Wrong(rule.code, rule.facts)]
  if (whyNotThen(note.writtenAt, desk.now)) return ['written', new Wrong('journal.in-the-future')]
  const [happenedOn, writtenOn] = [dayOf(note.happenedAt), dayOf(note.writtenAt)]
  if (writtenOn < happenedOn) return ['written', new Wrong('import.written-before')]
  const { employedFrom: from, employedTo: to } = author
  if (writtenOn < from) return ['author', new Wrong('import.not-employed-yet', { from })]
  if (to && writtenOn > to) return ['author', new Wrong('import.not-employed-any-more', { to })]
  return note.citizenId && !hasLivedAt(desk, note.citizenId, note.unitId)
    ? ['unit', new Wrong('import.note-without-stay')]
    : undefined
}

const keyOfField: Record<string, Key> = { citizenId: 'citizen', kind: 'kind', happenedAt: 'happened', theme: 'theme' }

/** A note is read by those who work where it was written: a citizen who was never there does not belong among them. */
const hasLivedAt = (desk: Desk, citizenId: Id, unitId: Id) => desk.presence.has(`${citizenId} ${unitId}`)

type Stored = {
  externalId: string
  unitId: Id
  citizenId: Id | null
  kind: NoteKind
  happened: number
  written: number
  authorId: Id
  authorName: string
  text: string
  important: boolean
  theme: string | null
}

async function storedAmong(desk: Desk, batch: readonly Noted[]): Promise<Map<string, Stored>> {
  const rows = await desk.db.all<Stored>(sql`
    select external_id as "externalId", unit_id as "unitId", citizen_id as "citizenId", kind, extract(epoch from happened_at)::float8 as happened,
      extract(epoch from written_at)::float8 as written, author_id as "authorId", author_name as "authorName", text, important, theme
    from journal.note where tenant_id = kernel.here() and external_id = any (${batch.map(({ note }) => note.externalId)}::text[])`)
  return new Map(rows.map((row) => [row.externalId, row]))
}

const seconds = (at: Instant) => Date.parse(at) / 1000
const otherwise = (table: NotesTable, note: Note, stored: Stored) =>
  differences(table, {
    citizen: [note.citizenId, stored.citizenId],
    unit: [note.unitId, stored.unitId],
    kind: [note.kind, stored.kind],
    happened: [seconds(note.happenedAt), stored.happened],
    written: [seconds(note.writtenAt), stored.written],
    author: [note.authorId, stored.authorId],
    authorName: [note.authorName, stored.authorName],
    important: [note.important, stored.important],
    theme: [note.theme, stored.theme],
    text: [note.text, stored.text],
  })

export const notesFile: Part = { layout, check }
