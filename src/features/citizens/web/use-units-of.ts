import type { MyUnit } from '#features/org/contract.ts'
import { useMyUnits, useUnit } from '#features/org/web/index.ts'
import type { Card } from '../contract.ts'

/** My units that the citizen belongs to today; the one I work in first. */
export function useUnitsOf({ unitIds }: Pick<Card, 'unitIds'>): readonly MyUnit[] {
  const here = useUnit()
  const mine = useMyUnits().data ?? []
  return mine
    .filter(({ id }) => unitIds.includes(id))
    .sort((a, b) => Number(b.id === here?.id) - Number(a.id === here?.id))
}
