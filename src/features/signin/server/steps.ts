import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { sql } from '#kernel/server/sql.ts'
import { type Acting, hashOf, later, newToken } from './acting.ts'

const COOKIE = 'rt_step'
const MINUTES = 10

/** Where somebody stands who is half-way in. */
export type Step = {
  id: Id
  employeeId: Id | null
  proved: string[]
  challenge: string | null
  totpSealed: Buffer | null
}

/** A new step takes the place of the browser's former one. */
export async function beginStep(acting: Acting, employeeId: Id | null, proved: string[]): Promise<Step> {
  const { db, clock, device } = acting
  const [id, token, now] = [newId(), newToken(), clock.now()]
  await endStep(acting)
  await db.run(sql`insert into signin.step (id, token_hash, employee_id, proved, started_at, expires_at)
    values (${id}, ${hashOf(token)}, ${employeeId}, ${proved}::text[], ${now}, ${later(now, MINUTES)})`)
  device.keep(COOKIE, token, MINUTES * 60)
  return { id, employeeId, proved, challenge: null, totpSealed: null }
}

export async function stepOf({ db, clock, device }: Acting): Promise<Step | undefined> {
  const token = device.cookie(COOKIE)
  if (!token) return undefined
  return db.one<Step>(sql`select id, employee_id as "employeeId", proved, challenge, totp_sealed as "totpSealed" from signin.step
    where tenant_id = kernel.here() and token_hash = ${hashOf(token)} and ended_at is null and expires_at > ${clock.now()}`)
}

/** @throws when there is none, or it is too old: one begins anew. */
export async function mustStep(acting: Acting): Promise<Step & { employeeId: Id }> {
  const step = await stepOf(acting)
  if (!step?.employeeId) throw new Problem('refused', 'signin.begin-again')
  return step as Step & { employeeId: Id }
}

export async function proveMore({ db }: Acting, step: Step, way: string): Promise<Step> {
  const proved = [...new Set([...step.proved, way])]
  await db.run(
    sql`update signin.step set proved = ${proved}::text[] where tenant_id = kernel.here() and id = ${step.id}`,
  )
  return { ...step, proved }
}

export async function endStep({ db, clock, device }: Acting): Promise<void> {
  const token = device.cookie(COOKIE)
  if (!token) return
  await db.run(sql`update signin.step set ended_at = ${clock.now()}
    where tenant_id = kernel.here() and token_hash = ${hashOf(token)} and ended_at is null`)
  device.drop(COOKIE)
}

/** A challenge is good for one answer: whoever takes it first has it. */
export async function takeChallenge({ db }: Acting, step: Step): Promise<string | undefined> {
  const row = await db.one<{ challenge: string }>(sql`
    with taken as (select id, challenge from signin.step where tenant_id = kernel.here() and id = ${step.id} and challenge is not null for update)
    update signin.step set challenge = null from taken
    where step.tenant_id = kernel.here() and step.id = taken.id and step.challenge = taken.challenge returning taken.challenge`)
  return row?.challenge
}

export const keepChallenge = ({ db }: Acting, step: Step, challenge: string) =>
  db.run(sql`update signin.step set challenge = ${challenge} where tenant_id = kernel.here() and id = ${step.id}`)
