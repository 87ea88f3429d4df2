import { Cell, useCell } from './cell.ts'

const FIRST_PING_MS = 2_000
const SLOWEST_PING_MS = 15_000
const PING_PATIENCE_MS = 5_000

const reached = new Cell(true)
let timer: ReturnType<typeof setTimeout> | undefined
let wait = FIRST_PING_MS

/** Somebody answered. */
export function heardServer(): void {
  clearTimeout(timer)
  timer = undefined
  wait = FIRST_PING_MS
  reached.set(true)
}

/** Nobody answered; asks now and then until somebody does. */
export function lostServer(): void {
  reached.set(false)
  timer ??= setTimeout(ping, wait)
}

async function ping(): Promise<void> {
  timer = undefined
  try {
    const answer = await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(PING_PATIENCE_MS) })
    if (answer.ok) return heardServer()
  } catch {
    // Still away.
  }
  wait = Math.min(wait * 1.5, SLOWEST_PING_MS)
  lostServer()
}

if (typeof window !== 'undefined') {
  addEventListener('offline', lostServer)
  addEventListener('online', () => {
    clearTimeout(timer)
    void ping()
  })
}

export const isOnline = (): boolean => reached.get()

/** Whether the server answered last time, or answers a ping. */
export const useOnline = (): boolean => useCell(reached)

/** Calls back each time the server comes within reach again. */
export const onBackOnline = (then: () => void): (() => void) => reached.watch(() => reached.get() && then())
