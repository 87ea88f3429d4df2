import { useLive, useRead } from '#kernel/web/index.ts'
import { access } from '../contract.ts'

/** What is open and what waits, asked once and again when something happened: never by the minute, each question is an entry in the log. */
export function useAccessNow() {
  const reading = useRead(access.now, {}, { staleMs: 5 * 60_000 })
  const { retry } = reading
  useLive('access', undefined, retry)
  return reading.data
}
