import { randomUUID } from 'node:crypto'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere, at } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { golive } from '../contract.ts'
import { LEAST_ANSWERS, whyNotAnswer } from '../rules.ts'
import { mayAnswer, mayPulse, mayRead, near, onPulse } from './permissions.ts'
import { listed } from './readiness.ts'

/** Share of those who agree: 3 or 4 of 4. */
const agree = (column: string): Sql => sql`round(avg((answer.${sql.ref(column)} >= 3)::int), 4)::float8`

/** A unit is named with its answers when there are five; before that, that it has answered at all is told to nobody. */
const units = sql`
  select unit.id, unit.name, count(*)::int as answers, ${agree('knows_why')} as "knowsWhy", ${agree('wants_to')} as "wantsTo", ${agree('knows_how')} as "knowsHow",
    ${agree('is_able')} as "isAble", ${agree('it_lasts')} as "itLasts"
  from golive.pulse_answer answer join org.unit on unit.tenant_id = answer.tenant_id and unit.id = answer.unit_id
  where answer.tenant_id = kernel.here() and answer.pulse_id = pulse.id and array_position(array(${mayRead.places}), answer.unit_id) is not null
  group by unit.id, unit.name having count(*) >= ${sql.lit(LEAST_ANSWERS)} order by unit.name collate "da-x-icu"`

export const pulses = query(golive.pulses, {
  may: anywhere(mayAnswer),
  audit: () => ({}),
  read: ({ actor, today }) => sql`
    select pulse.id, pulse.opens_on as "opensOn", pulse.closes_on as "closesOn", ${today}::date between pulse.opens_on and pulse.closes_on as "isOpen",
      exists (select from golive.pulse_taken taken where taken.tenant_id = kernel.here() and taken.pulse_id = pulse.id and taken.employee_id = ${actor}::uuid) as "hasAnswered",
      ${listed(units)} as units
    from golive.pulse where pulse.tenant_id = kernel.here() and ${near(mayAnswer, sql`pulse.place_id`)}
    order by pulse.opens_on desc limit 12`,
})

export const openPulse = command(golive.openPulse, {
  may: at(mayPulse, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    if (input.closesOn < input.opensOn) refuse(refusal('golive.pulse-backwards', {}, 'closesOn'))
    await db.run(sql`select from org.unit where tenant_id = kernel.here() and id = ${input.placeId} for no key update`)
    const other =
      await db.one(sql`select from golive.pulse where tenant_id = kernel.here() and place_id = ${input.placeId}
      and opens_on <= ${input.closesOn}::date and closes_on >= ${input.opensOn}::date`)
    if (other) refuse(refusal('golive.pulse-overlaps', {}, 'opensOn'))
    await db.run(sql`insert into golive.pulse (id, place_id, opens_on, closes_on, opened_at, opened_by)
      values (${input.id}, ${input.placeId}, ${input.opensOn}::date, ${input.closesOn}::date, ${clock.now()}, ${by.id})`)
    return { id: input.id }
  },
  tell: (input) => [{ topic: 'golive', place: input.placeId }],
})

type PulseRow = { id: Id; isOpen: boolean; hasAnswered: boolean }
const lockedPulse = (db: Db, id: Id, by: Id, today: string) =>
  db.one<PulseRow>(sql`select pulse.id, ${today}::date between pulse.opens_on and pulse.closes_on as "isOpen",
      exists (select from golive.pulse_taken taken where taken.tenant_id = kernel.here() and taken.pulse_id = pulse.id and taken.employee_id = ${by}) as "hasAnswered"
    from golive.pulse where pulse.tenant_id = kernel.here() and pulse.id = ${id}`)

/** The trail says that somebody answered, never what: the answer is in none of its words. */
export const answerPulse = command(golive.answerPulse, {
  may: onPulse(
    (input) => input.id,
    (input) => input.unitId,
  ),
  about: (db, input, { by, clock }) => lockedPulse(db, input.id, by.id, clock.today()),
  audit: (input) => ({ records: [input.id] }),
  secrets: ['knowsWhy', 'wantsTo', 'knowsHow', 'isAble', 'itLasts', 'unitId'],
  async run({ db, input, about, by }) {
    refuse(whyNotAnswer(about))
    const isFirst = await db.run(
      sql`insert into golive.pulse_taken (pulse_id, employee_id) values (${input.id}, ${by.id}) on conflict do nothing`,
    )
    refuse(whyNotAnswer({ ...about, hasAnswered: isFirst === 0 }))
    await db.run(sql`insert into golive.pulse_answer (id, pulse_id, unit_id, knows_why, wants_to, knows_how, is_able, it_lasts)
      values (${randomUUID()}, ${input.id}, ${input.unitId}, ${input.knowsWhy}, ${input.wantsTo}, ${input.knowsHow}, ${input.isAble}, ${input.itLasts})`)
    return { ok: true as const }
  },
})
