import { useEffect } from 'react'
import type { OutputOf } from '#kernel/lang/contract.ts'
import { type Reading, useRead } from '#kernel/web/index.ts'
import { signin } from '../contract.ts'
import { noteDevice } from './shared-device.ts'

/** The ways in from this browser; what it says of the device is remembered for locking. */
export function useWays(): Reading<OutputOf<typeof signin.ways>> {
  const ways = useRead(signin.ways, {})
  const device = ways.data?.device
  useEffect(() => {
    if (device !== undefined) noteDevice(device)
  }, [device])
  return ways
}
