import { Cell, type Reading, useCell, useMe, useRead } from '#kernel/web/index.ts'
import { type MyUnit, org } from '../contract.ts'
import { careRoles } from '../roles.ts'

/** What I may choose among: offers where I hold a role. Those above them stand in the answer for their names only. */
const isMine = (unit: MyUnit): boolean => unit.kind === 'offer' && unit.roles.length > 0

/** My units by name, ready for `Show`. */
export function useMyUnits(): Reading<MyUnit[]> {
  const all = useRead(org.myUnits, {}, { staleMs: 5 * 60_000 })
  return { ...all, data: all.data?.filter(isMine) }
}

const keyOf = (personId: string) => `unit ${personId}`
const chosen = new Cell<{ personId: string; unitId: string } | undefined>(undefined)

/** Remembered for this person, in this tab, until it is closed. */
function remembered(personId: string): string | undefined {
  const now = chosen.get()
  if (now?.personId === personId) return now.unitId
  try {
    return sessionStorage.getItem(keyOf(personId)) ?? undefined
  } catch {
    return undefined
  }
}

export function chooseUnit(personId: string, unitId: string): void {
  chosen.set({ personId, unitId })
  try {
    sessionStorage.setItem(keyOf(personId), unitId)
  } catch {
    // Chosen until the page is loaded anew.
  }
}

/** The unit I work in right now; the first of mine until I choose. Undefined while it is fetched, or when I have none. */
export function useUnit(): MyUnit | undefined {
  const me = useMe()
  const { data: units = [] } = useMyUnits()
  useCell(chosen)
  const wanted = remembered(me.id)
  return units.find(({ id }) => id === wanted) ?? units[0]
}

/** Whether one works with citizens there: for places in the menu that would only refuse everyone else. */
export const worksWithCitizens = ({ roles }: { readonly roles: readonly string[] }): boolean =>
  careRoles.some((role) => roles.includes(role))

/** My roles in the unit I work in; before there is one, as for the administrator of an empty house, my roles anywhere. */
export function useRolesHere(): readonly string[] {
  const unit = useUnit()
  const { data = [] } = useRead(org.myUnits, {}, { staleMs: 5 * 60_000 })
  return unit?.roles ?? [...new Set(data.flatMap(({ roles }) => roles))]
}

/** Whether one leads there: for links to what would only refuse everyone else. */
export const leads = ({ roles }: { readonly roles: readonly string[] }): boolean => roles.includes('unit-leader')

/** Parts of the product that the unit I work in does without, by the name their menu asks for. */
export function useWithout(): readonly string[] {
  const unit = useUnit()
  if (!unit) return []
  return [...(unit.handover ? [] : ['handover']), ...(unit.goals ? [] : ['goals'])]
}
