import net from 'node:net'

/** What the front end of PostgreSQL's protocol sends to have something run. */
const RUNS = new Set([0x51 /* Q, simple query */, 0x45 /* E, execute */])

/** Connections, by their name, of what runs every second whether anybody asks or not: no request's statements. */
const BY_ITSELF = ['rt sealer', 'rt jobs']

/**
 * Stands between the product and the database and counts what is run: begin, commit and session look-ups included.
 * Counting on the wire leaves nothing out, whoever sends it.
 */
export class StatementCounter {
  count = 0
  readonly #server: net.Server
  readonly #open = new Set<net.Socket>()

  constructor(database: URL) {
    this.#server = net.createServer((client) => {
      const server = net.connect(Number(database.port || 5432), database.hostname)
      for (const socket of [client, server]) {
        this.#open.add(socket)
        socket.on('error', () => [client, server].forEach((each) => void each.destroy()))
        socket.on('close', () => this.#open.delete(socket))
      }
      client.on('data', this.#reader())
      client.pipe(server)
      server.pipe(client)
    })
  }

  /** Messages are a type byte and a length; only the very first, the start-up, has no type. */
  #reader(): (data: Buffer) => void {
    let rest: Buffer = Buffer.alloc(0)
    let started = false
    let counts = true
    return (data) => {
      rest = rest.length ? Buffer.concat([rest, data]) : data
      for (;;) {
        const head = started ? 1 : 0
        if (rest.length < head + 4) return
        const length = head + rest.readUInt32BE(head)
        if (rest.length < length) return
        if (!started) counts = !BY_ITSELF.some((name) => rest.includes(`application_name\0${name}\0`))
        else if (counts && RUNS.has(rest[0]!)) this.count++
        started = true
        rest = rest.subarray(length)
      }
    }
  }

  listen(): Promise<number> {
    return new Promise((ready) => {
      this.#server.listen(0, '127.0.0.1', () => ready((this.#server.address() as net.AddressInfo).port))
    })
  }

  close(): Promise<void> {
    for (const socket of this.#open) socket.destroy()
    return new Promise((done) => this.#server.close(() => done()))
  }
}
