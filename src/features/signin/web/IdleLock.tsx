import { useEffect } from 'react'
import { lockSession } from '#kernel/web/index.ts'
import { useSharedDevice } from './shared-device.ts'

const LOOK_MS = 5_000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Locks a shared device that nobody has touched. A tablet that slept is looked at as soon as it wakes. */
export function IdleLock() {
  const minutes = useSharedDevice()?.lockMinutes
  useEffect(() => (minutes === undefined ? undefined : watch(minutes * 60_000)), [minutes])
  return null
}

function watch(patienceMs: number): () => void {
  let touchedAt = Date.now()
  const touched = () => {
    touchedAt = Date.now()
  }
  const look = () => {
    if (Date.now() - touchedAt >= patienceMs) void lockSession()
  }
  const timer = setInterval(look, LOOK_MS)
  for (const sign of signs) addEventListener(sign, touched, { capture: true, passive: true })
  document.addEventListener('visibilitychange', look)
  return () => {
    clearInterval(timer)
    for (const sign of signs) removeEventListener(sign, touched, { capture: true })
    document.removeEventListener('visibilitychange', look)
  }
}
