import { adaptationLedger, adaptationsOfBids } from '#features/tender/server/index.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { command, query, type UseCase } from '#kernel/server/use-case.ts'
import { benefits } from '../contract.ts'
import { mayKeep, mayLead } from './permissions.ts'

type Said = { readonly da: string; readonly en: string }

/** Hours that a feature knows of. `minutes`: one whole number, of a place. App hands in those that this house has. */
export type HourSource = {
  readonly key: string
  readonly said: Said
  readonly source: Said
  /** Given before the contract. */
  readonly isPreparation: boolean
  readonly minutes: (place: Sql) => Sql
}

const listed = (rows: Sql): Sql => sql`(select coalesce(json_agg(to_json(listed)), '[]') from (${rows}) listed)`
const words = ({ da, en }: Said): Sql => sql`json_build_object('da', ${sql.lit(da)}::text, 'en', ${sql.lit(en)}::text)`
const same = (text: Sql): Sql => sql`json_build_object('da', ${text}, 'en', ${text})`

const rowOf =
  (place: Sql) =>
  (source: HourSource): Sql =>
    sql`
  select ${sql.lit(source.key)}::text as key, ${words(source.said)} as said, coalesce(${source.minutes(place)}, 0)::int as minutes,
    ${sql.lit(source.isPreparation)}::boolean as "isPreparation", ${words(source.source)} as source`

/** What no other feature knows of, written down with where it comes from. */
const written = (
  place: Sql,
): Sql => sql`select spent.what, ${same(sql`spent.what`)}, spent.minutes, spent.before_contract, ${same(sql`spent.source`)}
  from benefits.spent where spent.tenant_id = kernel.here() and spent.place_id = ${place}`

export const preparation = (sources: readonly HourSource[]): UseCase =>
  query(benefits.preparation, {
    may: at(mayLead, (input) => input.placeId),
    audit: (input) => ({ place: input.placeId }),
    read: ({ input, offers }) => {
      const place = sql`${input.placeId}::uuid`
      return sql`
        select ${place} as id, ${listed(sql.join([...sources.map(rowOf(place)), written(place)], sql` union all `))} as put,
          ${listed(adaptationsOfBids(place))} as bids, ${listed(adaptationLedger(place))} as ledger,
          (select count(*)::int from requirements.requirement join requirements.spec on spec.tenant_id = requirement.tenant_id and spec.id = requirement.spec_id
            where requirement.tenant_id = kernel.here() and spec.place_id = ${place} and requirement.state not in ('proposed', 'dropped')) as requirements,
          ${offers({ keep: mayKeep }, place)} as permitted`
    },
  })

export const noteHours = command(benefits.noteHours, {
  may: at(mayKeep, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    const made =
      await db.run(sql`insert into benefits.spent (id, place_id, what, minutes, source, before_contract, made_at, made_by)
      values (${input.id}, ${input.placeId}, ${input.what.trim()}, ${input.minutes}, ${input.source.trim()}, ${input.beforeContract}, ${clock.now()}, ${by.id}) on conflict (tenant_id, place_id, what) do nothing`)
    if (!made) refuse(refusal('benefits.hours-noted', {}, 'what'))
    return { id: input.id }
  },
  tell: (input) => [{ topic: 'benefits', place: input.placeId }],
})
