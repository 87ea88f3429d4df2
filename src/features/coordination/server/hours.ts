import { anywhere, type Gate } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { coordination } from '../contract.ts'
import { mayKeep, mayRead } from './permissions.ts'

/** Everybody may ask; who coordinates nothing hears of no place. */
const whereIKeep: Gate<unknown> = { right: mayKeep, rows: ({ actor }) => sql`select ${actor}::uuid as id` }

export const places = query(coordination.places, {
  may: whereIKeep,
  audit: () => ({}),
  read: ({ visible }) => sql`
    select unit.id, unit.name from org.unit
    where unit.tenant_id = kernel.here() and unit.kind in ('municipality', 'area') and unit.closed_on is null and ${visible(sql`unit.id`)}
    order by unit.kind = 'municipality' desc, unit.name collate "da-x-icu" limit 50`,
})

const LATELY_DAYS = 28

export const hours = query(coordination.hours, {
  may: anywhere(mayRead),
  audit: () => ({}),
  read: ({ visible, offers, today }) => sql`
    select purpose.id, purpose.place_id as "placeId", purpose.name, purpose.budget_minutes as "budgetMinutes",
      coalesce(spent.used, 0)::int as "usedMinutes", coalesce(spent.lately, 0)::int as "latelyMinutes", purpose.position, purpose.version,
      ${offers({ keep: mayKeep }, sql`purpose.place_id`)} as permitted
    from coordination.purpose
    left join lateral (
      select sum(work.minutes) as used, sum(work.minutes) filter (where work.worked_on > ${today}::date - ${sql.lit(LATELY_DAYS)}) as lately
      from coordination.work where work.tenant_id = kernel.here() and work.purpose_id = purpose.id) spent on true
    where purpose.tenant_id = kernel.here() and ${visible(sql`purpose.place_id`)}
    order by purpose.position, purpose.name limit 100`,
})

export const myWork = query(coordination.myWork, {
  may: anywhere(mayKeep),
  audit: () => ({}),
  read: ({ actor }) => sql`
    select work.id, work.purpose_id as "purposeId", work.worked_on as "workedOn", work.minutes, work.note, work.version
    from coordination.work where work.tenant_id = kernel.here() and work.employee_id = ${actor}::uuid and work.minutes > 0
    order by work.worked_on desc, work.id desc limit 50`,
})
