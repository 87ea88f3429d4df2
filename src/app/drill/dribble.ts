import net from 'node:net'

/** Opens connections and sends a request so slowly that it never ends: a byte of a header every two seconds. */
type Order = { ports: number[]; each: number }

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

process.on('message', ({ ports, each }: Order) => {
  const closed = ports.map(() => [] as number[])
  for (const [n, port] of ports.entries()) for (let i = 0; i < each; i++) open(port, (ms) => closed[n]!.push(ms))
  setInterval(
    () =>
      process.send?.({ what: 'closed', closed: closed.map((ms) => ({ count: ms.length, most: Math.max(0, ...ms) })) }),
    500,
  )
})
