import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Code, Problem } from '#kernel/lang/problem.ts'
import { passwordMatches } from '#kernel/server/passwords.ts'
import { sql } from '#kernel/server/sql.ts'
import { door } from '#kernel/server/use-case.ts'
import { signin } from '../contract.ts'
import { PIN_HOURS } from '../rules.ts'
import { type Acting, employedOn, enter, later } from './acting.ts'
import { admit } from './admit.ts'
import { type DeviceHere, deviceHere } from './device-here.ts'
import { worksAt } from './devices.ts'
import { guessedRight, takeTry } from './guesses.ts'
import { policyOn } from './policy.ts'
import { type Standing, standingById } from './standing.ts'

/** Wrong PINs since the last full sign-in, after which this device asks for a full one. */
const MOST_WRONG = 10

async function mustDevice(acting: Acting): Promise<DeviceHere> {
  const here = await deviceHere(acting)
  if (!here) throw new Problem('refused', 'signin.not-a-device')
  return here
}

/** A full sign-in is owed: it was too long ago, never, or too many guesses were made here. */
async function isOwed({ db, clock }: Acting, { fullAt }: Standing, inAll: number): Promise<boolean> {
  const { fullHours } = await policyOn(db, clock.today())
  return inAll > MOST_WRONG || fullAt === null || Date.parse(later(fullAt, fullHours * 60)) < Date.parse(clock.now())
}

export const signInWithPin = door(signin.signInWithPin, {
  async run({ input, ...acting }) {
    const { db, clock } = acting
    const here = await mustDevice(acting)
    const works = await db.one(sql`select from org.employee where tenant_id = kernel.here() and id = ${input.employeeId}
      and ${employedOn(clock.today())} and ${worksAt(here.unitId, clock.today())}`)
    const who = works ? await standingById(db, clock.today(), input.employeeId) : undefined
    if (!who) throw new Problem('not-found', 'kernel.not-found')
    const turnedAway = async (code: Code) => {
      await enter(db, clock, {
        action: 'signin.signInWithPin',
        actor: who.id,
        outcome: 'refused',
        code,
        place: here.unitId,
        about: { device: here.id },
      })
      return new Problem('refused', code)
    }
    if (!who.pinHash) throw await turnedAway('signin.no-pin')
    const guess = `pin ${here.id} ${who.id}`
    if (await isOwed(acting, who, await takeTry(acting, guess))) throw await turnedAway('signin.full-owed')
    if (!(await passwordMatches(input.pin, who.pinHash))) throw await turnedAway('signin.wrong-pin')
    await guessedRight(acting, guess)
    const limitAt = later(clock.now(), PIN_HOURS * 60)
    return admit(acting, who, { action: 'signin.signInWithPin', how: 'pin', limitAt })
  },
})

/**
 * For a feature that lets a named temp in for a shift: opens a session on the paired device the caller's browser is.
 * Whether the temp may be let in, and who vouches for them, is for that feature to have found out and written down.
 * @param until when the shift, and with it the session, is over
 * @throws refused when the browser is no paired device, or the temp is not employed today
 */
export async function openForTemp(acting: Acting, employeeId: Id, until: Instant): Promise<{ device: DeviceHere }> {
  const here = await mustDevice(acting)
  const who = await standingById(acting.db, acting.clock.today(), employeeId)
  if (!who) throw new Problem('refused', 'signin.not-employed')
  await admit(acting, who, { action: 'signin.openForTemp', how: 'temp', limitAt: until })
  return { device: here }
}
