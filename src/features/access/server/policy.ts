import type { Day } from '#kernel/lang/day.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { anywhere, today } from '#kernel/server/permission.ts'
import { type Blank, type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { access } from '../contract.ts'
import { EMERGENCY_MINUTES, whyNotDecide } from '../rules.ts'
import { mayDecide } from './permissions.ts'

/** Minutes an emergency access lasts when it is opened on the day. */
export const minutesOn = (day: Blank | Sql): Sql => sql`coalesce((
  select emergency_minutes from access.policy where policy.tenant_id = kernel.here() and policy.from_on <= ${day}::date
  order by policy.from_on desc, policy.decided_at desc limit 1), ${sql.lit(EMERGENCY_MINUTES)})::int`

export const minutesOnDay = async (db: Db, day: Day): Promise<number> =>
  (await db.one<{ minutes: number }>(sql`select ${minutesOn(sql`${day}`)} as minutes`))!.minutes

export const policy = query(access.policy, {
  may: anywhere(mayDecide),
  audit: () => ({}),
  records: sql`select null::uuid where false`,
  read: () => sql`
    select kernel.here() as id, ${minutesOn(today)} as minutes, (
      select coalesce(json_agg(json_build_object('fromOn', policy.from_on, 'minutes', policy.emergency_minutes) order by policy.from_on, policy.decided_at), '[]')
      from access.policy where policy.tenant_id = kernel.here() and policy.from_on > ${today}::date) as coming`,
})

export const decidePolicy = command(access.decidePolicy, {
  may: anywhere(mayDecide),
  audit: (input) => ({ records: [input.id], about: { fromOn: input.fromOn, minutes: String(input.emergencyMinutes) } }),
  async run({ db, input, by, clock }) {
    refuse(whyNotDecide(input.fromOn, clock.today()))
    await db.run(sql`insert into access.policy (id, from_on, emergency_minutes, decided_by, decided_at)
      values (${input.id}, ${input.fromOn}, ${input.emergencyMinutes}, ${by.id}, ${clock.now()})`)
    return { id: input.id }
  },
})
