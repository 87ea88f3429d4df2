import { refuse } from '#kernel/lang/problem.ts'
import { anywhere, today } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { certification } from '../contract.ts'
import { whyNotDecide } from '../rules.ts'
import { mayBegin } from './permissions.ts'
import { rhythmOn } from './rounds.ts'

export const rhythm = query(certification.rhythm, {
  may: anywhere(mayBegin),
  audit: () => ({}),
  records: sql`select null::uuid where false`,
  read: () => sql`
    select kernel.here() as id, now."everyMonths", now."daysToAnswer", (
      select coalesce(json_agg(json_build_object('fromOn', rhythm.from_on, 'everyMonths', rhythm.every_months, 'daysToAnswer', rhythm.days_to_answer)
        order by rhythm.from_on, rhythm.decided_at), '[]')
      from certification.rhythm where rhythm.tenant_id = kernel.here() and rhythm.from_on > ${today}::date) as coming
    from (${rhythmOn(today)}) now`,
})

export const decideRhythm = command(certification.decideRhythm, {
  may: anywhere(mayBegin),
  audit: (input) => ({ records: [input.id], about: { fromOn: input.fromOn, everyMonths: input.everyMonths } }),
  async run({ db, input, by, clock }) {
    refuse(whyNotDecide(input.fromOn, clock.today()))
    await db.run(sql`insert into certification.rhythm (id, from_on, every_months, days_to_answer, decided_by, decided_at)
      values (${input.id}, ${input.fromOn}, ${input.everyMonths}, ${input.daysToAnswer}, ${by.id}, ${clock.now()})`)
    return { id: input.id }
  },
})
