import type { Admission } from '#features/org/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { endSession, type How, type Opening, openSession } from '#kernel/server/sessions.ts'
import { sql } from '#kernel/server/sql.ts'
import { endOf, whatNext } from '../rules.ts'
import { type Acting, enter } from './acting.ts'
import { DEVICE_COOKIE, DEVICE_DAYS, type DeviceHere, deviceHere } from './device-here.ts'
import { rememberBrowser } from './known-browser.ts'
import { policyOn } from './policy.ts'
import { factorsOf, isFactorRequired, keepPerson, type Standing, standingById } from './standing.ts'
import { beginStep, endStep, type Step } from './steps.ts'

type Entry = { action: string; how: How } & Pick<Opening, 'assurance' | 'limitAt'>

const isFull = (how: How): boolean => !['pin', 'temp', 'demo', 'cli'].includes(how)

/**
 * Opens the session. The one that the browser held before ends, so that a token planted earlier is worth nothing; on a
 * shared device it locks soon; and it never outlives the employment.
 */
export async function admit(
  acting: Acting,
  who: Pick<Standing, 'id' | 'employedTo'>,
  entry: Entry,
): Promise<Admission & { ok: true }> {
  const { db, clock, device, by } = acting
  const here = await deviceHere(acting)
  const { token, by: now } = await openSession(db, clock, who.id, entry.how, {
    assurance: entry.assurance,
    browser: device.browser,
    limitAt: earliest(entry.limitAt, who.employedTo ? endOf(who.employedTo) : undefined, clock.now()),
    ...(here && { device: here, idleMinutes: (await policyOn(db, clock.today())).lockMinutes }),
  })
  if (by) await endSession(db, clock, by)
  await endStep(acting)
  if (isFull(entry.how)) await fullSignIn(acting, who.id, here)
  const about = {
    how: entry.how,
    ...(here && { device: here.id }),
    ...(entry.assurance && { assurance: entry.assurance }),
  }
  await enter(db, clock, { action: entry.action, actor: who.id, session: now.session, place: here?.unitId, about })
  if (here) await seen(acting, here)
  device.signIn(token)
  return { ok: true }
}

/** An ordinary session's own limit is twelve hours; a nearer one replaces it, a farther one must not lengthen it. */
function earliest(given: string | undefined, employmentEnds: string | undefined, now: string): string | undefined {
  const ordinary = new Date(Date.parse(now) + 12 * 3_600_000).toISOString()
  const moments = [given, employmentEnds].filter((at) => at !== undefined).map((at) => new Date(at).toISOString())
  return moments.length ? [...moments, ordinary].sort()[0] : undefined
}

/** From here on a PIN works for a while, also one that was locked by guessing on this device. */
async function fullSignIn({ db, clock, device }: Acting, employeeId: Id, here: DeviceHere | undefined): Promise<void> {
  await db.run(sql`insert into signin.person (employee_id, full_at) values (${employeeId}, ${clock.now()})
    on conflict (tenant_id, employee_id) do update set full_at = excluded.full_at`)
  if (!here) rememberBrowser(device, employeeId)
  else
    await db.run(
      sql`delete from signin.guess where tenant_id = kernel.here() and key = ${device.secret(`guess pin ${here.id} ${employeeId}`)}`,
    )
}

async function seen({ db, clock, device }: Acting, here: DeviceHere): Promise<void> {
  await db.run(
    sql`update signin.device set seen_at = ${clock.now()} where tenant_id = kernel.here() and id = ${here.id}`,
  )
  device.keep(DEVICE_COOKIE, device.cookie(DEVICE_COOKIE)!, DEVICE_DAYS * 86_400)
}

const howOf = (proved: readonly string[]): How => {
  const second = ['passkey', 'totp', 'recovery'].find((way) => proved.includes(way))
  if (!proved.includes('password')) return 'passkey'
  return (second ? `password+${second}` : 'password') as How
}

/** After each proof: in, or what is asked for next. `step` is made when there is none yet. */
export async function proceed(acting: Acting, who: Standing, step: Step | { proved: string[] }): Promise<Admission> {
  const { db, clock } = acting
  const policy = await policyOn(db, clock.today())
  const factors = factorsOf(who)
  const asks = { factors, factorRequired: isFactorRequired(who, policy), passwordForOnce: who.onceUntil !== null }
  const next = whatNext(asks, step.proved)
  if (!next) return admit(acting, who, { action: 'org.signIn', how: howOf(step.proved) })
  if (!('id' in step)) await beginStep(acting, who.id, step.proved)
  return { ok: false, next, factors: next === 'second-factor' ? factors : [] }
}

/** Read anew: what was proved may have taken a while, and the employment may have ended. */
export async function mustStand({ db, clock }: Acting, employeeId: Id): Promise<Standing> {
  await keepPerson(db, employeeId).catch(() => undefined)
  const standing = await standingById(db, clock.today(), employeeId)
  if (!standing) throw new Problem('refused', 'signin.begin-again')
  return standing
}
