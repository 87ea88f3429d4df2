import type { OutputOf } from '#kernel/lang/contract.ts'
import { type Reading, useRead } from '#kernel/web/index.ts'
import { requirements } from '../contract.ts'

export type Whole = OutputOf<typeof requirements.table>

/** A set of requirements with everything in it; what others change is counted, and shown when asked. */
export function useSet(specId: string): Reading<Whole> {
  const sets = useRead(requirements.specs, {}, { staleMs: 60_000 })
  const place = sets.data?.find(({ id }) => id === specId)?.placeId
  return useRead(requirements.table, { specId }, { live: ['requirements', place] })
}
