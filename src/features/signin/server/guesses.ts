import { Problem } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { delayAfter } from '../rules.ts'
import type { Acting } from './acting.ts'

const QUIET = '15 minutes'
/** Seconds to wait after each number of tries, for SQL to look up. */
const delays = Array.from({ length: 9 }, (_, tries) => delayAfter(tries))

/**
 * Takes a try at something that can be guessed, before anything is compared. One statement on one row: of a hundred
 * tries at the same time the first few get through and the rest are told to wait, whatever they bring.
 * @returns tries in all since the last success
 * @throws too-many with the seconds to wait
 */
export async function takeTry({ db, clock, device }: Acting, what: string): Promise<number> {
  const now = clock.now()
  const key = device.secret(`guess ${what}`)
  const taken = await db.one<{ in_all: number }>(sql`
    insert into signin.guess as guess (key, tries, in_all, last_at, wait_until_at) values (${key}, 1, 1, ${now}, ${now})
    on conflict (tenant_id, key) do update set
      tries = case when guess.last_at < ${now}::timestamptz - interval ${sql.lit(QUIET)} then 1 else guess.tries + 1 end,
      in_all = guess.in_all + 1,
      last_at = ${now}::timestamptz,
      wait_until_at = ${now}::timestamptz + make_interval(secs => (${delays}::int[])[1 + least(8,
        case when guess.last_at < ${now}::timestamptz - interval ${sql.lit(QUIET)} then 1 else guess.tries + 1 end)])
    where guess.wait_until_at <= ${now}::timestamptz
    returning in_all`)
  if (taken) return taken.in_all
  throw new Problem('too-many', 'signin.wait', { seconds: await secondsLeft(db, key, now) })
}

async function secondsLeft(db: Db, key: Buffer, now: string): Promise<number> {
  const row = await db.one<{ seconds: number }>(sql`
    select ceil(extract(epoch from wait_until_at - ${now}::timestamptz))::int as seconds from signin.guess
    where tenant_id = kernel.here() and key = ${key}`)
  return Math.max(1, row?.seconds ?? 1)
}

/** It was right: what came before no longer counts. */
export async function guessedRight({ db, device }: Pick<Acting, 'db' | 'device'>, what: string): Promise<void> {
  await db.run(
    sql`delete from signin.guess where tenant_id = kernel.here() and key = ${device.secret(`guess ${what}`)}`,
  )
}

/** For the nightly job: what has been quiet for a month. */
export const forgetGuesses = (db: Db, before: string): Promise<number> =>
  db.run(sql`delete from signin.guess where tenant_id = kernel.here() and last_at < ${before}::timestamptz`)
