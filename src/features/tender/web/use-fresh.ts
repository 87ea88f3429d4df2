import { useEffect } from 'react'
import type { Reading } from '#kernel/web/index.ts'

/** Points and results are shown as they stand: nothing in them moves what somebody is typing, which is kept apart. */
export function useFresh<T>(reading: Reading<T>): Reading<T> {
  const { waiting, showWaiting } = reading
  useEffect(() => {
    if (waiting > 0) showWaiting()
  }, [waiting, showWaiting])
  return reading
}
