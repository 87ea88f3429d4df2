import { pdfOf } from '#features/documents/server/index.ts'
import type { Carried } from '#kernel/lang/contract.ts'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { at } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query, type UseCase } from '#kernel/server/use-case.ts'
import { benefits, type KeptPage, LeadershipPage } from '../contract.ts'
import { leadershipPaper } from '../leadership-paper.ts'
import { type SignalKey, signalKeys } from '../rules.ts'
import { mayLead, ofPage } from './permissions.ts'

/** A number of one of the five signals, counted by the feature that knows. `count`: one row with done and of, whole numbers. */
export type SignalSource = {
  readonly key: SignalKey
  /** `{done}` and `{of}` stand for the numbers. */
  readonly said: { readonly da: string; readonly en: string }
  readonly count: (asked: { place: Sql; today: Sql; now: Sql }) => Sql
}

/** As many lines as there is room for on one A4. */
const MOST = { decided: 8, needed: 6, risks: 6 }

type Moment = { place: Sql; now: Sql; today: Sql }

const listed = (rows: Sql): Sql => sql`(select coalesce(json_agg(to_json(listed)), '[]'::json) from (${rows}) listed)`
const partOf = ({ said, count }: SignalSource, asked: Moment): Sql => sql`
  select json_build_object('da', ${sql.lit(said.da)}::text, 'en', ${sql.lit(said.en)}::text) as said, coalesce(counted.done, 0)::int as done, coalesce(counted.of, 0)::int as of from (${count(asked)}) counted`
const nothing = sql`select null::json as said, 0 as done, 0 as of where false`

const signalOf =
  (sources: readonly SignalSource[], asked: Moment) =>
  (key: SignalKey): Sql => {
    const own = sources.filter((source) => source.key === key)
    return sql`select ${sql.lit(key)}::text as key, ${listed(
      own.length
        ? sql.join(
            own.map((source) => partOf(source, asked)),
            sql` union all `,
          )
        : nothing,
    )} as parts`
  }

const before = (place: Sql): Sql =>
  sql`(select max(page.made_at) from benefits.page where page.tenant_id = kernel.here() and page.place_id = ${place})`

const decided = ({ place }: Moment): Sql => sql`
  select decision.number, decision.title, decision.decided_on as on from decisions.decision
  where decision.tenant_id = kernel.here() and decision.place_id = ${place} and decision.state in ('in-force', 'under-review')
    and (${before(place)} is null or decision.changed_at > ${before(place)})
  order by decision.decided_on desc, decision.number desc limit ${sql.lit(MOST.decided)}`

const needed = ({ place, today }: Moment): Sql => sql`
  select decision.number, decision.title, case when decision.state = 'proposed' then 'undecided' else 'review-due' end as why from decisions.decision
  where decision.tenant_id = kernel.here() and decision.place_id = ${place} and not decision.secret
    and (decision.state = 'proposed' or (decision.state = 'in-force' and decision.review_on <= ${today}))
  order by decision.state = 'proposed' desc, decision.review_on, decision.number limit ${sql.lit(MOST.needed)}`

/** Moved since the page before; on the first page, those that weigh most. */
const risks = ({ place }: Moment): Sql => sql`
  select risk.number, risk.title, former.weight as before, risk.probability * risk.impact as now, risk.state, risk.measure from decisions.risk
  left join lateral (select (move.probability * move.impact)::int as weight from decisions.risk_move move
    where move.tenant_id = kernel.here() and move.risk_id = risk.id and move.version < risk.version order by move.version desc limit 1) former on true
  where risk.tenant_id = kernel.here() and risk.place_id = ${place}
    and case when ${before(place)} is null then risk.state = 'active' else risk.moved_at > ${before(place)} end
  order by risk.probability * risk.impact desc, risk.number limit ${sql.lit(MOST.risks)}`

const contentOf = (sources: readonly SignalSource[], asked: Moment): Sql => sql`
  select ${asked.place} as id, unit.name as "placeName", ${before(asked.place)} as "sinceAt",
    ${listed(sql.join(signalKeys.map(signalOf(sources, asked)), sql` union all `))} as signals,
    ${listed(decided(asked))} as decided, ${listed(needed(asked))} as needed, ${listed(risks(asked))} as risks
  from org.unit where unit.tenant_id = kernel.here() and unit.id = ${asked.place}`

