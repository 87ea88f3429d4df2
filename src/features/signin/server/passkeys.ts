import { randomBytes } from 'node:crypto'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { sql } from '#kernel/server/sql.ts'
import { door } from '#kernel/server/use-case.ts'
import { signin } from '../contract.ts'
import { type Acting, enter } from './acting.ts'
import { mustStand, proceed } from './admit.ts'
import { enrolled, enrolling } from './enrol.ts'
import { beginStep, keepChallenge, proveMore, type Step, stepOf, takeChallenge } from './steps.ts'

const hostOf = ({ device }: Acting): string => new URL(device.origin).hostname

type Passkey = {
  id: Id
  employeeId: Id
  credential: string
  publicKey: Buffer
  counter: string
  transports: string[]
}
const columns = sql`id, employee_id as "employeeId", credential, public_key as "publicKey", counter, transports`

const passkeysOf = ({ db }: Acting, employeeId: Id, host: string) =>
  db.all<Passkey>(sql`select ${columns} from signin.passkey
    where tenant_id = kernel.here() and employee_id = ${employeeId} and host = ${host} order by added_at limit 50`)

const named = (keys: readonly Passkey[]) =>
  keys.map(({ credential, transports }) => ({ id: credential, transports: transports as never }))

/** Half-way in as second factor; otherwise the passkey itself is to tell who comes, and must then ask for finger or code. */
export const askPasskey = door(signin.askPasskey, {
  async run(acting) {
    const rpID = hostOf(acting)
    const standing = await stepOf(acting)
    const step =
      standing?.employeeId && standing.proved.includes('password') ? standing : await beginStep(acting, null, [])
    const options = await generateAuthenticationOptions({
      rpID,
      userVerification: step.employeeId ? 'preferred' : 'required',
      allowCredentials: step.employeeId ? named(await passkeysOf(acting, step.employeeId, rpID)) : [],
    })
    await keepChallenge(acting, step, options.challenge)
    return { ...options }
  },
})

export const usePasskey = door(signin.usePasskey, {
  async run({ input, ...acting }) {
    const step = await stepOf(acting)
    const expectedChallenge = step && (await takeChallenge(acting, step))
    if (!step || !expectedChallenge) throw new Problem('refused', 'signin.begin-again')
    const answer = input.answer as unknown as AuthenticationResponseJSON
    const key = await keyOf(acting, answer, step)
    const isRight = key && (await signedRight(acting, key, answer, expectedChallenge, step))
    if (!isRight) {
      const code = 'signin.passkey-refused'
      await enter(acting.db, acting.clock, {
        action: 'signin.usePasskey',
        actor: key?.employeeId ?? null,
        outcome: 'refused',
        code,
      })
      throw new Problem('refused', code)
    }
    const who = await mustStand(acting, key.employeeId)
    return proceed(acting, who, await proveMore(acting, { ...step, employeeId: who.id }, 'passkey'))
  },
})

/** Half-way in, only a passkey of the person who is half-way in. */
function keyOf({ db }: Acting, { id }: AuthenticationResponseJSON, { employeeId }: Step): Promise<Passkey | undefined> {
  return db.one<Passkey>(sql`select ${columns} from signin.passkey
    where tenant_id = kernel.here() and credential = ${String(id)} and (${employeeId}::uuid is null or employee_id = ${employeeId}::uuid)`)
}

async function signedRight(
  acting: Acting,
  key: Passkey,
  response: AuthenticationResponseJSON,
  expectedChallenge: string,
  step: Step,
): Promise<boolean> {
  const { db, clock, device } = acting
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: device.origin,
    expectedRPID: hostOf(acting),
    requireUserVerification: !step.employeeId,
    credential: { id: key.credential, publicKey: new Uint8Array(key.publicKey), counter: Number(key.counter) },
  }).catch(() => ({ verified: false, authenticationInfo: undefined }))
  if (!verified || !authenticationInfo) return false
  await db.run(sql`update signin.passkey set counter = ${authenticationInfo.newCounter}, used_at = ${clock.now()}
    where tenant_id = kernel.here() and id = ${key.id}`)
  return true
}

export const offerPasskey = door(signin.offerPasskey, {
  async run(acting) {
    const { who, step } = await enrolling(acting)
    const rpID = hostOf(acting)
    const options = await generateRegistrationOptions({
      rpName: `Rød Tråd, ${acting.device.tenantName}`,
      rpID,
      userName: who.userName ?? who.name,
      userDisplayName: who.name,
      userID: await handleOf(acting, who.id),
      attestationType: 'none',
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      excludeCredentials: named(await passkeysOf(acting, who.id, rpID)),
    })
    await keepChallenge(acting, step, options.challenge)
    return { ...options }
  },
})

async function handleOf({ db }: Acting, employeeId: Id): Promise<Uint8Array<ArrayBuffer>> {
  const row = await db.one<{
    handle: Buffer
  }>(sql`update signin.person set passkey_handle = coalesce(passkey_handle, ${randomBytes(32)}::bytea)
    where tenant_id = kernel.here() and employee_id = ${employeeId} returning passkey_handle as handle`)
  return new Uint8Array(row!.handle)
}

export const addPasskey = door(signin.addPasskey, {
  async run({ input, ...acting }) {
    const { who, step } = await enrolling(acting)
    const expectedChallenge = await takeChallenge(acting, step)
    if (!expectedChallenge) throw new Problem('refused', 'signin.begin-again')
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: input.answer as unknown as RegistrationResponseJSON,
      expectedChallenge,
      expectedOrigin: acting.device.origin,
      expectedRPID: hostOf(acting),
      requireUserVerification: false,
    }).catch(() => ({ verified: false, registrationInfo: undefined }))
    if (!verified || !registrationInfo) throw new Problem('refused', 'signin.passkey-refused')
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential
    await acting.db.run(sql`insert into signin.passkey (id, employee_id, name, credential, public_key, counter, transports, host, added_at)
      values (${newId()}, ${who.id}, ${input.name.trim()}, ${id}, ${Buffer.from(publicKey)}, ${counter}, ${transports}::text[], ${hostOf(acting)}, ${acting.clock.now()})`)
    return enrolled(acting, { who, step }, 'passkey')
  },
})
