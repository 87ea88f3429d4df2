import { isPassing, isSignedOut } from '../told.ts'

type Steps<T> = {
  /** The oldest that still waits, or undefined. */
  next: () => Promise<T | undefined>
  send: (item: T) => Promise<unknown>
  sent: (item: T, answer: unknown) => Promise<void>
  /** Refused: set aside in sight, so that those behind it can go. */
  park: (item: T, problem: unknown) => Promise<void>
}

/**
 * Sends one at a time, oldest first, until none waits or the server cannot be had. Nothing overtakes what only has to wait.
 * @returns whether something still waits
 */
export async function sendInOrder<T>({ next, send, sent, park }: Steps<T>): Promise<'empty' | 'waits'> {
  for (;;) {
    const item = await next()
    if (item === undefined) return 'empty'
    try {
      const answer = await send(item)
      await sent(item, answer)
    } catch (problem) {
      if (isPassing(problem) || isSignedOut(problem)) return 'waits'
      await park(item, problem)
    }
  }
}
