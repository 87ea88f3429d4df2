type Bytes = Uint8Array<ArrayBuffer>
/** Closed with the tablet's public key; `from` is the one-time public key that the secret was agreed with. */
export type Envelope = { readonly from: ArrayBuffer; readonly iv: Bytes; readonly bytes: ArrayBuffer }
/** The private key, closed with the code. */
export type LockedKey = {
  readonly salt: Bytes
  readonly iterations: number
  readonly iv: Bytes
  readonly bytes: ArrayBuffer
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const
/** OWASP's password storage advice of 2023 asks for 600,000 with SHA-256; a code is shorter than a password. */
const ITERATIONS = 1_000_000
/** Bytes of the nonce that AES-GCM wants (NIST SP 800-38D). */
const IV_BYTES = 12
const SALT_BYTES = 16
const PURPOSE = new TextEncoder().encode('roed-traad noedpakke 1')

const random = (count: number): Bytes => crypto.getRandomValues(new Uint8Array(count))

async function keyOfCode(code: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(code), 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(how, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** A pair of keys for one tablet: the public one closes without the code, the private one is readable with it only. */
export async function makeKeys(code: string): Promise<{ publicKey: CryptoKey; locked: LockedKey }> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(CURVE, true, ['deriveBits'])
  const [salt, iv] = [random(SALT_BYTES), random(IV_BYTES)]
  const key = await keyOfCode(code, salt, ITERATIONS)
  const bare = await crypto.subtle.exportKey('pkcs8', privateKey)
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bare)
  return { publicKey, locked: { salt, iterations: ITERATIONS, iv, bytes } }
}

/** The private key, in memory and not to be read out; undefined when the code is another. */
export async function openKey(
  { salt, iterations, iv, bytes }: LockedKey,
  code: string,
): Promise<CryptoKey | undefined> {
  const key = await keyOfCode(code, salt, iterations)
  const bare = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes).catch(() => undefined)
  return bare && crypto.subtle.importKey('pkcs8', bare, CURVE, false, ['deriveBits'])
}

/** The one-time secret of a pair of keys, as the key of one envelope. */
async function agree(own: CryptoKey, other: CryptoKey, salt: ArrayBuffer): Promise<CryptoKey> {
  const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256)
  const secret = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: PURPOSE }
  return crypto.subtle.deriveKey(how, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** Closes a value so that only the tablet's private key opens it. */
export async function sealTo(publicKey: CryptoKey, value: unknown): Promise<Envelope> {
  const once = await crypto.subtle.generateKey(CURVE, false, ['deriveBits'])
  const from = await crypto.subtle.exportKey('raw', once.publicKey)
  const key = await agree(once.privateKey, publicKey, from)
  const iv = random(IV_BYTES)
  const plain = new TextEncoder().encode(JSON.stringify(value))
  return { from, iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain) }
}

/** @throws when the envelope was closed for another key, or was changed */
export async function openWith<T>(privateKey: CryptoKey, { from, iv, bytes }: Envelope): Promise<T> {
  const other = await crypto.subtle.importKey('raw', from, CURVE, false, [])
  const key = await agree(privateKey, other, from)
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes)
  return JSON.parse(new TextDecoder().decode(plain)) as T
}
