import { useEffect } from 'react'
import { useMyUnits, worksWithCitizens } from '#features/org/web/index.ts'
import { isOnline, onBackOnline } from '#kernel/web/index.ts'
import { isStale, minutesSince } from '../rules.ts'
import { deviceNow, refresh, useDevice } from './device.ts'

const EVERY_MS = 60_000
/** At sign-in and when the network is back a pack may be a little old: a page read anew is no reason to fetch. */
const FRESH_MINUTES = 10

/** The pack is made new at sign-in, each hour, and when the server is back, while somebody of the unit is signed in. */
export function useKeeping(): void {
  const device = useDevice()
  const { data: units = [] } = useMyUnits()
  const unit = units.find(({ id }) => id === device?.unitId)
  const mayKeep = unit !== undefined && worksWithCitizens(unit) && device?.ended === false
  useEffect(() => {
    if (!mayKeep) return
    const soon = () => isOld() && quietly()
    soon()
    const unwatch = onBackOnline(soon)
    const timer = setInterval(
      () => isOnline() && isStale(deviceNow()?.madeAt ?? null, new Date()) && quietly(),
      EVERY_MS,
    )
    return () => {
      unwatch()
      clearInterval(timer)
    }
  }, [mayKeep])
}

const isOld = (): boolean => {
  const madeAt = deviceNow()?.madeAt ?? null
  const now = new Date()
  return isStale(madeAt, now) || minutesSince(madeAt!, now) >= FRESH_MINUTES
}

/** Its age is in sight; what went wrong is tried again within the minute. */
const quietly = () => void refresh().catch(() => undefined)
