import { randomInt } from 'node:crypto'
import type { Id } from '#kernel/lang/id.ts'
import type { Device } from '#kernel/server/device.ts'
import { type Db, sql } from '#kernel/server/sql.ts'

const HOW_MANY = 10
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const LENGTH = 10

/** `AB2CD-EF3GH`: some 49 bits, so that a keyed hash is enough. */
function newCode(): string {
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

const hashed = (device: Device, code: string): Buffer =>
  device.secret(`recovery ${code.toUpperCase().replace(/[^A-Z0-9]/g, '')}`)

/** Ten new codes in place of those that were. @returns the codes; they are stored nowhere */
export async function renewCodes(db: Db, device: Device, employeeId: Id): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newCode)
  const hashes = codes.map((code) => hashed(device, code))
  await db.run(sql`delete from signin.recovery_code where tenant_id = kernel.here() and employee_id = ${employeeId}`)
  await db.run(
    sql`insert into signin.recovery_code (employee_id, code_hash) select ${employeeId}, unnest(${hashes}::bytea[])`,
  )
  return codes
}

/** Used, it is gone; of two uses at once one wins. */
export async function spendCode(db: Db, device: Device, employeeId: Id, code: string): Promise<boolean> {
  const used = await db.run(sql`delete from signin.recovery_code
    where tenant_id = kernel.here() and employee_id = ${employeeId} and code_hash = ${hashed(device, code)}`)
  return used > 0
}
