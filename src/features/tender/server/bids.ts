import type { Content } from '#features/requirements/content.ts'
import { contentsOfBaseline, requirementKind } from '#features/requirements/server/index.ts'
import { link } from '#features/thread/server/index.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { type AnswerIn, type BidFile, flagsOf, type RowAnswerIn, readAnswerFile } from '../answer-sheet.ts'
import { tender } from '../contract.ts'
import { whyNotEvaluate, whyNotLoad, whyNotOpen, whyNotWithdraw } from '../rules.ts'
import { bookIn } from './answer-book.ts'
import { keepFile } from './files.ts'
import { answerKind, answerRowKind } from './node-kinds.ts'
import { amongBids, byId, byTender, mayBuy, over, through } from './permissions.ts'
import { type By, lockedTender, publishedModel, type Standing, sha256, step } from './standing.ts'

export const open = command(tender.open, {
  may: over(mayBuy, byId),
  about: (db, input) => lockedTender(db, input.id),
  audit: (input, standing) => ({ place: standing?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotOpen(about, clock.now()))
    return step(db, input.id, { id: by.id, at: clock.now() }, sql`state = 'opened', opened_at = ${clock.now()}`)
  },
  tell: (_, standing) => [{ topic: 'tender', place: standing.placeId }],
})

/** What the answer sheet of a version bears, so that a file of another tender, version or form is told apart. */
export const markOf = (tenderId: Id, contentHash: string): string =>
  sha256(`${tenderId}\n${contentHash}\nrow by row`).slice(0, 24)
/** What it bore when a requirement and its rows were answered as one. */
export const earlierMarkOf = (tenderId: Id, contentHash: string): string =>
  sha256(`${tenderId}\n${contentHash}`).slice(0, 24)

export async function versionOf(
  db: Db,
  { baselineId }: Standing,
): Promise<{ label: string; contentHash: string; contents: Content[] }> {
  const row = await db.one<{
    label: string
    contentHash: string
  }>(sql`select label, content_hash as "contentHash" from requirements.baseline
    where tenant_id = kernel.here() and id = ${baselineId}`)
  if (!row) throw new Problem('refused', 'tender.no-version')
  return { ...row, contents: await contentsOfBaseline(db, baselineId!) }
}

const countOf = async (db: Db, table: 'submission' | 'bid' | 'bid_withdrawal', tenderId: Id): Promise<number> =>
  (await db.one<{ count: number }>(
    sql`select count(*)::int as count from tender.${sql.ref(table)} where tenant_id = kernel.here() and tender_id = ${tenderId}`,
  ))!.count

const declared = async (db: Db, tenderId: Id, by: Id): Promise<boolean> =>
  (await db.one(
    sql`select from tender.declaration where tenant_id = kernel.here() and tender_id = ${tenderId} and employee_id = ${by} and not is_conflicted`,
  )) !== undefined

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Everything in the file, or nothing: faults are told row by row. */
async function readBid(
  db: Db,
  standing: Standing,
  name: string,
  content: Uint8Array,
): Promise<{ file: BidFile; contents: Content[] }> {
  const read = await bookIn(name, content)
  if ('why' in read) {
    refuse(read.why)
    throw new Error('unreachable')
  }
  const version = await versionOf(db, standing)
  const { content: model } = await publishedModel(db, standing.id)
  const of = [standing.id, version.contentHash] as const
  const marks = { mark: markOf(...of), earlierMark: earlierMarkOf(...of) }
  const done = readAnswerFile(read.book, { contents: version.contents, priceLines: model.priceLines, ...marks })
  if ('faults' in done)
    throw new Problem('refused', 'tender.file-faults', { count: done.faults.length }, { faults: done.faults })
  return { file: done.file, contents: version.contents }
}

