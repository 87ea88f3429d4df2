import type { Id } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import type { Telling, ToldField } from '#kernel/server/telling.ts'
import {
  type Decision,
  decisionAtFirst,
  type Finder,
  type FindingKind,
  type Found,
  LEFT_OUT,
  MASK,
  masked,
} from '../mask.ts'
import type { Row } from './snapshot.ts'

/** Where a finding stands. Rows withheld as a whole have no field. */
export type Spot = { readonly section: string; readonly record: string; readonly field: string; readonly nth: number }

export const withheldKey = (telling: Telling) => `withheld:${telling.name}`
export const fileKey = (id: string) => `file:${id}`

/** In short values only who wrote, and the citizen's own people, are looked for: an address is full of other people's names. */
const looksFor = ({ kind }: ToldField, found: Found) =>
  kind === 'words' || found.kind === 'employee' || found.kind === 'contact'
const isSearched = ({ kind }: ToldField) => kind === 'words' || kind === 'plain'

/** The texts of a row, each with what was found in it. */
export function* findingsIn(
  telling: Telling,
  row: Row,
  find: Finder,
): Generator<{ field: ToldField; text: string; found: Found[] }> {
  for (const field of telling.fields) {
    const text = row[field.key]
    if (typeof text !== 'string' || !isSearched(field)) continue
    yield { field, text, found: find(text).filter((each) => looksFor(field, each)) }
  }
}

const spotKey = (key: string, { section, record, field, nth }: Spot) =>
  JSON.stringify([key, section, record, field, nth])

/** What has been decided about a request: what is masked in each row, whether it was there when somebody looked or came since. */
export class Masking {
  readonly #find: Finder
  readonly #decisions: ReadonlyMap<string, Decision>
  readonly #spots: ReadonlyMap<string, Decision>
  readonly #where: RegExp | null
  /** Places masked so far. */
  count = 0

  /** `where`: what tells where somebody protected is to be found; null where nothing is to be left out. */
  constructor(
    find: Finder,
    decisions: ReadonlyMap<string, Decision>,
    spots: ReadonlyMap<string, Decision>,
    where: RegExp | null,
  ) {
    this.#where = where
    this.#find = find
    this.#decisions = decisions
    this.#spots = spots
  }

  isMasked(key: string, kind: FindingKind, spot: Spot): boolean {
    const decision = this.#spots.get(spotKey(key, spot)) ?? this.#decisions.get(key) ?? decisionAtFirst[kind]
    return decision === 'mask'
  }

  /** A copy of the row as it may be handed over. The row itself is left as it is. */
  row(telling: Telling, row: Row): Row {
    return this.#withoutWhere(telling, this.#withoutOthers(telling, row))
  }

  #withoutOthers(telling: Telling, row: Row): Row {
    const { about_others: aboutOthers, ...shown } = row
    const whole = { section: telling.name, record: row.id, field: '', nth: 0 }
    if (aboutOthers && this.isMasked(withheldKey(telling), 'withheld', whole)) return this.#withoutWords(telling, shown)
    const changed: Record<string, unknown> = {}
    for (const { field, text, found } of findingsIn(telling, row, this.#find)) {
      const at = { section: telling.name, record: row.id, field: field.key }
      const done = masked(text, found, (each, nth) => this.isMasked(each.key, each.kind, { ...at, nth }))
      changed[field.key] = done.text
      this.count += done.count
    }
    return { ...shown, ...changed }
  }

  #withoutWhere(telling: Telling, row: Row): Row {
    const where = this.#where
    if (!where) return row
    const changed: Record<string, unknown> = {}
    for (const field of telling.fields) {
      const text = row[field.key]
      if (typeof text !== 'string' || !isSearched(field)) continue
      changed[field.key] = field.tellsWhere ? LEFT_OUT : text.replace(where, LEFT_OUT)
    }
    return { ...row, ...changed }
  }

  #withoutWords(telling: Telling, row: Row): Row {
    this.count++
    const words = telling.fields.filter(({ key, kind }) => kind === 'words' && row[key] !== null)
    return { ...row, ...Object.fromEntries(words.map(({ key }) => [key, MASK])) }
  }
}

/** As it was decided for the request. */
export async function maskingFor(db: Db, find: Finder, requestId: Id, where: RegExp | null): Promise<Masking> {
  const findings = await db.all<{ key: string; decision: Decision }>(
    sql`select key, decision from privacy.finding where tenant_id = kernel.here() and request_id = ${requestId}`,
  )
  const places = await db.all<Spot & { key: string; decision: Decision }>(sql`
    select finding_key as key, section, record_id as record, field, nth, decision
    from privacy.place where tenant_id = kernel.here() and request_id = ${requestId} and decision is not null`)
  return new Masking(
    find,
    new Map(findings.map(({ key, decision }) => [key, decision])),
    new Map(places.map(({ key, decision, ...spot }) => [spotKey(key, spot), decision])),
    where,
  )
}
