import fs from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { type Document, docxOf, pdfOf, xlsxOf } from '#features/documents/server/index.ts'
import { type Content, nameOfNumber } from '#features/requirements/content.ts'
import { contentsOfBaseline, latestPublished } from '#features/requirements/server/index.ts'
import { dayInDanish } from '#kernel/lang/danish-days.ts'
import { dayOf, type Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { type AnnexKey, type AnnexTemplate, annexesOn, annexOn, type Format } from '../annexes.ts'
import { tender } from '../contract.ts'
import { momentInWords } from '../danish.ts'
import type { Model } from '../model.ts'
import { whyNeedsHold } from '../rules.ts'
import { answerBook } from './answer-book.ts'
import { markOf } from './bids.ts'
import { type Ending, keepFile } from './files.ts'
import { fitBook } from './fit-book.ts'
import {
  correctionsDocument,
  type Head,
  modelDocument,
  questionsDocument,
  questionsSheet,
  requirementsDocument,
  requirementsSheet,
  textDocument,
} from './material.ts'
import { memoOf } from './memo.ts'
import { countNeedsLeft } from './needs-left.ts'
import { amongBids, byTender, mayPrepare, over } from './permissions.ts'
import { lockedTender, modelColumns, parsed, parsedModel, type Standing, type StandingModel } from './standing.ts'
import { awardOf } from './standing-award.ts'

/** Everything a tender set is made of, read once. */
type Set = {
  standing: Standing
  head: Head
  mark: string
  contents: readonly Content[]
  model: Model | undefined
  texts: readonly { annex: AnnexKey; title: string; body: string }[]
  questions: Parameters<typeof questionsDocument>[0]
  corrections: Parameters<typeof correctionsDocument>[0]
}

/** Before publishing the latest published version is what the set would be made of. */
async function baselineOf(db: Db, standing: Standing): Promise<{ id: Id; label: string; contentHash: string }> {
  const row = await db.one<{
    id: Id
    label: string
    contentHash: string
  }>(sql`select id, label, content_hash as "contentHash" from requirements.baseline
    where tenant_id = kernel.here() and id = coalesce(${standing.baselineId}::uuid, (select id from (${latestPublished(sql`${standing.specId}::uuid`)}) latest))`)
  if (!row) refuse(refusal('tender.no-version'))
  return row!
}

async function modelFor(db: Db, tenderId: Id): Promise<Model | undefined> {
  const row =
    await db.one<StandingModel>(sql`select ${modelColumns} from tender.model own where own.tenant_id = kernel.here() and own.tender_id = ${tenderId}
    order by own.published_at is null, own.revision desc limit 1`)
  return row && parsedModel(row).content
}

type Row = { number: number; text: string; askedOn: string; answer: string | null; numbers: string }
const questionsOf = async (db: Db, tenderId: Id) =>
  (
    await db.all<Row>(sql`select question.number, question.text, question.asked_on::text as "askedOn", question.answer,
      coalesce((select json_agg(requirement.number order by requirement.number) from thread.link join requirements.requirement on requirement.tenant_id = link.tenant_id and requirement.id = link.from_id
        where link.tenant_id = kernel.here() and link.to_id = question.id and link.type = 'asked-in' and link.ended_at is null), '[]')::text as numbers
    from tender.question where question.tenant_id = kernel.here() and question.tender_id = ${tenderId} order by question.number`)
  ).map(({ numbers, ...row }) => ({ ...row, requirements: parsed<number[]>(numbers).map(nameOfNumber) }))

const correctionsOf = async (db: Db, tenderId: Id) =>
  (
    await db.all<{
      number: number
      note: string
      changes: string
      madeAt: Date
    }>(sql`select number, note, changes::text as changes, made_at as "madeAt"
      from tender.correction where tenant_id = kernel.here() and tender_id = ${tenderId} order by number`)
  ).map(({ changes, madeAt, ...row }) => ({
    ...row,
    madeOn: dayInDanish(dayOf(madeAt)),
    changes: parsed<{ what: string; before: string; after: string }[]>(changes).map(inWords),
  }))

/** A moment in a sheet is said as people say it. */
const inWords = (change: { what: string; before: string; after: string }) => {
  const said = (value: string) => (/^\d{4}-\d\d-\d\dT/.test(value) ? momentInWords(value) : value)
  return { ...change, before: said(change.before), after: said(change.after) }
}

async function gather(db: Db, standing: Standing, now: Instant): Promise<Set> {
  const baseline = await baselineOf(db, standing)
  const isDraft = standing.state === 'preparing'
  return {
    standing,
    head: {
      tender: standing.title,
      label: baseline.label,
      isDraft,
      foot: `${standing.title} · ${dayInDanish(dayOf(now))}`,
    },
    mark: markOf(standing.id, baseline.contentHash),
    contents: await contentsOfBaseline(db, baseline.id),
    model: await modelFor(db, standing.id),
    texts: await db.all(
      sql`select annex, title, body from tender.text where tenant_id = kernel.here() and tender_id = ${standing.id} order by position`,
    ),
    questions: await questionsOf(db, standing.id),
    corrections: await correctionsOf(db, standing.id),
  }
}

function modelIn({ model }: Set): Model {
  if (!model) refuse(refusal('tender.no-model'))
  return model!
}

/** A written annex, or one that is read off the data, as a document. */
function documentOf(set: Set, { key, number, from }: AnnexTemplate): Document {
  if (from === 'written') {
    const text = set.texts.find(({ annex }) => annex === key)
    return textDocument(number!, text?.title ?? '', text?.body ?? '', set.head)
  }
  if (key === 'model') return modelDocument(modelIn(set), set.contents, set.head)
  if (key === 'questions') return questionsDocument(set.questions, set.head)
  return key === 'corrections'
    ? correctionsDocument(set.corrections, set.head)
    : requirementsDocument(set.contents, set.head)
}

const sheetOf = async (set: Set, key: AnnexKey): Promise<Buffer> => {
  if (key === 'answers') {
    const asked = {
      title: set.standing.title,
      label: set.head.label,
      mark: set.mark,
      dueSaid: momentInWords(set.standing.bidsDueAt),
    }
    return answerBook({ ...asked, contents: set.contents, priceLines: modelIn(set).priceLines })
  }
  return xlsxOf([key === 'questions' ? questionsSheet(set.questions) : requirementsSheet(set.contents)])
}

/** The same for machines: another municipality, another system, or the product of whoever wins. */
const machineOf = (set: Set): Buffer =>
  Buffer.from(
    JSON.stringify(
      {
        schema: 'roed-traad-tender/1',
        tender: {
          title: set.standing.title,
          procedure: set.standing.procedure,
          questionsCloseAt: set.standing.questionsCloseAt,
          bidsDueAt: set.standing.bidsDueAt,
        },
        requirements: { label: set.head.label, contents: set.contents },
        model: set.model ?? null,
        texts: set.texts,
        questions: set.questions.filter(({ answer }) => answer !== null),
        corrections: set.corrections,
      },
      null,
      1,
    ),
  )

async function annexFile(set: Set, template: AnnexTemplate, format: Format): Promise<Buffer> {
  if (template.key === 'machine') return machineOf(set)
  if (format === 'xlsx') return sheetOf(set, template.key)
  const document = documentOf(set, template)
  return format === 'docx' ? docxOf(document) : pdfOf(document)
}

/** Letters that every file system and mail program carries; a written annex is called what its template is called. */
const fileName = ({ title, number }: AnnexTemplate, label: string, format: string): string => {
  const plain = title.da
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replace(/[^a-z0-9]+/g, '-')
  return `${number ? `bilag-${String(number).padStart(2, '0')}-` : ''}${plain}-${label}.${format}`
}

const zipped = (parts: Readonly<Record<string, Uint8Array>>): Buffer => Buffer.from(zipSync({ ...parts }, { level: 6 }))

async function wholeSet(set: Set, today: string): Promise<Buffer> {
  const parts: Record<string, Uint8Array> = {}
  for (const template of annexesOn(today).filter(({ key }) => key !== 'set'))
    for (const format of template.formats)
      parts[fileName(template, set.head.label, format)] = await annexFile(set, template, format)
  return zipped(parts)
}

const needsOf = async (db: Db, standing: Standing): Promise<number> =>
  countNeedsLeft(db, standing, (await baselineOf(db, standing)).id)

export const makeMaterial = command(tender.makeMaterial, {
  may: over(mayPrepare, byTender),
  about: (db, input) => lockedTender(db, input.tenderId),
  audit: (input, standing) => ({
    place: standing?.placeId,
    records: [input.id],
    purpose: 'export',
    about: { annex: input.annex, format: input.format },
  }),
  async run({ db, input, about, by, clock }) {
    const template = annexOn(input.annex, clock.today())
    if (!template?.formats.includes(input.format)) refuse(refusal('tender.no-such-format', {}, 'format'))
    if (input.annex === 'set' && about.state === 'preparing') refuse(whyNeedsHold(await needsOf(db, about)))
    const set = await gather(db, about, clock.now())
    const content =
      input.annex === 'set' ? await wholeSet(set, clock.today()) : await annexFile(set, template!, input.format)
    const name = fileName(template!, set.head.label, input.format)
    await keepFile(
      db,
      { id: input.id, tenderId: about.id, what: input.annex, name, ending: input.format, content, isSealed: false },
      { id: by.id, at: clock.now() },
    )
    return { id: input.id, name }
  },
})

// What holds bids or points

const panelOf = (db: Db, tenderId: Id) =>
  db.all<{
    number: number
    name: string
    excusedBecause: string | null
  }>(sql`select seat.number, employee.name, seat.excused_because as "excusedBecause"
    from tender.seat join org.employee on employee.tenant_id = seat.tenant_id and employee.id = seat.employee_id
    where seat.tenant_id = kernel.here() and seat.tender_id = ${tenderId} order by seat.number`)

const README = `Genberegning af en tildeling

evaluering.json    alt, tildelingen er regnet ud fra: den offentliggjorte model, priser og point; og resultatet
genberegn.mjs      et lille program, der regner efter og intet andet gør. Læs det, før du kører det

Kør:  node genberegn.mjs evaluering.json

Programmet er skrevet ud fra modellen alene og deler ingen linjer med det program, der lavede tildelingen.
`

const replayProgram = (): Uint8Array => fs.readFileSync(new URL('./replay-award.mjs', import.meta.url))

async function replayOf(db: Db, standing: Standing): Promise<Buffer> {
  const award = await awardOf(db, standing.id)
  if (!award) refuse(refusal('tender.no-draft'))
  const { input, inputHash, result } = award!
  const file = { schema: 'roed-traad-award/1', tender: standing.title, inputHash, input, award: result }
  return zipped({
    'evaluering.json': strToU8(JSON.stringify(file, null, 1)),
    'genberegn.mjs': replayProgram(),
    'laesmig.txt': strToU8(README),
  })
}

async function letterOf(db: Db, tenderId: Id, bidId: Id | null): Promise<{ document: Document; letter: string }> {
  const row = await db.one<{
    content: string
    letter: string
  }>(sql`select letter.content::text as content, bid.letter from tender.letter
    join tender.bid on bid.tenant_id = letter.tenant_id and bid.id = letter.bid_id
    where letter.tenant_id = kernel.here() and bid.tender_id = ${tenderId} and bid.id = ${bidId}`)
  if (!row) refuse(refusal('tender.no-letter'))
  return { document: parsed(row!.content), letter: row!.letter }
}

async function memoDocument(db: Db, standing: Standing): Promise<Document> {
  const award = await awardOf(db, standing.id)
  if (!award) refuse(refusal('tender.no-draft'))
  const contents = await contentsOfBaseline(db, standing.baselineId!)
  return memoOf({ standing, award: award!, contents, panel: await panelOf(db, standing.id) })
}

async function fitOf(db: Db, { id }: Standing): Promise<Buffer> {
  const book = await fitBook(db, id)
  if (!book) refuse(refusal('tender.no-bids'))
  return book!
}

type What = 'memo' | 'letter' | 'replay' | 'fit'
type Making = { what: What; bidId: Id | null; format: 'docx' | 'pdf' | 'zip' | 'xlsx' }
/** The one format of what is not a document. */
const only: Partial<Record<What, Making['format']>> = { replay: 'zip', fit: 'xlsx' }
const comesAs = ({ what, format }: Making): boolean =>
  only[what] ? format === only[what] : format === 'docx' || format === 'pdf'

async function recordOf(db: Db, standing: Standing, making: Making): Promise<{ name: string; content: Buffer }> {
  const { what, bidId, format } = making
  if (!comesAs(making)) refuse(refusal('tender.no-such-format', {}, 'format'))
  if (what === 'fit') return { name: 'raekke-for-raekke.xlsx', content: await fitOf(db, standing) }
  if (what === 'replay') return { name: 'genberegning.zip', content: await replayOf(db, standing) }
  const letter = what === 'letter' ? await letterOf(db, standing.id, bidId) : undefined
  const document = letter?.document ?? (await memoDocument(db, standing))
  const content = format === 'docx' ? await docxOf(document) : await pdfOf(document)
  return { name: `${letter ? `brev-${letter.letter}` : 'tildelingsnotat'}.${format}`, content }
}

export const makeRecord = command(tender.makeRecord, {
  may: amongBids(byTender),
  about: (db, input) => lockedTender(db, input.tenderId),
  audit: (input, standing) => ({
    place: standing?.placeId,
    records: [input.id],
    purpose: 'export',
    about: { what: input.what },
  }),
  async run({ db, input, about, by, clock }) {
    const { name, content } = await recordOf(db, about, input)
    const ending: Ending = input.format
    await keepFile(
      db,
      { id: input.id, tenderId: about.id, what: input.what, name, ending, content, isSealed: true },
      { id: by.id, at: clock.now() },
    )
    return { id: input.id, name }
  },
})
