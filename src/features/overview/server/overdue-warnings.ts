import { tiedOn } from '#features/citizens/server/index.ts'
import { type Seeing, today } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'

/** How many warnings, about citizens who are here, should have been looked at again. */
export const overdueWarnings = ({ apart }: Seeing, unit: Sql): Sql => sql`
  select count(*)::int from citizens.warning
  where warning.tenant_id = kernel.here() and warning.unit_id = ${unit} and warning.ended_at is null and warning.review_on < ${today}::date and not ${apart(sql`warning.citizen_id`)}
    and exists (select from citizens.tie where tie.tenant_id = kernel.here() and tie.citizen_id = warning.citizen_id and tie.unit_id = ${unit} and ${tiedOn(sql`tie`, today)})`
