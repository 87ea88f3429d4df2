import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Letter = { to: string[]; from: string; raw: string; subject: string; id: string }

export type MailServer = {
  readonly port: number
  readonly url: string
  readonly letters: Letter[]
  /** Says no, for good, to these. */
  readonly unknown: Set<string>
  close(): Promise<void>
}

const headerOf = (raw: string, name: string): string => {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? ''
}

/** Words as they stand in a header: `=?UTF-8?Q?…?=` or `?B?` in as many pieces as it takes. */
export const decoded = (header: string): string =>
  header.replace(/=\?utf-8\?([bq])\?([^?]*)\?=(?:\s+(?==\?))?/gi, (_, kind: string, words: string) =>
    kind.toLowerCase() === 'b'
      ? Buffer.from(words, 'base64').toString('utf8')
      : Buffer.from(
          words
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/gi, (_hex, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
          'latin1',
        ).toString('utf8'),
  )

/** A mail server of one's own on this machine, which keeps what it takes. */
export async function aMailServer(port = 0): Promise<MailServer> {
  const letters: Letter[] = []
  const unknown = new Set<string>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      if (!unknown.has(address)) return done()
      done(Object.assign(new Error('no such user here'), { responseCode: 550 }))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        const from = session.envelope.mailFrom
        letters.push({
          raw,
          to: session.envelope.rcptTo.map(({ address }) => address),
          from: from ? from.address : '',
          subject: decoded(headerOf(raw, 'Subject')),
          id: headerOf(raw, 'Message-ID'),
        })
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  const at = (server.server.address() as AddressInfo).port
  const close = () => new Promise<void>((closed) => server.close(closed))
  return { port: at, url: `smtp://127.0.0.1:${at}`, letters, unknown, close }
}

/** The decoded parts of a letter, by media type. */
export function partsOf({ raw }: Letter): Record<string, string> {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1]
  const pieces = boundary ? raw.split(`--${boundary}`).slice(1, -1) : [raw]
  return Object.fromEntries(
    pieces.map((piece) => {
      const cut = piece.indexOf('\r\n\r\n')
      const [head, body] = [piece.slice(0, cut), piece.slice(cut + 4)]
      const type = /content-type:\s*([\w/]+)/i.exec(head)![1]!
      const isBase64 = /transfer-encoding:\s*base64/i.test(head)
      const isQuoted = /transfer-encoding:\s*quoted-printable/i.test(head)
      const octets = isBase64
        ? Buffer.from(body, 'base64')
        : Buffer.from(isQuoted ? unquoted(body) : body, isQuoted ? 'latin1' : 'utf8')
      return [type, octets.toString('utf8')]
    }),
  )
}

const unquoted = (body: string): string =>
  body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
