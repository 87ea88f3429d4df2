import net from 'node:net'
import { Problem } from '#kernel/lang/problem.ts'
import type { Scan } from './use-case.ts'

const PATIENCE_MS = 20_000
const PIECE = 262_144

/** One piece of the stream: its length in four bytes, then itself. A piece of nothing ends it. */
function framed(piece: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(piece.length)
  return Buffer.concat([length, piece])
}

function send(socket: net.Socket, content: Uint8Array): void {
  socket.write('zINSTREAM\0')
  for (let at = 0; at < content.length; at += PIECE) socket.write(framed(content.subarray(at, at + PIECE)))
  socket.write(framed(new Uint8Array()))
}

/**
 * Asks a ClamAV daemon over TCP (clamd(8), INSTREAM). Fails closed: when it does not answer, no file is taken in.
 * @param address `host:port`; clamd's StreamMaxLength must be 21 MB or more
 */
export const clamd = (address: string): Scan => {
  const { hostname, port } = new URL(`tcp://${address}`)
  return async (content) => {
    const said = await answerOf(hostname, Number(port), content).catch((cause) => {
      throw new Problem('busy', 'kernel.scanner-away', {}, { cause })
    })
    if (/: OK$/.test(said)) return undefined
    const found = /: (.+) FOUND$/.exec(said)?.[1]
    if (found) return found
    throw new Problem('busy', 'kernel.scanner-away', {}, { cause: new Error('clamd gave an error') })
  }
}

const answerOf = (host: string, port: number, content: Uint8Array): Promise<string> =>
  new Promise((done, fail) => {
    const socket = net.connect({ host, port, timeout: PATIENCE_MS })
    let said = ''
    socket.on('connect', () => send(socket, content))
    socket.on('data', (data) => (said += data.toString('latin1')))
    socket.on('timeout', () => socket.destroy(new Error('clamd did not answer')))
    socket.on('error', fail)
    socket.on('close', () => done(said.replace(/[\0\n]+$/, '')))
  })
