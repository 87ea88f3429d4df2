import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { hashPassword } from '#kernel/server/passwords.ts'
import { actor, mine, now, session, today } from '#kernel/server/permission.ts'
import { endSessionsOf } from '#kernel/server/sessions.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { type By, command, door, query } from '#kernel/server/use-case.ts'
import { signin } from '../contract.ts'
import { FRESH_MINUTES, isFresh, whyNotPin } from '../rules.ts'
import { enter } from './acting.ts'
import { mustStand } from './admit.ts'
import { mustFreshSession } from './own-session.ts'
import { policyOn } from './policy.ts'
import { renewCodes } from './recovery.ts'
import { factorsOf, isFactorRequired, keepPerson, standingById } from './standing.ts'

const own = mine('signin.own')
const ofMe = (alias: string) =>
  sql`${sql.ref(`${alias}.tenant_id`)} = kernel.here() and ${sql.ref(`${alias}.employee_id`)} = ${actor}::uuid`

const isAdministrator = sql`exists (select from org.role_grant g where ${ofMe('g')} and g.role = 'administrator'
  and g.starts_on <= ${today}::date and (g.ends_on is null or g.ends_on >= ${today}::date))`

/** The rule in force, in SQL: as `policyOn` and `isFactorRequired`. */
const required = sql`coalesce((select p.second_factor = 'everyone' or (p.second_factor = 'administrators' and ${isAdministrator})
  from signin.policy p where p.tenant_id = kernel.here() and p.valid_from <= ${today}::date order by p.valid_from desc, p.decided_at desc limit 1), false)`

const sessions = sql`(select coalesce(json_agg(s order by s."isThis" desc, s."startedAt" desc), '[]') from (
  select s.id, s.started_at as "startedAt", s.expires_at as "expiresAt", s.how, s.browser, s.device_name as "deviceName", s.id = ${session}::uuid as "isThis"
  from kernel.session s where s.tenant_id = kernel.here() and s.actor_id = ${actor}::uuid and s.ended_at is null and s.expires_at > ${now}::timestamptz
  order by s.started_at desc limit 100) s)`

const passkeys = sql`(select coalesce(json_agg(k order by k."addedAt"), '[]') from (
  select k.id, k.name, k.host, k.added_at as "addedAt", k.used_at as "usedAt" from signin.passkey k where ${ofMe('k')} limit 50) k)`

const fresh = sql`exists (select from kernel.session s where s.tenant_id = kernel.here() and s.id = ${session}::uuid
  and s.how not in ('pin', 'temp') and s.started_at >= ${now}::timestamptz - make_interval(mins => ${sql.lit(FRESH_MINUTES)}))`

export const mySecurity = query(signin.mySecurity, {
  may: own,
  audit: () => ({}),
  records: sql`select null::uuid where false`,
  read: () => sql`
    select employee.user_name as "userName", employee.password_hash is not null as "hasPassword", person.password_set_at as "passwordSetAt",
      person.totp_since_at as "totpSince", ${passkeys} as passkeys,
      (select count(*)::int from signin.recovery_code c where ${ofMe('c')}) as "recoveryCodesLeft",
      person.pin_set_at as "pinSetAt", ${required} as "factorRequired", ${fresh} as "isFresh", ${sessions} as sessions
    from org.employee left join signin.person on person.tenant_id = employee.tenant_id and person.employee_id = employee.id
    where employee.tenant_id = kernel.here() and employee.id = ${actor}::uuid`,
})

/** As `mustFreshSession`, inside a command. */
async function mustBeFresh(db: Db, by: By, clock: Clock): Promise<void> {
  const row = await db.one<{ startedAt: string; how: string }>(
    sql`select started_at as "startedAt", how from kernel.session where tenant_id = kernel.here() and id = ${by.session}`,
  )
  if (!row || !isFresh(row, clock.now())) refuse(refusal('signin.show-again'))
}

export const removeFactor = command(signin.removeFactor, {
  may: own,
  audit: (input) => ({ about: { factor: input.factor } }),
  async run({ db, input, by, clock }) {
    await mustBeFresh(db, by, clock)
    const who = await standingById(db, clock.today(), by.id)
    // The employment ended, and this session has not yet.
    if (!who) throw new Problem('signed-out', 'kernel.signed-out')
    const remaining =
      (input.factor === 'totp' ? 0 : who.totpSince ? 1 : 0) + who.passkeys - (input.factor === 'passkey' ? 1 : 0)
    if (remaining < 1 && isFactorRequired(who, await policyOn(db, clock.today())))
      refuse(refusal('signin.factor-required'))
    if (input.factor === 'totp')
      await db.run(
        sql`update signin.person set totp_sealed = null, totp_since_at = null where tenant_id = kernel.here() and employee_id = ${by.id}`,
      )
    if (input.factor === 'passkey')
      await db.run(
        sql`delete from signin.passkey where tenant_id = kernel.here() and employee_id = ${by.id} and id = ${input.passkeyId}`,
      )
    if (input.factor === 'recovery' || remaining < 1)
      await db.run(sql`delete from signin.recovery_code where tenant_id = kernel.here() and employee_id = ${by.id}`)
    return { ok: true as const }
  },
})

export const renewRecoveryCodes = door(signin.renewRecoveryCodes, {
  async run(acting) {
    const { actorId } = await mustFreshSession(acting)
    const who = await mustStand(acting, actorId)
    if (factorsOf(who).length === 0) refuse(refusal('signin.no-factor'))
    const recoveryCodes = await acting.whole((db) => renewCodes(db, acting.device, actorId))
    await enter(acting.db, acting.clock, { action: 'signin.renewRecoveryCodes', actor: actorId })
    return { recoveryCodes }
  },
})

export const endOwnSession = command(signin.endSession, {
  may: own,
  audit: (input) => ({ about: { session: input.id } }),
  async run({ db, input, by, clock }) {
    await db.run(sql`update kernel.session set ended_at = ${clock.now()}
      where tenant_id = kernel.here() and id = ${input.id} and actor_id = ${by.id} and ended_at is null`)
    return { id: input.id }
  },
})

export const endOtherSessions = command(signin.endOtherSessions, {
  may: own,
  audit: () => ({}),
  run: async ({ db, by, clock }) => ({ ended: await endSessionsOf(db, clock, by.id, by.session) }),
})

export const setPin = command(signin.setPin, {
  may: own,
  secrets: ['pin'],
  audit: () => ({}),
  async run({ db, input, by, clock }) {
    await mustBeFresh(db, by, clock)
    refuse(whyNotPin(input.pin))
    await keepPerson(db, by.id)
    await db.run(sql`update signin.person set pin_hash = ${await hashPassword(input.pin)}, pin_set_at = ${clock.now()}, full_at = coalesce(full_at, ${clock.now()})
      where tenant_id = kernel.here() and employee_id = ${by.id}`)
    return { ok: true as const }
  },
})