async function insertAnswer(db: Db, bidId: Id, answer: AnswerIn, by: By): Promise<void> {
  const id = newId()
  await db.run(sql`insert into tender.answer (id, bid_id, requirement_id, level, text, hours, price_oere, reservation, evidence)
    values (${id}, ${bidId}, ${answer.requirementId}, ${answer.level}, ${answer.text}, ${answer.hours}, ${answer.priceOere}, ${answer.reservation}, ${answer.evidence})`)
  const from = { kind: requirementKind, id: answer.requirementId }
  await link(db, { type: 'answered-by', from, to: { kind: answerKind, id }, by: by.id, at: by.at })
  for (const row of answer.rows) await insertRow(db, { ...row, id: newId(), answerId: id, bidId, from }, by)
}

type RowToKeep = RowAnswerIn & { id: Id; answerId: Id; bidId: Id; from: { kind: typeof requirementKind; id: Id } }

/** What was answered to the row itself hangs on the requirement; a row that follows its requirement is marked with that answer. */
async function insertRow(db: Db, { id, from, ...row }: RowToKeep, by: By): Promise<void> {
  await db.run(sql`insert into tender.answer_row (id, answer_id, bid_id, line_id, is_own, level, text, hours, price_oere, reservation, evidence)
    values (${id}, ${row.answerId}, ${row.bidId}, ${row.lineId}, ${row.isOwn}, ${row.level}, ${row.text}, ${row.hours}, ${row.priceOere}, ${row.reservation}, ${row.evidence})`)
  const to = { kind: answerRowKind, id }
  if (row.isOwn) await link(db, { type: 'answered-by', from, to, by: by.id, at: by.at })
}

export const loadBid = command(tender.loadBid, {
  may: over(mayBuy, byTender),
  about: (db, input) => lockedTender(db, input.tenderId),
  audit: (input, standing) => ({ place: standing?.placeId, records: [input.id], about: { receipt: input.receipt } }),
  async run({ db, input, about, by, clock, scan }) {
    refuse(whyNotLoad(about, await countOf(db, 'submission', about.id)))
    if (!(await declared(db, about.id, by.id))) refuse(refusal('tender.declare-first'))
    if (Date.parse(input.receivedAt) > Date.parse(about.bidsDueAt))
      refuse(refusal('tender.received-late', {}, 'receivedAt'))
    if (await scan(input.content)) refuse(refusal('documents.virus', {}, 'content'))
    const at = (await countOf(db, 'bid', about.id)) + (await countOf(db, 'bid_withdrawal', about.id))
    const { file, contents } = await readBid(db, about, input.name, input.content)
    const loader = { id: by.id, at: clock.now() }
    await storeBid(db, { ...input, letter: LETTERS[at]! }, file, loader)
    for (const answer of file.answers) await insertAnswer(db, input.id, answer, loader)
    return { id: input.id, letter: LETTERS[at]!, ...flagsOf(contents, file.answers) }
  },
  tell: (_, standing) => [{ topic: 'tender', place: standing.placeId }],
})

type Stored = {
  id: Id
  tenderId: Id
  name: string
  vendor: string
  receipt: string
  receivedAt: string
  content: Uint8Array
  letter: string
}

async function storeBid(db: Db, given: Stored, file: BidFile, by: By): Promise<void> {
  const twice = await db.one(
    sql`select from tender.bid where tenant_id = kernel.here() and tender_id = ${given.tenderId} and receipt = ${given.receipt.trim()}`,
  )
  if (twice) refuse(refusal('tender.receipt-twice', {}, 'receipt'))
  const fileId = newId()
  const name = `tilbud-${given.letter}.xlsx`
  await keepFile(
    db,
    { id: fileId, tenderId: given.tenderId, what: 'bid', name, ending: 'xlsx', content: given.content, isSealed: true },
    by,
  )
  await db.run(sql`insert into tender.bid (id, tender_id, letter, vendor, receipt, received_at, price_oere, price_lines, file_id, loaded_at, loaded_by)
    values (${given.id}, ${given.tenderId}, ${given.letter}, ${given.vendor.trim()}, ${given.receipt.trim()}, ${given.receivedAt}, ${file.priceOere},
      ${JSON.stringify(file.priceLines)}::jsonb, ${fileId}, ${by.at}, ${by.id})`)
}

