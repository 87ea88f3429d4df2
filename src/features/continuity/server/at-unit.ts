import { at } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { continuity } from '../contract.ts'
import { mayFetch, mayPair } from './permissions.ts'

/** Tablets that were ended are left out: they get nothing any more. */
const tablets = sql`
  select tablet.id, tablet.name, tablet.paired_at as "pairedAt", employee.name as "pairedByName", tablet.refreshed_at as "refreshedAt", tablet.version
  from continuity.tablet
  join org.employee on employee.tenant_id = tablet.tenant_id and employee.id = tablet.paired_by
  where tablet.tenant_id = kernel.here() and tablet.unit_id = place.id and tablet.ended_at is null
  order by tablet.name collate "da-x-icu", tablet.id limit 200`

export const atUnit = query(continuity.atUnit, {
  may: at(mayFetch, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  read: ({ input, offers }) => sql`
    select place.id, (select coalesce(json_agg(to_json(listed)), '[]') from (${tablets}) listed) as tablets,
      ${offers({ pair: mayPair, end: mayPair }, sql`place.id`)} as permitted
    from (select ${input.unitId}::uuid as id) place`,
})
