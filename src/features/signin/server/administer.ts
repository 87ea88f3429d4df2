import { org } from '#features/org/contract.ts'
import { theEmployee } from '#features/org/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { hashPassword } from '#kernel/server/passwords.ts'
import { endSessionsOf } from '#kernel/server/sessions.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { signin } from '../contract.ts'
import { whyNotPassword } from '../rules.ts'
import { later } from './acting.ts'
import { isCommon } from './guessed-first.ts'
import { keepPerson } from './standing.ts'

/** Somebody gets the password by telephone or on paper, and has until after the weekend. */
const ONCE_HOURS = 72

type Owner = { id: Id; name: string; userName: string | null; tenantName: string }

const ownerOf = (db: Db, id: Id) =>
  db.one<Owner>(sql`select id, name, user_name as "userName", '' as "tenantName" from org.employee
    where tenant_id = kernel.here() and id = ${id} for update`)

export const setPassword = command(org.setPassword, {
  may: theEmployee(),
  secrets: ['password'],
  about: (db, input) => ownerOf(db, input.employeeId),
  audit: (input) => ({ records: [input.employeeId] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotPassword(input.password, about, isCommon))
    await db.run(sql`update org.employee set password_hash = ${await hashPassword(input.password)}, version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.employeeId}`)
    await keepPerson(db, input.employeeId)
    await db.run(sql`update signin.person set once_until_at = ${later(clock.now(), ONCE_HOURS * 60)}, password_set_at = null
      where tenant_id = kernel.here() and employee_id = ${input.employeeId}`)
    await endSessionsOf(db, clock, input.employeeId)
    return { id: input.employeeId }
  },
})

async function forgetFactors(db: Db, employeeId: Id): Promise<void> {
  await db.run(sql`delete from signin.passkey where tenant_id = kernel.here() and employee_id = ${employeeId}`)
  await db.run(sql`delete from signin.recovery_code where tenant_id = kernel.here() and employee_id = ${employeeId}`)
  await db.run(sql`update signin.person set totp_sealed = null, totp_since_at = null, pin_hash = null, pin_set_at = null
    where tenant_id = kernel.here() and employee_id = ${employeeId}`)
}

/** Whoever left keeps no way in of their own: no password, passkey, PIN or link to another house's sign-in. */
export async function closeWaysIn(db: Db, employeeId: Id): Promise<void> {
  await forgetFactors(db, employeeId)
  await db.run(sql`delete from signin.identity where tenant_id = kernel.here() and employee_id = ${employeeId}`)
  await db.run(
    sql`update org.employee set password_hash = null, user_name = null where tenant_id = kernel.here() and id = ${employeeId}`,
  )
}

export const resetFactors = command(signin.resetFactors, {
  may: theEmployee(),
  about: (db, input) => ownerOf(db, input.employeeId),
  audit: (input) => ({ records: [input.employeeId] }),
  async run({ db, input, clock }) {
    const { employeeId } = input
    await forgetFactors(db, employeeId)
    await endSessionsOf(db, clock, employeeId)
    return { id: employeeId }
  },
})

/** The first administrator's password comes from the command line and is for once. */
export async function passwordForOnce(db: Db, employeeId: Id, now: string): Promise<void> {
  await keepPerson(db, employeeId)
  await db.run(sql`update signin.person set once_until_at = ${later(now, ONCE_HOURS * 60)}
    where tenant_id = kernel.here() and employee_id = ${employeeId}`)
}
