import { Problem, refuse } from '#kernel/lang/problem.ts'
import { hashPassword, passwordMatches } from '#kernel/server/passwords.ts'
import { endSessionsOf } from '#kernel/server/sessions.ts'
import { sql } from '#kernel/server/sql.ts'
import { door } from '#kernel/server/use-case.ts'
import { signin } from '../contract.ts'
import { whyNotPassword } from '../rules.ts'
import { type Acting, enter } from './acting.ts'
import { mustStand, proceed } from './admit.ts'
import { isCommon } from './guessed-first.ts'
import { guessedRight, takeTry } from './guesses.ts'
import { mustSession } from './own-session.ts'
import { spendCode } from './recovery.ts'
import type { Standing } from './standing.ts'
import { mustStep, proveMore } from './steps.ts'
import { spendStep, stepOfCode } from './totp.ts'

type Factor = 'totp' | 'recovery'

async function codeIsRight(
  { db, clock, device }: Acting,
  who: Standing,
  factor: Factor,
  code: string,
): Promise<boolean> {
  if (factor === 'recovery') return spendCode(db, device, who.id, code)
  const step = who.totpSealed ? stepOfCode(device, who.totpSealed, code, clock.now()) : undefined
  return step !== undefined && spendStep(db, who.id, step)
}

export const secondFactor = door(signin.secondFactor, {
  async run({ input, ...acting }) {
    const { db, clock } = acting
    const step = await mustStep(acting)
    const who = await mustStand(acting, step.employeeId)
    const guess = `factor ${who.id}`
    await takeTry(acting, guess)
    if (!(await codeIsRight(acting, who, input.factor, input.code))) {
      const entry = {
        action: 'signin.secondFactor',
        actor: who.id,
        outcome: 'refused',
        code: 'signin.wrong-code',
      } as const
      await enter(db, clock, { ...entry, about: { factor: input.factor } })
      throw new Problem('refused', 'signin.wrong-code', {}, { faults: [{ field: 'code', code: 'signin.wrong-code' }] })
    }
    await guessedRight(acting, guess)
    return proceed(acting, who, await proveMore(acting, step, input.factor))
  },
})

const refuseWeak = ({ device }: Acting, who: Standing, password: string): void =>
  refuse(whyNotPassword(password, { ...who, tenantName: device.tenantName }, isCommon))

async function storeOwn({ db, whole, clock }: Acting, who: Standing, password: string, action: string): Promise<void> {
  const hash = await hashPassword(password)
  await whole(async (db) => {
    await db.run(sql`update org.employee set password_hash = ${hash}, version = version + 1, changed_at = ${clock.now()}, changed_by = ${who.id}
      where tenant_id = kernel.here() and id = ${who.id}`)
    await db.run(sql`update signin.person set once_until_at = null, password_set_at = ${clock.now()}
      where tenant_id = kernel.here() and employee_id = ${who.id}`)
  })
  await enter(db, clock, { action, actor: who.id })
}

export const chooseOwnPassword = door(signin.chooseOwnPassword, {
  async run({ input, ...acting }) {
    const step = await mustStep(acting)
    const who = await mustStand(acting, step.employeeId)
    if (!who.onceUntil || !step.proved.includes('password')) throw new Problem('refused', 'signin.begin-again')
    if (await passwordMatches(input.password, who.passwordHash))
      throw new Problem(
        'refused',
        'signin.password-same',
        {},
        { faults: [{ field: 'password', code: 'signin.password-same' }] },
      )
    refuseWeak(acting, who, input.password)
    await storeOwn(acting, who, input.password, 'signin.chooseOwnPassword')
    return proceed(acting, { ...who, onceUntil: null }, step)
  },
})

/** The old password is asked for, and guessing at it is held back as at the door. Other sessions end; this one goes on. */
export const changePassword = door(signin.changePassword, {
  async run({ input, ...acting }) {
    const { db, clock } = acting
    const session = await mustSession(acting)
    const who = await mustStand(acting, session.actorId)
    const guess = `own password ${who.id}`
    await takeTry(acting, guess)
    if (!(await passwordMatches(input.current, who.passwordHash))) {
      await enter(db, clock, {
        action: 'signin.changePassword',
        actor: who.id,
        outcome: 'refused',
        code: 'signin.wrong-current',
      })
      throw new Problem(
        'refused',
        'signin.wrong-current',
        {},
        { faults: [{ field: 'current', code: 'signin.wrong-current' }] },
      )
    }
    await guessedRight(acting, guess)
    refuseWeak(acting, who, input.password)
    await storeOwn(acting, who, input.password, 'signin.changePassword')
    await endSessionsOf(db, clock, who.id, session.id)
    return { ok: true as const }
  },
})
