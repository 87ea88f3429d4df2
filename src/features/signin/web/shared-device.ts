import { Cell, useCell } from '#kernel/web/index.ts'
import type { SharedDevice } from '../contract.ts'

/** What must be known without asking the server: that this is a shared device, and when it locks. Names are not kept. */
type Known = { readonly name: string; readonly lockMinutes: number }

const KEY = 'shared-device'

function remembered(): Known | undefined {
  try {
    const kept = localStorage.getItem(KEY)
    return kept ? (JSON.parse(kept) as Known) : undefined
  } catch {
    return undefined
  }
}

const known = new Cell<Known | undefined>(remembered())

export const useSharedDevice = (): Known | undefined => useCell(known)
export const sharedDeviceNow = (): Known | undefined => known.get()

/** The server has said what this browser is. */
export function noteDevice(device: SharedDevice | null): void {
  const now = known.get()
  if (now?.name === device?.name && now?.lockMinutes === device?.lockMinutes) return
  try {
    if (device) localStorage.setItem(KEY, JSON.stringify({ name: device.name, lockMinutes: device.lockMinutes }))
    else localStorage.removeItem(KEY)
  } catch {
    // Known until the page is loaded anew.
  }
  known.set(device ? { name: device.name, lockMinutes: device.lockMinutes } : undefined)
}
