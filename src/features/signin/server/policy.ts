import type { Day } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { today } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { query, writing } from '#kernel/server/use-case.ts'
import { type Policy, signin } from '../contract.ts'
import { firstPolicy } from '../rules.ts'
import { mayDecide, overAll } from './permissions.ts'

const columns = sql`valid_from::text as "validFrom", second_factor as "secondFactor", least_assurance as "leastAssurance",
  lock_minutes as "lockMinutes", full_hours as "fullHours"`

/** What is demanded on a day. */
export async function policyOn(db: Db, day: Day): Promise<Policy> {
  const row = await db.one<Policy>(sql`select ${columns} from signin.policy
    where tenant_id = kernel.here() and valid_from <= ${day}::date order by valid_from desc, decided_at desc limit 1`)
  return row ?? firstPolicy
}

const firstAsJson = sql`${JSON.stringify(firstPolicy)}::json`

export const policy = query(signin.policy, {
  may: overAll(mayDecide),
  audit: () => ({}),
  read: () => sql`
    select coalesce((select to_json(p) from (select ${columns} from signin.policy
        where tenant_id = kernel.here() and valid_from <= ${today}::date order by valid_from desc, decided_at desc limit 1) p), ${firstAsJson}) as now,
      (select coalesce(json_agg(p order by p."validFrom"), '[]') from (select distinct on (valid_from) ${columns} from signin.policy
        where tenant_id = kernel.here() and valid_from > ${today}::date order by valid_from, decided_at desc limit 50) p) as coming,
      array['decide'] as permitted
    from may`,
  records: sql`select null::uuid where false`,
})

export const decidePolicy = writing(signin.decidePolicy, {
  may: overAll(mayDecide),
  audit: (input) => ({ about: { validFrom: input.validFrom, secondFactor: input.secondFactor } }),
  refuse: (input, clock) =>
    input.validFrom < clock.today() ? { code: 'signin.policy-in-the-past', facts: {}, field: 'validFrom' } : undefined,
  write: ({ input, actor, now }) => sql`
    insert into signin.policy (id, valid_from, second_factor, least_assurance, lock_minutes, full_hours, decided_at, decided_by)
    select ${input.id}::uuid, ${input.validFrom}::date, ${input.secondFactor}::text, ${input.leastAssurance}::text,
      ${input.lockMinutes}::int, ${input.fullHours}::int, ${now}::timestamptz, ${actor}::uuid from may limit 1
    returning id`,
})

/** A new municipality begins with a second factor for everyone. */
export const beginStrict = (db: Db, clock: Clock): Promise<number> =>
  db.run(sql`insert into signin.policy (id, valid_from, second_factor, least_assurance, lock_minutes, full_hours, decided_at)
    values (${newId()}, ${clock.today()}, 'everyone', ${firstPolicy.leastAssurance}, ${firstPolicy.lockMinutes}, ${firstPolicy.fullHours}, ${clock.now()})`)
