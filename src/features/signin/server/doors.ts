import type { z } from 'zod'
import { type DemoPerson, org } from '#features/org/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { passwordMatches } from '#kernel/server/passwords.ts'
import { endSession } from '#kernel/server/sessions.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { door } from '#kernel/server/use-case.ts'
import { type Acting, employedOn, enter } from './acting.ts'
import { admit, proceed } from './admit.ts'
import { guessedRight, takeTry } from './guesses.ts'
import { knownAs } from './known-browser.ts'
import { type Standing, standingById, standingByName } from './standing.ts'

/** Counted by what was typed, known or not: how often one may guess must not tell which names exist. */
const guessedAt = ({ device }: Acting, userName: string, found: Standing | undefined): string => {
  const known = found && knownAs(device, found.id)
  return known ? `name ${userName} ${known}` : `name ${userName}`
}

export const signIn = door(org.signIn, {
  async run({ input, ...acting }) {
    const { db, clock } = acting
    const userName = input.userName.trim().toLowerCase()
    const found = await standingByName(db, clock.today(), userName)
    const guess = guessedAt(acting, userName, found)
    await takeTry(acting, guess)
    const right = await passwordMatches(input.password, found?.passwordHash ?? null)
    if (found && right) return open(acting, found, guess)
    await enter(db, clock, {
      action: 'org.signIn',
      actor: found?.id ?? null,
      outcome: 'refused',
      code: 'org.wrong-password',
    })
    throw new Problem('refused', 'org.wrong-password')
  },
})

async function open(acting: Acting, found: Standing, guess: string) {
  const { db, clock } = acting
  await guessedRight(acting, guess)
  if (found.onceUntil && Date.parse(found.onceUntil) < Date.parse(clock.now())) {
    await enter(db, clock, { action: 'org.signIn', actor: found.id, outcome: 'refused', code: 'signin.once-over' })
    throw new Problem('refused', 'signin.once-over')
  }
  return proceed(acting, found, { proved: ['password'] })
}

/** Only where the tenant's data is invented. */
export const signInAsDemo = door(org.signInAsDemo, {
  async run({ input, ...acting }) {
    const { db, clock, device } = acting
    const picked =
      device.demo &&
      (await db.one(
        sql`select from org.employee where tenant_id = kernel.here() and id = ${input.employeeId} and demo_line is not null`,
      ))
    const found = picked ? await standingById(db, clock.today(), input.employeeId) : undefined
    if (!found) throw new Problem('not-found', 'kernel.not-found')
    return admit(acting, found, { action: 'org.signInAsDemo', how: 'demo' })
  },
})

export const signOut = door(org.signOut, {
  async run({ db, clock, device, by }) {
    if (by) {
      await endSession(db, clock, by)
      await enter(db, clock, { action: 'org.signOut', actor: by.id, session: by.session })
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
    where employee.tenant_id = kernel.here() and employee.demo_line is not null and ${employedOn(clock.today())}
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
        and ${employedOn(clock.today())}`))
    if (!row) throw new Problem('signed-out', 'kernel.signed-out')
    const { ends, ...person } = row
    const draftKey = device.secret(`draft ${row.id}`).toString('base64')
    return { ...person, tenantName: device.tenantName, demo: device.demo, draftKey, sessionEndsAt: ends }
  },
})
