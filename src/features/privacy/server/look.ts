import type pg from 'pg'
import { documentsTold } from '#features/documents/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { dbOn, sql, wholeOn } from '#kernel/server/sql.ts'
import type { Subject, Telling } from '#kernel/server/telling.ts'
import { decisionAtFirst, type Finder, type FindingKind } from '../mask.ts'
import { fileKey, findingsIn, type Spot, withheldKey } from './masking.ts'
import { citizenById, finderFor } from './people.ts'
import { inSnapshot, type Row, type Snapshot, subjectOf } from './snapshot.ts'

const MOST_PLACES = 300
const AROUND = 70

type Seen = { readonly kind: FindingKind; readonly label: string; count: number; readonly places: Placed[] }
type Placed = Spot & { readonly before: string; readonly found: string; readonly after: string }
export type Findings = Map<string, Seen>

function note(findings: Findings, key: string, kind: FindingKind, label: string, place?: Placed): void {
  const seen = findings.get(key) ?? { kind, label, count: 0, places: [] }
  seen.count++
  if (place && seen.places.length < MOST_PLACES) seen.places.push(place)
  findings.set(key, seen)
}

/** Cut where a word begins or ends, so that no half word looks like another. */
const before = (text: string, at: number) =>
  text.slice(Math.max(0, at - AROUND), at).replace(at > AROUND ? /^\S*\s/ : /^/, '')
const after = (text: string, at: number) =>
  text.slice(at, at + AROUND).replace(at + AROUND < text.length ? /\s\S*$/ : /$/, '')

function noteRow(findings: Findings, telling: Telling, row: Row, find: Finder): void {
  if (row.about_others) {
    const words = telling.fields.filter(({ kind }) => kind === 'words').map(({ key }) => row[key])
    const said = words.filter((word) => typeof word === 'string').join(' · ')
    const spot = { section: telling.name, record: row.id, field: '', nth: 0 }
    note(findings, withheldKey(telling), 'withheld', telling.title.da, {
      ...spot,
      before: '',
      found: said.slice(0, 4 * AROUND),
      after: '',
    })
  }
  for (const { field, text, found } of findingsIn(telling, row, find)) {
    const nths = new Map<string, number>()
    for (const { from, to, key, kind, label } of found) {
      const nth = nths.get(key) ?? 0
      nths.set(key, nth + 1)
      const spot = { section: telling.name, record: row.id, field: field.key, nth }
      const place = { ...spot, before: before(text, from), found: text.slice(from, to), after: after(text, to) }
      note(findings, key, kind, label, field.kind === 'words' ? place : undefined)
    }
  }
}

/** Whom and what the records of a citizen name besides the citizen, and where. */
export async function lookThrough(
  snapshot: Snapshot,
  tellings: readonly Telling[],
  subject: Subject,
  find: Finder,
): Promise<Findings> {
  const findings: Findings = new Map()
  for (const telling of tellings)
    for await (const row of snapshot.rows(telling.rows(subject))) noteRow(findings, telling, row, find)
  for (const { files, name } of documentsTold) {
    if (!files) continue
    for await (const file of snapshot.rows(files.rows(subject)))
      note(findings, fileKey(file.id), 'file', String(file.name), {
        section: name,
        record: file.id,
        field: '',
        nth: 0,
        before: '',
        found: String(file.name),
        after: '',
      })
  }
  return findings
}

type Looking = { pool: pg.Pool; clock: Clock; tellings: readonly Telling[] }

/** Runs as often as it is begun: what was decided stays decided, what is no longer there is gone. */
export async function lookForRequest({ pool, clock, tellings }: Looking, requestId: Id): Promise<void> {
  const request = await dbOn(pool).one<{ citizenId: Id; fromOn: string; toOn: string }>(sql`
    select citizen_id as "citizenId", from_on as "fromOn", to_on as "toOn" from privacy.request
    where tenant_id = kernel.here() and id = ${requestId} and state = 'looking'`)
  if (!request) return
  const findings = await inSnapshot(pool, async (snapshot) => {
    const find = await finderFor(snapshot.db, (await citizenById(snapshot.db, request.citizenId))!)
    return lookThrough(snapshot, tellings, subjectOf(request.citizenId, request.fromOn, request.toOn), find)
  })
  await store(pool, clock, requestId, findings)
}

async function store(pool: pg.Pool, clock: Clock, requestId: Id, findings: Findings): Promise<void> {
  const rows = [...findings].map(([key, { kind, label, count }]) => ({
    key,
    kind,
    label: label.slice(0, 200),
    places: count,
    decision: decisionAtFirst[kind],
  }))
  const places = [...findings].flatMap(([key, seen]) => seen.places.map((place) => ({ key, ...place })))
  await wholeOn(pool)(async (db) => {
    await db.run(sql`insert into privacy.finding (request_id, key, kind, label, places, decision)
      select ${requestId}, made.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as made (key text, kind text, label text, places int, decision text)
      on conflict (tenant_id, request_id, key) do update set places = excluded.places, label = excluded.label`)
    await db.run(
      sql`delete from privacy.finding where tenant_id = kernel.here() and request_id = ${requestId} and key <> all (${[...findings.keys()]}::text[])`,
    )
    await db.run(
      sql`delete from privacy.place where tenant_id = kernel.here() and request_id = ${requestId} and decision is null`,
    )
    await db.run(sql`insert into privacy.place (request_id, finding_key, section, record_id, field, nth, before, found, after)
      select ${requestId}, made.* from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
        as made (key text, section text, record text, field text, nth int, before text, found text, after text)
      on conflict do nothing`)
    await db.run(sql`update privacy.request set state = 'review', looked_at = ${clock.now()}, version = version + 1
      where tenant_id = kernel.here() and id = ${requestId} and state = 'looking'`)
  })
}
