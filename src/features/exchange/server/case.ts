import { ofCitizen } from '#features/citizens/server/index.ts'
import { levelCarriedBy } from '#features/terminology/rules.ts'
import type { Instant } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere, type Gate } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { exchange } from '../contract.ts'
import { faultsOf } from '../fhir/check.ts'
import type { Resource } from '../fhir/json.ts'
import { type Given, type Item, linksOf, toReport } from '../items.ts'
import { reportOf } from '../report/write-report.ts'
import { mayReceive, mayReport } from './permissions.ts'
import { FaultyMessage } from './receive.ts'

/**
 * A citizen seen through a tie, of whom no other unit holds anything: what is taken out is the whole case, whichever unit's it is. Of one
 * who uses several units, or a discreet one, somebody reports who reaches them all. Where a card was only made, as when an order comes for
 * a unit that nobody knows, no work is done and nothing of the case lies, unless it is an offer.
 */
export const wholeCaseOf = <I>(citizen: (input: Blanks<I>) => Blank): Gate<I> => {
  const seen = ofCitizen(mayReport, citizen)
  return {
    ...seen,
    rows: (asked) => sql`select seen.* from (${seen.rows(asked)}) seen where not exists (
      select from citizens.tie join org.unit on unit.tenant_id = tie.tenant_id and unit.id = tie.unit_id
      where tie.tenant_id = kernel.here() and tie.citizen_id = seen.id and tie.unit_id <> all (${asked.reach})
        and (tie.because = 'stay' or unit.kind = 'offer'))`,
  }
}

function whyNotEnter(given: Given) {
  if (given.kind !== 'condition') return undefined
  const carries = levelCarriedBy(given.content.themeCode)
  if (carries === undefined) return refusal('exchange.unknown-code', {}, 'item.content.themeCode')
  return carries === (given.content.level !== null) ? undefined : refusal('exchange.level', {}, 'item.content.level')
}

/** Every link leads to something of the same citizen's case. */
async function mustBeHere(db: Db, citizenId: Id, ids: readonly Id[]): Promise<void> {
  const found = await db.all(
    sql`select from exchange.item where tenant_id = kernel.here() and citizen_id = ${citizenId} and id = any (${[...new Set(ids)]}::uuid[])`,
  )
  if (found.length < new Set(ids).size) throw new Problem('refused', 'exchange.loose-link')
}

/** The same id is a change: the gateway knows it by that. */
export const enter = command(exchange.enter, {
  may: wholeCaseOf((input) => input.citizenId),
  audit: (input) => ({ person: input.citizenId, records: [input.id], about: { kind: input.item.kind } }),
  async run({ db, input, by, clock }) {
    refuse(whyNotEnter(input.item))
    await mustBeHere(db, input.citizenId, linksOf(input.item))
    const kept = await db.one<{ version: number }>(sql`
      insert into exchange.item as item (id, citizen_id, kind, content, withdrawn, changed_at, changed_by)
      values (${input.id}, ${input.citizenId}, ${input.item.kind}, ${JSON.stringify(input.item.content)}::jsonb, ${input.withdrawn}, ${clock.now()}, ${by.id})
      on conflict (tenant_id, id) do update set content = excluded.content, withdrawn = excluded.withdrawn, version = item.version + 1,
        changed_at = excluded.changed_at, changed_by = excluded.changed_by
      where item.citizen_id = excluded.citizen_id and item.kind = excluded.kind
      returning version`)
    if (!kept) throw new Problem('refused', 'kernel.id-taken')
    return { id: input.id, version: kept.version }
  },
})

const MOST_SHOWN = 400

/** What has been entered, for those who report. */
export const caseOf = query(exchange.caseOf, {
  may: wholeCaseOf((input) => input.citizenId),
  audit: (input) => ({ person: input.citizenId }),
  steps: ({ input }) => ({
    listed: sql`select item.id, item.kind, item.content, item.withdrawn, item.version > item.reported_version as "isNews", item.changed_at as "changedAt"
      from exchange.item where item.tenant_id = kernel.here() and item.citizen_id = ${input.citizenId}::uuid
      order by item.changed_at desc, item.id limit ${sql.lit(MOST_SHOWN)}`,
  }),
  read: ({ input }) => sql`
    select ${input.citizenId}::uuid as id, (select coalesce(json_agg(to_json(listed)), '[]') from listed) as items`,
  records: sql`select id from listed`,
})

