import type { Id } from '#kernel/lang/id.ts'
import { type Reading, useRead } from '#kernel/web/index.ts'
import { type Card, type CitizenLine, citizens } from '../contract.ts'

/** Citizens tied to the unit today, by name. Asks once the unit is known. */
export const useCitizensOfUnit = (unitId: Id | undefined): Reading<CitizenLine[]> =>
  useRead(citizens.ofUnit, { unitId: unitId ?? '' }, { enabled: unitId !== undefined, live: ['citizens', unitId] })

/** Those I am contact person for, then everyone in the units where I work. */
export const useMyCitizens = ({ enabled = true } = {}): Reading<CitizenLine[]> =>
  useRead(citizens.mine, {}, { enabled })

export const useCard = (citizenId: Id): Reading<Card> => useRead(citizens.card, { citizenId })

type Faced = Pick<CitizenLine, 'id' | 'hasPhoto'>

/** The contract's bound; whoever comes after them is shown by initials. */
const MOST_PORTRAITS = 200
const FRESH_MS = 10 * 60_000

/** Portraits by citizen. Only those who have one are asked for; kept in memory until a photo changes or one signs out. */
export function usePortraits(people: readonly Faced[]): ReadonlyMap<Id, string> {
  const faced = people.filter(({ hasPhoto }) => hasPhoto).map(({ id }) => id)
  const citizenIds = faced.sort().slice(0, MOST_PORTRAITS)
  const options = { enabled: citizenIds.length > 0, keepFormer: true, staleMs: FRESH_MS }
  const { data } = useRead(citizens.portraits, { citizenIds }, options)
  return new Map(data?.map(({ id, photo }) => [id, photo]))
}
