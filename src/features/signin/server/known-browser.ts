import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Id } from '#kernel/lang/id.ts'
import type { Device } from '#kernel/server/device.ts'

const COOKIE = 'rt_known'
const DAYS = 180
/** People who may share a browser. */
const MOST = 8

const sealOf = (device: Device, employeeId: Id, nonce: string): string =>
  device.secret(`known ${employeeId} ${nonce}`).toString('base64url').slice(0, 22)

const marks = (device: Device): string[] => (device.cookie(COOKIE) ?? '').split('~').filter(Boolean).slice(0, MOST)

const isOf = (device: Device, employeeId: Id, mark: string): boolean => {
  const [nonce = '', given = ''] = mark.split('.')
  const made = Buffer.from(sealOf(device, employeeId, nonce))
  return made.length === Buffer.from(given).length && timingSafeEqual(made, Buffer.from(given))
}

/**
 * What tells this browser from a stranger's: the person signed in here before. A stranger who guesses at a name holds
 * up other strangers, not its owner. It opens nothing.
 */
export const knownAs = (device: Device, employeeId: Id): string | undefined =>
  marks(device).find((mark) => isOf(device, employeeId, mark))

export function rememberBrowser(device: Device, employeeId: Id): void {
  if (knownAs(device, employeeId)) return
  const nonce = randomBytes(9).toString('base64url')
  const all = [`${nonce}.${sealOf(device, employeeId, nonce)}`, ...marks(device)].slice(0, MOST)
  device.keep(COOKIE, all.join('~'), DAYS * 86_400)
}