/** Before somebody is led to the case: whether it opens to them. A screen that only refuses helps nobody. */
export const caseFor = query(exchange.caseFor, {
  may: ofCitizen(mayReport, (input) => input.citizenId),
  audit: (input) => ({ person: input.citizenId }),
  read: (asked) => sql`
    select case when exists (${wholeCaseOf<{ citizenId: Id }>((input) => input.citizenId).rows(asked)})
      then array['report'] else '{}'::text[] end as permitted`,
})

export const itemsOf = async (db: Db, citizenId: Id): Promise<Item[]> => {
  const rows = await db.all<{
    id: Id
    kind: Given['kind']
    content: string
    withdrawn: boolean
    changedAt: Instant
    isNews: boolean
  }>(sql`
    select id, kind, content::text, withdrawn, to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt", version > reported_version as "isNews"
    from exchange.item where tenant_id = kernel.here() and citizen_id = ${citizenId} order by id`)
  return rows.map((row) => ({ ...row, content: JSON.parse(row.content) }) as Item)
}

export async function reportedCitizen(db: Db, citizenId: Id) {
  const found = await db.one<{ number: string | null; organisationId: Id }>(sql`
    select citizen.number, coalesce(setting.organisation_id, kernel.here()) as "organisationId"
    from citizens.citizen left join exchange.setting on setting.tenant_id = kernel.here()
    where citizen.tenant_id = kernel.here() and citizen.id = ${citizenId}`)
  if (!found?.number) throw new Problem('refused', 'exchange.report-needs-number')
  return { id: citizenId, number: found.number, organisationId: found.organisationId }
}

/** Sound, or not sent: what leaves the house has been held against the same rules as what comes in. */
export function sound(bundle: Resource): Resource {
  const faults = faultsOf(bundle)
  if (faults.length) throw new FaultyMessage(faults)
  return bundle
}

const asInstant = (at: Instant) => new Date(at).toISOString().replace(/\.\d+/, '')

/** The citizen's report: what is news with all it points at, or everything. */
export async function makeReport(
  db: Db,
  citizenId: Id,
  at: Instant,
  only: 'news' | 'all',
  id = newId(),
): Promise<Resource | undefined> {
  const items = toReport(await itemsOf(db, citizenId), only)
  if (items.length === 0) return undefined
  return sound(reportOf(id, asInstant(at), await reportedCitizen(db, citizenId), items))
}

const laidOut = (db: Db, id: Id, citizenId: Id) =>
  db.one<{ content: string }>(sql`select content::text as content from exchange.outgoing
    where tenant_id = kernel.here() and id = ${id} and citizen_id = ${citizenId} and kind = 'report'`)

/** Makes the report and lays it in the outbox, once for each id; what it tells is no news afterwards. It stands nowhere else. */
export const report = command(exchange.report, {
  repeatable: true,
  may: wholeCaseOf((input) => input.citizenId),
  audit: (input) => ({ person: input.citizenId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    await db.run(
      sql`select from exchange.item where tenant_id = kernel.here() and citizen_id = ${input.citizenId} for update`,
    )
    const earlier = await laidOut(db, input.id, input.citizenId)
    if (earlier) return { id: input.id, content: earlier.content }
    const bundle = await makeReport(db, input.citizenId, clock.now(), 'news', input.id)
    if (!bundle) throw new Problem('refused', 'exchange.nothing-new')
    await db.run(sql`insert into exchange.outgoing (id, kind, citizen_id, content, next_at, made_at, made_by)
      values (${input.id}, 'report', ${input.citizenId}, ${JSON.stringify(bundle)}::jsonb, ${clock.now()}, ${clock.now()}, ${by.id})`)
    await db.run(
      sql`update exchange.item set reported_version = version where tenant_id = kernel.here() and citizen_id = ${input.citizenId}`,
    )
    return { id: input.id, content: JSON.stringify(bundle) }
  },
})

export const setOrganisation = command(exchange.setOrganisation, {
  may: anywhere(mayReceive),
  audit: () => ({}),
  async run({ db, input, by, clock }) {
    await db.run(sql`insert into exchange.setting as setting (organisation_id, changed_at, changed_by) values (${input.organisationId}, ${clock.now()}, ${by.id})
      on conflict (tenant_id) do update set organisation_id = excluded.organisation_id, changed_at = excluded.changed_at, changed_by = excluded.changed_by`)
    return { organisationId: input.organisationId }
  },
})
