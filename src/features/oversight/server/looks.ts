import { ZONE } from '#kernel/lang/day.ts'
import { type Blank, type Sql, sql } from '#kernel/server/sql.ts'

type Value = Blank | Sql | string

/** Rows of the log that name somebody: those that are sealed by the list the sealer keeps, the last second's from the log itself. */
const naming = (citizen: Value): Sql => sql`
  select seen.seq from kernel.seen where seen.tenant_id = kernel.here() and seen.subject_id = ${citizen}::uuid
  union
  select audit.seq from kernel.audit
  where audit.tenant_id = kernel.here()
    and (audit.era, audit.tx) >= (
      coalesce((select era from kernel.sealing where tenant_id = kernel.here()), 0::smallint),
      coalesce((select pg_snapshot_xmin(seen) from kernel.sealing where tenant_id = kernel.here()), '0'::xid8))
    and (audit.subject_id = ${citizen}::uuid or ${citizen}::uuid = any (audit.subjects))`

/** The moment a local day begins. */
export const begins = (day: Value): Sql => sql`((${day}::date)::timestamp at time zone ${sql.lit(ZONE)})`
/** The moment after its end. */
export const ends = (day: Value): Sql => sql`((${day}::date + 1)::timestamp at time zone ${sql.lit(ZONE)})`

/**
 * Every look-up of a citizen: reads, writes and refusals, whoever they were and wherever, as `audit` with the unit's name.
 * A query; nobody's name is in it. Columns: seq, at, roles, "unitId", "unitName", action, outcome, purpose, relation, "actorId".
 * @param citizen id
 * @param from first day, local, inclusive
 * @param to last day, inclusive
 */
export const lookupsOf = (citizen: Value, from: Value, to: Value): Sql => sql`
  select audit.seq, audit.at, coalesce(audit.roles, '{}') as roles, audit.scope_id as "unitId", unit.name as "unitName", audit.action, audit.outcome,
    audit.purpose, audit.relation, audit.actor_id as "actorId"
  from (${naming(citizen)}) named
  join lateral (select audit.* from kernel.audit where audit.tenant_id = kernel.here() and audit.seq = named.seq offset 0) audit on true
  left join org.unit on unit.tenant_id = kernel.here() and unit.id = audit.scope_id
  where audit.at >= ${begins(from)} and audit.at < ${ends(to)}`
