import { useRolesHere, worksWithCitizens } from '#features/org/web/index.ts'
import type { MenuAct } from '#kernel/ui/index.ts'
import { useAddress } from '#kernel/web/index.ts'
import { isCarrier } from './carriers.ts'
import { text } from './text.ts'

/** For those who get messages and have no room for them under the thumb: in the menu that stands on every screen. */
export function useMessagesItem(): MenuAct | undefined {
  const roles = useRolesHere()
  const { go } = useAddress()
  if (isCarrier(roles) || !(worksWithCitizens({ roles }) || roles.includes('office'))) return undefined
  return { id: 'messages', label: text.messagesAndMeetings, onAct: () => go('/beskeder') }
}
