import { Secret, TOTP } from 'otpauth'
import type { Id } from '#kernel/lang/id.ts'
import type { Device } from '#kernel/server/device.ts'
import { seal, unseal } from '#kernel/server/sealed-text.ts'
import { type Db, sql } from '#kernel/server/sql.ts'

const PERIOD = 30
/** Steps of half a minute a phone's clock may be off, either way. */
const WINDOW = 1

/** RFC 6238 as every authenticator app reads it: SHA-1, six digits, half a minute. */
const totp = (secret: Secret, tenantName = '', userName = '') =>
  new TOTP({ issuer: `Rød Tråd, ${tenantName}`, label: userName, secret, algorithm: 'SHA1', digits: 6, period: PERIOD })

const keyOf = (device: Device) => device.secret('seal totp')

export function newTotp(device: Device, userName: string): { sealed: Buffer; secret: string; address: string } {
  const secret = new Secret({ size: 20 })
  const sealed = seal(keyOf(device), secret.base32)
  return { sealed, secret: secret.base32, address: totp(secret, device.tenantName, userName).toString() }
}

/** The half minute whose code it is, or undefined. */
export function stepOfCode(device: Device, sealed: Buffer, code: string, now: string): number | undefined {
  const timestamp = Date.parse(now)
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const secret = Secret.fromBase32(unseal(keyOf(device), sealed))
  const delta = totp(secret).validate({ token, timestamp, window: WINDOW })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD) + delta
}

/** A code opens once: its half minute must be later than the last one used, and one statement says so. */
export async function spendStep(db: Db, employeeId: Id, step: number): Promise<boolean> {
  const used = await db.run(sql`update signin.person set totp_step = ${step}
    where tenant_id = kernel.here() and employee_id = ${employeeId} and coalesce(totp_step, 0) < ${step}`)
  return used > 0
}
