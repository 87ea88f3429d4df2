import { useEffect, useState } from 'react'

/** Draws again each half minute, so that an age in words stays true. */
export function useMinutes(): void {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((before) => before + 1), 30_000)
    return () => clearInterval(timer)
  }, [])
}