export const leadership = (sources: readonly SignalSource[]): UseCase =>
  query(benefits.leadership, {
    may: at(mayLead, (input) => input.placeId),
    audit: (input) => ({ place: input.placeId }),
    read: ({ input, now, today }) =>
      contentOf(sources, {
        place: sql`${input.placeId}::uuid`,
        now: sql`${now}::timestamptz`,
        today: sql`${today}::date`,
      }),
  })

async function standingPage(
  db: Db,
  sources: readonly SignalSource[],
  placeId: Id,
  now: Instant,
  today: string,
): Promise<LeadershipPage> {
  const asked = { place: sql`${placeId}::uuid`, now: sql`${now}::timestamptz`, today: sql`${today}::date` }
  const row = await db.one<{ content: string }>(
    sql`select to_json(page) as content from (${contentOf(sources, asked)}) page`,
  )
  return LeadershipPage.parse(JSON.parse(row!.content))
}

export const keepPage = (sources: readonly SignalSource[]): UseCase =>
  command(benefits.keepPage, {
    may: at(mayLead, (input) => input.placeId),
    audit: (input) => ({ place: input.placeId, records: [input.id], purpose: 'export' }),
    async run({ db, input, by, clock }) {
      const content = await standingPage(db, sources, input.placeId, clock.now(), clock.today())
      const pdf = await pdfOf(leadershipPaper(content, clock.now()))
      await db.run(sql`insert into benefits.page (id, place_id, content, pdf, made_at, made_by)
        values (${input.id}, ${input.placeId}, ${JSON.stringify(content)}::jsonb, ${pdf}::bytea, ${clock.now()}, ${by.id})`)
      const kept =
        await db.one<KeptPage>(sql`select page.id, to_json(page.made_at) #>> '{}' as "madeAt", employee.name as "madeByName" from benefits.page
        join org.employee on employee.tenant_id = page.tenant_id and employee.id = page.made_by where page.tenant_id = kernel.here() and page.id = ${input.id}`)
      return kept!
    },
    tell: (input) => [{ topic: 'benefits', place: input.placeId }],
  })

const kept = sql`page.id, page.made_at as "madeAt", employee.name as "madeByName"`
const fromPages = sql`benefits.page join org.employee on employee.tenant_id = page.tenant_id and employee.id = page.made_by`

export const pages = query(benefits.pages, {
  may: at(mayLead, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId }),
  read: ({ input }) => sql`select ${kept} from ${fromPages}
    where page.tenant_id = kernel.here() and page.place_id = ${input.placeId}::uuid order by page.made_at desc limit 200`,
})

export const page = query(benefits.page, {
  may: ofPage((input) => input.id),
  audit: () => ({}),
  records: sql`select id from rows`,
  read: ({ input }) =>
    sql`select ${kept}, page.content from ${fromPages} where page.tenant_id = kernel.here() and page.id = ${input.id}::uuid`,
})

const PART_BYTES = 524_288

export const paper = query(benefits.paper, {
  may: ofPage((input) => input.id),
  audit: () => ({ purpose: 'export' }),
  records: sql`select id from rows`,
  read: ({ input }) => sql`
    select page.id, 'ledelsesside-' || (page.made_at at time zone 'Europe/Copenhagen')::date || '.pdf' as name, 'application/pdf' as "mediaType", length(page.pdf) as "sizeBytes",
      ((length(page.pdf) + ${sql.lit(PART_BYTES - 1)}) / ${sql.lit(PART_BYTES)})::int as parts
    from benefits.page where page.tenant_id = kernel.here() and page.id = ${input.id}::uuid`,
  part: (
    { id }: Carried,
    number,
  ) => sql`select substring(pdf from ${number * PART_BYTES + 1}::int for ${PART_BYTES}::int) as content
    from benefits.page where tenant_id = kernel.here() and id = ${id}::uuid`,
})
