import { type Sheet, xlsxOf } from '#features/documents/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { nameOfRow } from '../answer-sheet.ts'
import { FitRow } from '../contract.ts'
import { nameOfAdaptation, nameOfGap } from '../rules.ts'
import { da } from '../text.da.ts'
import { rowsOfBids } from './fit.ts'
import { parsed } from './standing.ts'

type Bid = { id: Id; letter: string; vendor: string }

const bidsOf = (db: Db, tenderId: Id) =>
  db.all<Bid>(sql`select id, letter, vendor from tender.bid
    where tenant_id = kernel.here() and tender_id = ${tenderId} order by letter`)

async function rowsOf(db: Db, tenderId: Id, bidId: Id): Promise<FitRow[]> {
  const rows = await db.all<FitRow>(rowsOfBids(sql`${tenderId}::uuid`, sql`bid.id = ${bidId}::uuid`))
  return rows.map((row) =>
    FitRow.parse({
      ...row,
      ...{ notes: parsed(row.notes), adaptations: parsed(row.adaptations), unitGaps: parsed(row.unitGaps) },
    }),
  )
}

const nameOf = ({ letter, vendor }: Bid): string => `${letter} · ${vendor}`
const said = ({ kind, text }: FitRow): string => (kind === 'problem' ? da.problemToday(text) : text)

/** Every row once, and what each bid answered to it. */
const beside = (bids: readonly Bid[], rows: ReadonlyMap<Id, readonly FitRow[]>): Sheet => ({
  name: 'Side om side',
  columns: [
    { head: da.row, width: 10 },
    { head: da.requirement, width: 36 },
    { head: 'Rækkens tekst', width: 60 },
    ...bids.map((bid) => ({ head: nameOf(bid), width: 24 })),
  ],
  rows: (rows.get(bids[0]!.id) ?? []).map((row) => [
    ...[nameOfRow(row.number, row.no), row.title, said(row)],
    ...bids.map(({ id }) => {
      const own = rows.get(id)?.find(({ lineId }) => lineId === row.lineId)
      return own ? da.answers[own.level] : ''
    }),
  ]),
})

const ofBid = (bid: Bid, rows: readonly FitRow[]): Sheet => ({
  name: nameOf(bid),
  columns: [
    { head: da.row, width: 10 },
    { head: da.requirement, width: 36 },
    { head: 'Rækkens tekst', width: 50 },
    { head: da.answered, width: 18 },
    { head: 'Tilbudsgiverens ord', width: 50 },
    { head: 'Dækker', width: 9 },
    { head: 'Delvist', width: 9 },
    { head: 'Dækker ikke', width: 12 },
    { head: da.whatLacks, width: 44 },
    { head: da.ledger, width: 26 },
    { head: da.gaps, width: 34 },
  ],
  rows: rows.map((row) => [
    ...[nameOfRow(row.number, row.no), row.title, said(row), da.answers[row.level], row.answer],
    ...[row.fits, row.partly, row.gaps, row.notes.join('\n')],
    row.adaptations.map(({ number, state }) => `${nameOfAdaptation(number)} ${da.adaptationStates[state]}`).join('\n'),
    row.unitGaps
      .map(({ number, unitName, state }) => `${nameOfGap(number)} ${unitName}, ${da.gapStates[state]}`)
      .join('\n'),
  ]),
})

/**
 * Fit and gap of every bid as a workbook: the rows side by side, then a sheet for each bid with its own words, what the
 * panel found (empty until all have handed in), adaptations and gaps. Undefined while no bid is loaded.
 */
export async function fitBook(db: Db, tenderId: Id): Promise<Buffer | undefined> {
  const bids = await bidsOf(db, tenderId)
  if (bids.length === 0) return undefined
  const rows = new Map<Id, FitRow[]>()
  for (const { id } of bids) rows.set(id, await rowsOf(db, tenderId, id))
  return xlsxOf([beside(bids, rows), ...bids.map((bid) => ofBid(bid, rows.get(bid.id)!))])
}
