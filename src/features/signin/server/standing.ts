import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import type { Policy } from '../contract.ts'
import { employedOn } from './acting.ts'

/** An employee as sign-in knows them. */
export type Standing = {
  id: Id
  name: string
  userName: string | null
  employedTo: Day | null
  passwordHash: string | null
  onceUntil: string | null
  passwordSetAt: string | null
  fullAt: string | null
  totpSealed: Buffer | null
  totpSince: string | null
  pinHash: string | null
  pinSetAt: string | null
  passkeys: number
  recoveryCodes: number
  isAdministrator: boolean
}

const columns = (
  day: Day,
) => sql`employee.id, employee.name, employee.user_name as "userName", employee.employed_to::text as "employedTo",
  employee.password_hash as "passwordHash", person.once_until_at as "onceUntil", person.password_set_at as "passwordSetAt",
  person.full_at as "fullAt", person.totp_sealed as "totpSealed", person.totp_since_at as "totpSince",
  person.pin_hash as "pinHash", person.pin_set_at as "pinSetAt",
  (select count(*)::int from signin.passkey where passkey.tenant_id = kernel.here() and passkey.employee_id = employee.id) as passkeys,
  (select count(*)::int from signin.recovery_code c where c.tenant_id = kernel.here() and c.employee_id = employee.id) as "recoveryCodes",
  exists (select from org.role_grant g where g.tenant_id = kernel.here() and g.employee_id = employee.id and g.role = 'administrator'
    and g.starts_on <= ${day}::date and (g.ends_on is null or g.ends_on >= ${day}::date)) as "isAdministrator"`

const one = (day: Day) => sql`select ${columns(day)} from org.employee
  left join signin.person on person.tenant_id = employee.tenant_id and person.employee_id = employee.id
  where employee.tenant_id = kernel.here() and ${employedOn(day)}`

/** Employed today; nobody else can sign in. */
export const standingById = (db: Db, day: Day, id: Id) => db.one<Standing>(sql`${one(day)} and employee.id = ${id}`)
export const standingByName = (db: Db, day: Day, userName: string) =>
  db.one<Standing>(sql`${one(day)} and employee.user_name = ${userName}`)

export const factorsOf = ({ totpSince, passkeys, recoveryCodes }: Standing) => [
  ...(totpSince ? (['totp'] as const) : []),
  ...(passkeys > 0 ? (['passkey'] as const) : []),
  ...((totpSince || passkeys > 0) && recoveryCodes > 0 ? (['recovery'] as const) : []),
]

export const isFactorRequired = ({ isAdministrator }: Standing, { secondFactor }: Policy): boolean =>
  secondFactor === 'everyone' || (secondFactor === 'administrators' && isAdministrator)

/** The row that everything else about a person's ways in hangs on. */
export const keepPerson = (db: Db, employeeId: Id) =>
  db.run(sql`insert into signin.person (employee_id) values (${employeeId}) on conflict do nothing`)