type Loaded = { id: Id; fileId: Id; letter: string; vendor: string; receipt: string }

/** With the tender locked before it: nothing is handed in meanwhile. */
async function loadedBid(db: Db, id: Id): Promise<{ tender: Standing; bid: Loaded } | undefined> {
  const ofBid = sql`(select tender_id from tender.bid where tenant_id = kernel.here() and id = ${id})`
  const standing = await lockedTender(db, ofBid)
  const bid = await db.one<Loaded>(
    sql`select id, file_id as "fileId", letter, vendor, receipt from tender.bid where tenant_id = kernel.here() and id = ${id}`,
  )
  return standing && bid && { tender: standing, bid }
}

/** From then on nobody can read it: the database hides what was withdrawn from every query. */
export const withdrawBid = command(tender.withdrawBid, {
  may: over(mayBuy, through('bid')),
  about: (db, input) => loadedBid(db, input.id),
  audit: (input, about) => ({
    place: about?.tender.placeId,
    records: [input.id],
    about: { receipt: about?.bid.receipt },
  }),
  async run({ db, input, about, by, clock }) {
    const { tender: standing, bid } = about
    const handedIn = await countOf(db, 'submission', standing.id)
    refuse(whyNotWithdraw(standing, { handedIn, hasAward: await hasAward(db, standing.id) }))
    if (!(await declared(db, standing.id, by.id))) refuse(refusal('tender.declare-first'))
    await db.run(sql`insert into tender.bid_withdrawal (bid_id, tender_id, file_id, letter, vendor, receipt, because, withdrawn_at, withdrawn_by)
      values (${bid.id}, ${standing.id}, ${bid.fileId}, ${bid.letter}, ${bid.vendor}, ${bid.receipt}, ${input.because.trim()}, ${clock.now()}, ${by.id})`)
    return { id: bid.id }
  },
  tell: (_, { tender: standing }) => [{ topic: 'tender', place: standing.placeId }],
})

/** What the trial counted. It gives points by the published table, and by nothing else. */
export const recordTrial = command(tender.recordTrial, {
  may: amongBids(through('bid')),
  about: async (db, { id }) => {
    const standing = await lockedTender(
      db,
      sql`(select tender_id from tender.bid where tenant_id = kernel.here() and id = ${id})`,
    )
    const trial = await db.one<{ version: number }>(
      sql`select version from tender.trial where tenant_id = kernel.here() and bid_id = ${id}`,
    )
    return standing && { tender: standing, version: trial?.version ?? 0 }
  },
  audit: (input, about) => ({ place: about?.tender.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotEvaluate(about.tender))
    await whyAwardDrafted(db, about.tender.id)
    const { content } = await publishedModel(db, about.tender.id)
    if (!content.trial) refuse(refusal('tender.no-trial'))
    if (input.solved > content.trial!.participants)
      refuse(refusal('tender.over-participants', { most: content.trial!.participants }, 'solved'))
    await db.run(sql`insert into tender.trial (bid_id, solved, note, recorded_at, recorded_by) values (${input.id}, ${input.solved}, ${input.note.trim()}, ${clock.now()}, ${by.id})
      on conflict (tenant_id, bid_id) do update set solved = excluded.solved, note = excluded.note, version = trial.version + 1, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`)
    return { id: input.id, version: about.version + 1 }
  },
})

/** Nothing that an award rests on moves under it: the draft is torn up first. */
export async function whyAwardDrafted(db: Db, tenderId: Id): Promise<void> {
  if (await hasAward(db, tenderId)) refuse(refusal('tender.award-drafted'))
}

const hasAward = async (db: Db, tenderId: Id): Promise<boolean> =>
  (await db.one(sql`select from tender.award where tenant_id = kernel.here() and tender_id = ${tenderId}`)) !==
  undefined
