import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Cell, useCell } from '../cell.ts'
import { type KeptPerson, type KeyRow, kept } from './store.ts'

export type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }

/** Bytes of the nonce that AES-GCM wants (NIST SP 800-38D). */
const IV_BYTES = 12

let opened: { ownerId: Id; key: CryptoKey } | undefined
const keeps = new Cell(false)

/** False where the browser has no encryption (plain http to another machine) or no database (private window). */
export const keepsOnDevice = (): boolean => keeps.get()
export const useKeepsOnDevice = (): boolean => useCell(keeps)
export const vaultOwner = (): Id | undefined => opened?.ownerId

/** Opens the device's drawer for one person; a key of anyone else is deleted. */
export async function unlock(person: KeptPerson, draftKey: string): Promise<void> {
  opened = undefined
  keeps.set(false)
  if (!globalThis.crypto?.subtle || !globalThis.indexedDB) return
  try {
    const bytes = Uint8Array.from(atob(draftKey), (letter) => letter.charCodeAt(0))
    const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
    await kept.keys.change((row) => (row.ownerId === person.id ? row : undefined))
    await kept.keys.put({ ownerId: person.id, key, person })
    opened = { ownerId: person.id, key }
    keeps.set(true)
  } catch {
    // No room, or storage refused: typed words then live on the page and the server only, and the screen says so.
  }
}

/** For a start without network: whoever is still signed in on this device, with the drawer opened. */
export async function unlockKept(now: Instant): Promise<KeptPerson | undefined> {
  const row = await keyRow().catch(() => undefined)
  if (!row) return undefined
  if (Date.parse(row.person.sessionEndsAt) <= Date.parse(now)) {
    await forgetStoredKey()
    return undefined
  }
  opened = { ownerId: row.ownerId, key: row.key }
  keeps.set(true)
  return row.person
}

async function keyRow(): Promise<KeyRow | undefined> {
  if (!globalThis.crypto?.subtle || !globalThis.indexedDB) return undefined
  return (await kept.keys.all())[0]
}

/**
 * The session is over: a reload can no longer open the drawer. The page that still stands there keeps its own hold
 * on the key, so that words typed into it go on being kept.
 */
export async function forgetStoredKey(): Promise<void> {
  if (globalThis.indexedDB) await kept.keys.clear().catch(() => undefined)
}

export async function lock(): Promise<void> {
  opened = undefined
  keeps.set(false)
  await forgetStoredKey()
}

/** @throws when the drawer is locked; ask `keepsOnDevice` first */
export async function seal(value: unknown): Promise<Sealed> {
  if (!opened) throw new Error('the vault is locked')
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const plain = new TextEncoder().encode(JSON.stringify(value))
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, opened.key, plain) }
}

/** Undefined for what this person's key does not open. */
export async function unseal<T>({ iv, bytes }: Sealed): Promise<T | undefined> {
  if (!opened) return undefined
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, opened.key, bytes)
    return JSON.parse(new TextDecoder().decode(plain)) as T
  } catch {
    return undefined
  }
}
