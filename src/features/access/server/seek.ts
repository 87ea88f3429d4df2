import { calledName, DAYS_AFTER, fullName, isProtected, mayReadCitizen } from '#features/citizens/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { anywhere } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { type By, command } from '#kernel/server/use-case.ts'
import { access, type Sought } from '../contract.ts'
import { MOST_NAMESAKES, numberIn, SEEKINGS_AN_HOUR } from '../rules.ts'
import { mayOpenEmergency } from './permissions.ts'

/** Whether the person reaches the citizen in the ordinary way, through a unit. */
export const isWithinReach = (citizen: Sql, by: By, clock: Clock): Sql => sql`exists (
  select from citizens.tie where tie.tenant_id = kernel.here() and tie.citizen_id = ${citizen}
    and tie.from_on <= ${clock.today()}::date and (tie.to_on is null or tie.to_on >= ${clock.today()}::date - ${sql.lit(DAYS_AFTER)})
    and tie.unit_id in (select org.reach(${by.id}, ${clock.now()}, ${clock.today()}, ${mayReadCitizen.name}, ${[...mayReadCitizen.roles]}::text[])))`

const citizen = sql`citizen`
/** As written, but for small and large letters and the spaces between. */
const plain = (name: Sql) => sql`lower(regexp_replace(btrim(${name}), '\\s+', ' ', 'g'))`

/**
 * Whoever is kept apart, whoever died, and whoever stays at a hidden address outside one's reach is not found, by nobody and in
 * no way told apart from somebody who does not exist.
 */
const found = (db: Db, words: string, by: By, clock: Clock) => {
  const number = numberIn(words)
  const asked = plain(sql`${words}::text`)
  const named = sql`(${plain(fullName(citizen))} = ${asked} or (btrim(citizen.preferred_name) <> '' and ${plain(sql`citizen.preferred_name || ' ' || citizen.family_name`)} = ${asked}))`
  return db.all<Sought>(sql`
    select id, "calledName", "fullName", "bornOn", "identityProtected", "isMine" from (
      select citizen.id, ${calledName(citizen)} as "calledName", ${fullName(citizen)} as "fullName", citizen.born_on::text as "bornOn",
        ${isProtected(sql`${clock.today()}::date`)} as "identityProtected", citizen.hidden_stay, ${isWithinReach(sql`citizen.id`, by, clock)} as "isMine"
      from citizens.citizen
      where citizen.tenant_id = kernel.here() and ${number ? sql`citizen.number = ${number}` : named} and citizen.died_on is null
        and citizen.id not in (select org.apart(${by.id}, ${clock.today()}))) known
    where "isMine" or not hidden_stay
    order by "bornOn", id limit ${sql.lit(MOST_NAMESAKES + 1)}`)
}

async function refuseTooOften(db: Db, by: By, clock: Clock): Promise<void> {
  const { count } = (await db.one<{ count: number }>(sql`select count(*)::int as count from access.seeking
    where tenant_id = kernel.here() and employee_id = ${by.id} and sought_at > ${clock.now()}::timestamptz - interval '1 hour'`))!
  if (count >= SEEKINGS_AN_HOUR) throw new Problem('refused', 'access.too-many-seekings')
}

/** Recorded whether or not anybody is found; a number is never written into the trail. */
export const seek = command(access.seek, {
  repeatable: true,
  may: anywhere(mayOpenEmergency),
  about: async (): Promise<{ shown: Id[] }> => ({ shown: [] }),
  audit: (input, about) => ({
    records: [input.id],
    subjects: about?.shown ?? [],
    about: numberIn(input.words) ? { by: 'number' } : { by: 'name', words: input.words },
  }),
  async run({ db, input, about, by, clock }) {
    await refuseTooOften(db, by, clock)
    const people = await found(db, input.words, by, clock)
    if (people.length > MOST_NAMESAKES)
      throw new Problem('refused', 'access.too-many-namesakes', { most: MOST_NAMESAKES })
    about.shown.push(...people.map(({ id }) => id))
    const outside = people.filter(({ isMine }) => !isMine).map(({ id }) => id)
    await db.run(sql`insert into access.seeking (id, employee_id, by_number, found, sought_at)
      values (${input.id}, ${by.id}, ${numberIn(input.words) !== undefined}, ${outside}::uuid[], ${clock.now()}) on conflict do nothing`)
    return { id: input.id, found: people }
  },
})
