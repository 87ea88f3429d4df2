import type { Block } from '#features/documents/server/index.ts'
import { documentsTold } from '#features/documents/server/index.ts'
import type { Carried } from '#kernel/lang/contract.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Language } from '#kernel/lang/text.ts'
import { sql } from '#kernel/server/sql.ts'
import type { Subject, Telling } from '#kernel/server/telling.ts'
import { type RequestKind, ruleOn } from '../deadlines.ts'
import { LEFT_OUT, MASK } from '../mask.ts'
import { csvOf, jsonOf, SCHEMA_FILE, type Section, schemaOf } from './machine-copy.ts'
import { fileKey, type Masking } from './masking.ts'
import { PaperCopy } from './paper-copy.ts'
import { paperText } from './paper-text.ts'
import type { Citizen } from './people.ts'
import type { Snapshot } from './snapshot.ts'
import { dayWords, instantWords, numberWords } from './worded.ts'
import type { Outlet } from './zip-out.ts'

export type Wanted = {
  readonly citizen: Citizen
  readonly subject: Subject
  readonly tenant: string
  readonly kind: RequestKind
  readonly receivedOn: Day
  readonly dueOn: Day | null
  readonly madeAt: Instant
  readonly language: Language
  readonly withNames: boolean
  /** Where the citizen is to be found is protected, and nobody has said why it should go along. */
  readonly leavesOutWhere: boolean
}
export type Making = {
  readonly snapshot: Snapshot
  readonly tellings: readonly Telling[]
  readonly masking: Masking
  readonly outlet: Outlet
  /** Told how many rows have gone out, of how many; every row goes out three times, on paper and in two machine forms. */
  readonly progress: (done: number, total: number) => Promise<void>
}
export type Made = { readonly counts: Readonly<Record<string, number>>; readonly masked: number }

/** A period from before any record is from the beginning. */
const EVER = '1900-01-01'
const FORMS = 3
const TELL_EVERY = 500

async function countsOf({ snapshot, tellings }: Making, subject: Subject): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const telling of tellings) {
    const row = await snapshot.db.one<{ rows: number }>(
      sql`select count(*)::int as rows from (${telling.rows(subject)}) told`,
    )
    counts[telling.name] = row!.rows
  }
  return counts
}

/** The sections with something in them, masked as they are read. */
function sectionsOf(making: Making, subject: Subject, counts: Record<string, number>): Section[] {
  const total = FORMS * Object.values(counts).reduce((sum, count) => sum + count, 0)
  let done = 0
  return making.tellings
    .filter(({ name }) => counts[name]! > 0)
    .map((telling) => ({
      telling,
      async *rows() {
        for await (const row of making.snapshot.rows(telling.rows(subject))) {
          yield making.masking.row(telling, row)
          if (++done % TELL_EVERY === 0) await making.progress(done, total)
        }
      },
    }))
}

function coverBlocks(wanted: Wanted, sections: readonly Section[], counts: Record<string, number>): Block[] {
  const { language, citizen, kind, receivedOn } = wanted
  const text = paperText[language]
  const rule = ruleOn(kind, receivedOn)
  const facts: [string, string][] = [
    [text.citizen, citizen.fullName],
    ...(citizen.bornOn ? [[text.bornOn, dayWords(citizen.bornOn, language)] as [string, string]] : []),
    [text.right, text.rights[kind]],
    [text.received, dayWords(receivedOn, language)],
    ...(wanted.dueOn && rule
      ? [[text.due, `${dayWords(wanted.dueOn, language)}\n${rule.source[language]}`] as [string, string]]
      : []),
    [text.madeAt, instantWords(wanted.madeAt, language)],
  ]
  const contents: Block = {
    kind: 'table',
    columns: [
      { head: text.section, share: 3 },
      { head: text.rows, isNumber: true },
    ],
    rows: sections.map(({ telling }) => [telling.title[language], numberWords(counts[telling.name]!, language)]),
  }
  return [
    { kind: 'paragraph', text: text.intro(wanted.tenant) },
    { kind: 'keyValues', rows: facts },
    ...(rule?.doubt ? [{ kind: 'note', text: `${text.doubt}: ${rule.doubt[language]}` } as const] : []),
    { kind: 'paragraph', text: wanted.withNames ? text.hiddenWithNames(MASK) : text.hidden(MASK) },
    ...(wanted.leavesOutWhere ? [{ kind: 'note', text: text.whereLeftOut(LEFT_OUT) } as const] : []),
    { kind: 'paragraph', text: text.wrong },
    { kind: 'heading', level: 1, text: text.inside },
    sections.length > 0 ? contents : { kind: 'paragraph', text: text.nothing },
    { kind: 'pageBreak' },
  ]
}

