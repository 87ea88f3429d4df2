import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

const tlv = (tag: number, ...parts: Buffer[]): Buffer => {
  const value = Buffer.concat(parts)
  const size = value.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), value])
}
const sequence = (...parts: Buffer[]) => tlv(0x30, ...parts)
const oid = (hex: string) => tlv(0x06, Buffer.from(hex, 'hex'))
const name = (words: string) => sequence(tlv(0x31, sequence(oid('550403'), tlv(0x0c, Buffer.from(words)))))
const time = (at: Date) => tlv(0x17, Buffer.from(`${at.toISOString().replace(/\D/g, '').slice(2, 14)}Z`))
const pem = (label: string, der: Buffer) =>
  `-----BEGIN ${label}-----\n${der.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END ${label}-----\n`
const sha256WithRsa = sequence(oid('2a864886f70d01010b'), tlv(0x05))

export type KeyPair = { key: string; certificate: string }

/** A fresh RSA key with a certificate that it signed itself (X.509 v3, a year), so that no key lies in the repository. */
export function selfSigned(commonName: string): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const now = Date.now()
  const validity = sequence(time(new Date(now - 86_400_000)), time(new Date(now + 365 * 86_400_000)))
  const serial = tlv(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)]))
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    serial,
    sha256WithRsa,
    name(commonName),
    validity,
    name(commonName),
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = createSign('sha256').update(body).sign(privateKey)
  const certificate = sequence(body, sha256WithRsa, tlv(0x03, Buffer.from([0]), signature))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: pem('CERTIFICATE', certificate),
  }
}
