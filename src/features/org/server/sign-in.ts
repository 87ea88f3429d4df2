import type { z } from 'zod'
import type { Id } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import type { Device } from '#kernel/server/device.ts'
import { passwordMatches } from '#kernel/server/passwords.ts'
import { endSession, openSession } from '#kernel/server/sessions.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { door } from '#kernel/server/use-case.ts'
import { type DemoPerson, org } from '../contract.ts'

/** Wrong passwords within this time, after which a user name has to wait. Guessing gets slow; a person who mistypes does not notice. */
const GUESSES = 8
const WITHIN = '15 minutes'

type Found = { id: Id; password_hash: string | null }
type Asked = { db: Db; clock: Clock; device: Device }

const trail = (
  db: Db,
  clock: Clock,
  actor: Id | null,
  action: string,
  outcome: 'done' | 'refused',
  code: string | null,
  about: object | null = null,
) =>
  db.run(sql`insert into kernel.audit (at, actor_id, action, outcome, code, about)
    values (${clock.now()}, ${actor}, ${action}, ${outcome}, ${code}, ${about ? JSON.stringify(about) : null}::jsonb)`)

const employedToday = (clock: Clock) =>
  sql`employed_from <= ${clock.today()}::date and (employed_to is null or employed_to >= ${clock.today()}::date)`

export const signIn = door(org.signIn, {
  async run({ db, input, clock, device }) {
    const userName = input.userName.trim().toLowerCase()
    const found = await db.one<Found>(sql`select id, password_hash from org.employee
      where tenant_id = kernel.here() and user_name = ${userName} and ${employedToday(clock)}`)
    // Counted by what was typed, known or not: how often one may guess must not tell which names exist.
    const name = device.secret(`name ${userName}`).toString('base64url')
    await notGuessing({ db, clock, device }, name)
    const right = await passwordMatches(input.password, found?.password_hash ?? null)
    if (found && right) return admit({ db, clock, device }, found.id, 'password')
    await trail(db, clock, found?.id ?? null, 'org.signIn', 'refused', 'org.wrong-password', { name })
    throw new Problem('refused', 'org.wrong-password')
  },
})

async function notGuessing({ db, clock }: Asked, name: string): Promise<void> {
  const row = await db.one<{ tries: string }>(sql`select count(*) as tries from kernel.audit
    where tenant_id = kernel.here() and code = 'org.wrong-password' and about ->> 'name' = ${name}
      and at > ${clock.now()}::timestamptz - interval ${sql.lit(WITHIN)}`)
  if (Number(row?.tries) >= GUESSES) throw new Problem('too-many', 'kernel.too-many', { seconds: 900 })
}

async function admit({ db, clock, device }: Asked, employeeId: Id, how: 'password' | 'demo') {
  const { token } = await openSession(db, clock, employeeId, how)
  await trail(db, clock, employeeId, how === 'demo' ? 'org.signInAsDemo' : 'org.signIn', 'done', null)
  device.signIn(token)
  return { ok: true as const }
}

/** Only where the tenant's data is invented. */
export const signInAsDemo = door(org.signInAsDemo, {
  async run({ db, input, clock, device }) {
    const found =
      device.demo &&
      (await db.one<Found>(sql`select id from org.employee
      where tenant_id = kernel.here() and id = ${input.employeeId} and demo_line is not null and ${employedToday(clock)}`))
    if (!found) throw new Problem('not-found', 'kernel.not-found')
    return admit({ db, clock, device }, input.employeeId, 'demo')
  },
})

export const signOut = door(org.signOut, {
  async run({ db, clock, device, by }) {
    if (by) {
      await endSession(db, clock, by)
      await trail(db, clock, by.id, 'org.signOut', 'done', null)
    }
    device.signOut()
    return { ok: true as const }
  },
})

export const doorplate = door(org.doorplate, {
  async run({ db, clock, device }) {
    const people = device.demo ? await demoPeople(db, clock) : []
    return { tenantName: device.tenantName, demo: device.demo, people }
  },
})

const demoPeople = (db: Db, clock: Clock) =>
  db.all<
    z.infer<typeof DemoPerson>
  >(sql`select employee.id, employee.name, employee.profession, employee.demo_line as line, min(unit.name) as "unitName"
    from org.employee
    join org.role_grant on role_grant.tenant_id = employee.tenant_id and role_grant.employee_id = employee.id
    join org.unit on unit.tenant_id = role_grant.tenant_id and unit.id = role_grant.unit_id
    where employee.tenant_id = kernel.here() and employee.demo_line is not null and ${employedToday(clock)}
    group by employee.tenant_id, employee.id order by employee.id limit 40`)

/** Who I am. Also how the browser learns that the session has ended. */
export const me = door(org.me, {
  async run({ db, clock, device, by }) {
    const row =
      by &&
      (await db.one<{ id: Id; name: string; profession: string | null; ends: string }>(sql`
      select employee.id, employee.name, employee.profession, to_json(session.expires_at) #>> '{}' as ends
      from kernel.session join org.employee on employee.tenant_id = session.tenant_id and employee.id = session.actor_id
      where session.tenant_id = kernel.here() and session.id = ${by.session} and session.ended_at is null and session.expires_at > ${clock.now()}
        and ${employedToday(clock)}`))
    if (!row) throw new Problem('signed-out', 'kernel.signed-out')
    const { ends, ...person } = row
    const draftKey = device.secret(`draft ${row.id}`).toString('base64')
    return { ...person, tenantName: device.tenantName, demo: device.demo, draftKey, sessionEndsAt: ends }
  },
})