async function writePaper(
  wanted: Wanted,
  { outlet }: Making,
  sections: readonly Section[],
  counts: Record<string, number>,
): Promise<void> {
  const { language, subject } = wanted
  const text = paperText[language]
  const paper = new PaperCopy({
    title: text.title(wanted.citizen.fullName),
    subtitle:
      subject.fromOn <= EVER
        ? text.until(dayWords(subject.toOn, language))
        : text.period(dayWords(subject.fromOn, language), dayWords(subject.toOn, language)),
    foot: text.foot(wanted.tenant, instantWords(wanted.madeAt, language)),
    madeAt: wanted.madeAt,
    language,
    blocks: coverBlocks(wanted, sections, counts),
  })
  for await (const { name, pdf } of paper.volumes(sections)) await outlet.file(name, [pdf])
}

async function writeData(wanted: Wanted, { outlet, tellings }: Making, sections: readonly Section[]): Promise<void> {
  const { language, citizen, subject, tenant, kind, madeAt } = wanted
  const about = { citizen: citizen.fullName, fromOn: subject.fromOn, toOn: subject.toOn, madeAt, tenant, right: kind }
  await outlet.file('indsigt.json', jsonOf(about, sections, language))
  await outlet.file(SCHEMA_FILE, [new TextEncoder().encode(schemaOf(tellings, language))])
  for (const section of sections) await outlet.file(`csv/${section.telling.name}.csv`, csvOf(section))
}

/** A name that stays within its folder, whoever gave it. */
const safeName = (name: string, at: number) => `${at + 1} ${name.replace(/[/\\:*?"<>|]|^\.+/g, '_')}`

async function* partsOf({ snapshot }: Making, part: NonNullable<Telling['files']>['part'], file: Carried) {
  for (let number = 0; number < file.parts; number++)
    yield (await snapshot.db.one<{ content: Buffer }>(part(file, number)))!.content
}

/** Nobody can search a picture or a letter for names: a file goes along when somebody has said so; the citizen's own photo always. */
async function writeFiles({ subject }: Wanted, making: Making): Promise<void> {
  let at = 0
  for (const telling of making.tellings) {
    if (!telling.files) continue
    const files = await making.snapshot.db.all<Carried>(telling.files.rows(subject))
    for (const file of files) {
      const spot = { section: telling.name, record: file.id, field: '', nth: 0 }
      const isSentIn = documentsTold.includes(telling)
      if (isSentIn && making.masking.isMasked(fileKey(file.id), 'file', spot)) continue
      await making.outlet.file(`filer/${safeName(file.name, at++)}`, partsOf(making, telling.files.part, file))
    }
  }
}

/** Everything recorded about a citizen in a period, to read and as data. */
export async function writePackage(wanted: Wanted, making: Making): Promise<Made> {
  const counts = await countsOf(making, wanted.subject)
  const sections = sectionsOf(making, wanted.subject, counts)
  const text = paperText[wanted.language]
  const leftOut = wanted.leavesOutWhere ? `\r\n\r\n${text.whereLeftOut(LEFT_OUT)}` : ''
  const readme = `\ufeff${text.readme(`${text.file}.pdf`)}${leftOut}\r\n`
  await making.outlet.file(text.readmeName, [new TextEncoder().encode(readme)])
  await writePaper(wanted, making, sections, counts)
  const masked = making.masking.count
  await writeData(wanted, making, sections)
  await writeFiles(wanted, making)
  await making.outlet.end()
  return { counts, masked }
}
