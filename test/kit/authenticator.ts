import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest()
const b64 = (bytes: Buffer) => bytes.toString('base64url')

/** CBOR heads as far as WebAuthn needs them here (RFC 8949): byte strings, text and maps. */
const head = (major: number, size: number) =>
  size < 24
    ? Buffer.from([(major << 5) | size])
    : size < 256
      ? Buffer.from([(major << 5) | 24, size])
      : Buffer.from([(major << 5) | 25, size >> 8, size & 255])
const bytes = (value: Buffer) => Buffer.concat([head(2, value.length), value])
const text = (value: string) => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])

const PRESENT = 1
const VERIFIED = 4
const WITH_CREDENTIAL = 64

type Options = { challenge: string; rpId?: string; rp?: { id: string } }

/** A passkey in software: ES256, no attestation. It does what it is told, also what no honest one would. */
export class Authenticator {
  readonly id = randomBytes(16)
  readonly #keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  counter = 0
  origin: string
  /** Asks for finger or code. */
  verifies = true

  constructor(origin: string) {
    this.origin = origin
  }

  #data(rpId: string, credential?: Buffer): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(++this.counter)
    const flags = PRESENT | (this.verifies ? VERIFIED : 0) | (credential ? WITH_CREDENTIAL : 0)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, credential ?? Buffer.alloc(0)])
  }

  #client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }))
  }

  register({ challenge, rp }: Options) {
    const { x, y } = this.#keys.publicKey.export({ format: 'jwk' })
    const cose = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      bytes(Buffer.from(x!, 'base64url')),
      Buffer.from([0x22]),
      bytes(Buffer.from(y!, 'base64url')),
    ])
    const size = Buffer.from([0, this.id.length])
    const authData = this.#data(rp!.id, Buffer.concat([Buffer.alloc(16), size, this.id, cose]))
    const attestation = Buffer.concat([
      head(5, 3),
      text('fmt'),
      text('none'),
      text('attStmt'),
      head(5, 0),
      text('authData'),
      bytes(authData),
    ])
    return this.#answer({
      clientDataJSON: b64(this.#client('webauthn.create', challenge)),
      attestationObject: b64(attestation),
      transports: ['internal'],
    })
  }

  sign({ challenge, rpId }: Options) {
    const authenticatorData = this.#data(rpId!)
    const client = this.#client('webauthn.get', challenge)
    const signature = createSign('sha256')
      .update(Buffer.concat([authenticatorData, sha256(client)]))
      .sign(this.#keys.privateKey)
    return this.#answer({
      clientDataJSON: b64(client),
      authenticatorData: b64(authenticatorData),
      signature: b64(signature),
    })
  }

  #answer(response: object) {
    return { id: b64(this.id), rawId: b64(this.id), type: 'public-key', clientExtensionResults: {}, response }
  }
}
