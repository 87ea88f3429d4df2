import { useNow } from '#kernel/ui/index.ts'
import { minutesSince } from '../rules.ts'
import type { Device } from './device.ts'
import { text } from './text.ts'
import { useMinutes } from './use-minutes.ts'

/** `Nødpakken er 12 minutter gammel.` */
export function Age({ device: { ended, madeAt } }: { device: Device }) {
  const now = useNow()
  useMinutes()
  if (ended) return text.ended
  return madeAt === null ? text.noPack : text.age(minutesSince(madeAt, now))
}
