/** A change heard of this soon after a write of one's own is most likely that write. */
const ECHO_MS = 3_000
let lastAt = Number.NEGATIVE_INFINITY

export const wroteNow = (): void => {
  lastAt = performance.now()
}

export const isEcho = (): boolean => performance.now() - lastAt < ECHO_MS
