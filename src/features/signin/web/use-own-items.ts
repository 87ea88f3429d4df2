import { lockSession, useAddress } from '#kernel/web/index.ts'
import { useSharedDevice } from './shared-device.ts'
import { text } from './text.ts'

/** For the person's menu: one's own ways in, and on a shared device the lock. */
export function useOwnItems() {
  const { go } = useAddress()
  const device = useSharedDevice()
  return [
    { id: 'security', label: text.security, onAct: () => go('/sikkerhed') },
    ...(device ? [{ id: 'lock', label: text.lock, onAct: () => void lockSession() }] : []),
  ]
}
