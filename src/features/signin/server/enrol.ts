import type { Admission } from '#features/org/contract.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { sql } from '#kernel/server/sql.ts'
import { door } from '#kernel/server/use-case.ts'
import { signin } from '../contract.ts'
import { type Acting, enter } from './acting.ts'
import { mustStand, proceed } from './admit.ts'
import { guessedRight, takeTry } from './guesses.ts'
import { mustFreshSession } from './own-session.ts'
import { renewCodes } from './recovery.ts'
import type { Standing } from './standing.ts'
import { beginStep, endStep, proveMore, type Step, stepOf } from './steps.ts'
import { newTotp, stepOfCode } from './totp.ts'

export type Enrolling = { who: Standing; step: Step }

/**
 * Who is adding a second factor: somebody half-way in who has none and must have one, or somebody signed in who has just
 * shown who they are.
 */
export async function enrolling(acting: Acting): Promise<Enrolling> {
  const step = await stepOf(acting)
  if (step?.employeeId && !step.proved.includes('session')) {
    const who = await mustStand(acting, step.employeeId)
    if (who.totpSince || who.passkeys > 0 || who.onceUntil) throw new Problem('refused', 'signin.begin-again')
    return { who, step }
  }
  const { actorId } = await mustFreshSession(acting)
  const who = await mustStand(acting, actorId)
  const standing = step && step.employeeId === actorId ? step : await beginStep(acting, actorId, ['session'])
  return { who, step: standing }
}

/** First codes on paper come with the first factor. Half-way in one goes on; signed in one stays where one was. */
export async function enrolled(acting: Acting, { who, step }: Enrolling, factor: 'totp' | 'passkey') {
  const { db, clock, device } = acting
  const recoveryCodes = who.recoveryCodes === 0 ? await acting.whole((db) => renewCodes(db, device, who.id)) : []
  await enter(db, clock, { action: factor === 'totp' ? 'signin.addTotp' : 'signin.addPasskey', actor: who.id })
  return { recoveryCodes, admission: await goOn(acting, who.id, step, factor) }
}

async function goOn(acting: Acting, id: string, step: Step, factor: 'totp' | 'passkey'): Promise<Admission> {
  if (!step.proved.includes('session'))
    return proceed(acting, await mustStand(acting, id), await proveMore(acting, step, factor))
  await endStep(acting)
  return { ok: true }
}

export const offerTotp = door(signin.offerTotp, {
  async run(acting) {
    const { who, step } = await enrolling(acting)
    const { sealed, secret, address } = newTotp(acting.device, who.userName ?? who.name)
    await acting.db.run(
      sql`update signin.step set totp_sealed = ${sealed} where tenant_id = kernel.here() and id = ${step.id}`,
    )
    return { secret, address }
  },
})

export const addTotp = door(signin.addTotp, {
  async run({ input, ...acting }) {
    const { db, clock, device } = acting
    const { who, step } = await enrolling(acting)
    if (!step.totpSealed) throw new Problem('refused', 'signin.begin-again')
    const guess = `new totp ${step.id}`
    await takeTry(acting, guess)
    const at = stepOfCode(device, step.totpSealed, input.code, clock.now())
    if (at === undefined)
      throw new Problem('refused', 'signin.wrong-code', {}, { faults: [{ field: 'code', code: 'signin.wrong-code' }] })
    await guessedRight(acting, guess)
    await db.run(sql`update signin.person set totp_sealed = ${step.totpSealed}, totp_since_at = ${clock.now()}, totp_step = ${at}
      where tenant_id = kernel.here() and employee_id = ${who.id}`)
    return enrolled(acting, { who, step }, 'totp')
  },
})
