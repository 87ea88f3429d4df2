import http from 'node:http'
import net from 'node:net'

/**
 * Opens connections to a port and sends a request so slowly that it never ends: a byte of a header every two seconds. As many to a
 * server as Node makes it, without our settings, which stands here so that it costs those who measure nothing.
 */
type Order = { port: number; each: number }

const BYTE_EVERY_MS = 2_000

function open(port: number, closed: (afterMs: number) => void): void {
  const socket = net.connect(port, '127.0.0.1')
  const began = Date.now()
  const timer = setInterval(() => socket.write('a'), BYTE_EVERY_MS)
  socket.on('connect', () => socket.write('POST /api/org.doorplate HTTP/1.1\r\nhost: localhost\r\nx-slow: '))
  socket.on('data', () => undefined)
  socket.on('error', () => undefined)
  socket.on('close', () => {
    clearInterval(timer)
    closed(Date.now() - began)
  })
}

const bare = http.createServer((_, response) => response.end('ok'))

process.on('message', ({ port, each }: Order) => {
  bare.listen(0, '127.0.0.1', () => {
    const ports = [port, (bare.address() as net.AddressInfo).port]
    const closed = ports.map(() => [] as number[])
    for (const [n, to] of ports.entries()) for (let i = 0; i < each; i++) open(to, (ms) => closed[n]!.push(ms))
    setInterval(
      () =>
        process.send?.({
          what: 'closed',
          closed: closed.map((ms) => ({ count: ms.length, most: Math.max(0, ...ms) })),
        }),
      500,
    )
  })
})
