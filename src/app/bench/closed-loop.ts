import net from 'node:net'
import { performance } from 'node:perf_hooks'

export type Shot = { path: string; headers: Record<string, string>; body: string }
/** `whole`: requests in all the time whose CPU was counted. */
export type Taken = { count: number; whole: number; perSec: number; p50: number; p95: number; p99: number }

/** One connection: each request is sent when the last one is answered. Speaks just enough HTTP to cost little itself. */
export class Connection {
  #socket: net.Socket
  #buffer: Buffer = Buffer.alloc(0)
  #answered: ((answer: { status: number; body: Buffer }) => void) | undefined
  readonly #host: string

  constructor(base: string) {
    const { hostname, port } = new URL(base)
    this.#host = `${hostname}:${port}`
    this.#socket = net.connect({
      host: hostname === 'localhost' ? '127.0.0.1' : hostname,
      port: Number(port),
      noDelay: true,
    })
    this.#socket.on('data', (data) => this.#take(data))
    this.#socket.on('error', () => this.#end())
    this.#socket.on('close', () => this.#end())
  }

  send({ path, headers, body }: Shot): Promise<{ status: number; body: Buffer }> {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    const head = `POST ${path} HTTP/1.1\r\nhost: ${this.#host}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${lines.join('')}\r\n`
    return new Promise((answered) => {
      this.#answered = answered
      this.#socket.write(head + body)
    })
  }

  #take(data: Buffer): void {
    this.#buffer = this.#buffer.length ? Buffer.concat([this.#buffer, data]) : data
    const end = this.#buffer.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#buffer.toString('latin1', 0, end)
    const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0)
    if (this.#buffer.length < end + 4 + length) return
    const body = this.#buffer.subarray(end + 4, end + 4 + length)
    this.#buffer = Buffer.alloc(0)
    this.#answered?.({ status: Number(head.slice(9, 12)), body })
  }

  #end(): void {
    this.#answered?.({ status: 0, body: Buffer.alloc(0) })
  }

  close(): void {
    this.#socket.destroy()
  }
}

/** Nearest rank; ms with two decimals. */
export const percentile = (sorted: number[], share: number): number =>
  Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2))

export const summed = (ms: number[], seconds: number): Taken => {
  const sorted = ms.toSorted((a, b) => a - b)
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(sorted, share)) as [number, number, number]
  return { count: ms.length, whole: ms.length, perSec: Number((ms.length / seconds).toFixed(1)), p50, p95, p99 }
}

type Loop = { base: string; shot: () => Shot; connections: number; warm: number; seconds: number; onStart: () => void }

/** @throws at the first answer that is not 200: a benchmark of failures measures nothing. */
export async function closedLoop({ base, shot, connections, warm, seconds, onStart }: Loop): Promise<Taken> {
  const open = Array.from({ length: connections }, () => new Connection(base))
  const ms: number[] = []
  const begin = performance.now() + warm * 1000
  const end = begin + seconds * 1000
  const starting = setTimeout(onStart, warm * 1000)
  const drive = async (connection: Connection) => {
    for (let at = performance.now(); at < end; ) {
      const { status, body } = await connection.send(shot())
      const now = performance.now()
      if (status !== 200) throw new Error(`${base} answered ${status}: ${body.toString('utf8').slice(0, 300)}`)
      if (at >= begin && now <= end) ms.push(now - at)
      at = now
    }
  }
  try {
    await Promise.all(open.map(drive))
  } finally {
    clearTimeout(starting)
    for (const connection of open) connection.close()
  }
  return summed(ms, seconds)
}
