import { useRead } from '#kernel/web/index.ts'
import { benefits } from '../contract.ts'

/** The municipality, or the area, whose leadership one belongs to; undefined while it is not known. */
export const usePlace = (): { id: string; name: string } | undefined =>
  useRead(benefits.places, {}, { staleMs: 60_000 }).data?.[0]
