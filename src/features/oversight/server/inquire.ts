import { fullName, isProtected } from '#features/citizens/server/index.ts'
import type { OutputOf } from '#kernel/lang/contract.ts'
import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { type Look, oversight } from '../contract.ts'
import { whyNotPeriod } from '../rules.ts'
import { lookupsOf } from './looks.ts'
import { overWholeLog } from './permissions.ts'

type Found = OutputOf<typeof oversight.inquire>['found'][number]
const citizen = sql`citizen`
const MOST = 1_000
const MOST_FOUND = 10

/** By the whole name, the name they go by with the surname, or the whole number; nothing less finds anybody. */
const foundBy = (db: Db, words: string, clock: Clock, by: Id) => {
  const plain = words.trim().replace(/\s+/g, ' ').toLowerCase()
  const number = words.replace(/[\s-]/g, '').toUpperCase()
  return db.all<Found>(sql`
    select citizen.id, ${fullName(citizen)} as "fullName", citizen.born_on::text as "bornOn", ${isProtected(sql`${clock.today()}::date`)} as "isProtected"
    from citizens.citizen
    where citizen.tenant_id = kernel.here() and citizen.id not in (select org.apart(${by}, ${clock.today()}))
      and (citizen.number = ${number} or lower(${fullName(citizen)}) = ${plain}
        or lower(btrim(citizen.preferred_name) || ' ' || citizen.family_name) = ${plain})
    order by citizen.born_on, citizen.id limit ${MOST_FOUND}`)
}

const looksAt = (db: Db, citizenId: Id, { from, to }: { from: Day; to: Day }) =>
  db.all<Look>(sql`
    select look.seq::text as id, to_json(look.at) #>> '{}' as at, employee.name, look.roles, look."unitName", look.action, look.outcome, look.purpose, look.relation
    from (${lookupsOf(citizenId, from, to)}) look
    left join org.employee on employee.tenant_id = kernel.here() and employee.id = look."actorId"
    order by look.seq desc limit ${MOST}`)

/** A number is never written into the log. */
const recordedWords = (words: string) => (/\d{6}/.test(words) ? null : words)

/** Recorded with its reason, whether or not anybody is found. Where several have the name, one is chosen and asked about anew. */
export const inquire = command(oversight.inquire, {
  repeatable: true,
  may: overWholeLog,
  about: async (): Promise<{ found: Found[] }> => ({ found: [] }),
  audit: (input, about) => ({
    subjects: about?.found.map(({ id }) => id) ?? [],
    about: { words: recordedWords(input.words), reason: input.reason, from: input.from, to: input.to },
  }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotPeriod(input.from, input.to))
    const found = await foundBy(db, input.words, clock, by.id)
    about.found = input.citizenId ? found.filter(({ id }) => id === input.citizenId) : found
    const [only, ...others] = about.found
    return { id: input.id, found: about.found, looks: only && !others.length ? await looksAt(db, only.id, input) : [] }
  },
})
