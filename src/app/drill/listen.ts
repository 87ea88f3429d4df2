import net from 'node:net'

/** Opens live streams and says how many are open, and how many have heard of a change and when the last one did. */
type Order = { port: number; tokens: string[] }

const AT_ONCE = 200
/** Until the server says another time. */
const COME_BACK_MS = 2_000
const state = { open: 0, refused: 0, closed: 0, heard: 0, lastAt: 0 }

/** As src/kernel/web/live.ts does. */
const afterRefusal = () => 5_000 * (1 + Math.random())
let hasOpened = false

/** As a browser does: a stream that was open, and ends, comes back after as long as the server last asked for. */
function listen(port: number, token: string, retryMs = COME_BACK_MS): Promise<void> {
  return new Promise((settled) => {
    const socket = net.connect(port, '127.0.0.1')
    let isOpen = false
    let asked = retryMs
    socket.on('connect', () =>
      socket.write(`GET /api/live HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${token}\r\n\r\n`),
    )
    socket.on('data', (data) => {
      const text = data.toString('latin1')
      if (text.startsWith('HTTP/1.1 200')) isOpen = true
      if (text.startsWith('HTTP/1.1')) state[isOpen ? 'open' : 'refused']++
      asked = isOpen ? Number(/retry: (\d+)/.exec(text)?.[1] ?? asked) : afterRefusal()
      if (!isOpen) socket.destroy()
      if (text.includes('event: change')) {
        state.heard++
        state.lastAt = Date.now()
      }
      settled()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      if (isOpen) state.open--
      state.closed++
      if (hasOpened) setTimeout(() => void listen(port, token, asked), asked)
      settled()
    })
  })
}

process.on('message', async ({ port, tokens }: Order) => {
  setInterval(() => process.send?.({ what: 'state', ...state }), 100)
  const lane = async () => {
    for (let token = tokens.pop(); token; token = tokens.pop()) await listen(port, token)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  hasOpened = true
  process.send?.({ what: 'opened', ...state })
})
