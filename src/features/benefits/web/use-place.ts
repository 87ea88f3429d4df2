import { useMyUnits } from '#features/org/web/index.ts'

/** The municipality, or the area, whose leadership one belongs to; undefined while it is not known. */
export function usePlace(): { id: string; name: string } | undefined {
  const units = useMyUnits().data ?? []
  const own = units.filter(
    ({ kind, roles }) => kind !== 'offer' && roles.some((role) => role === 'coordinator' || role === 'steering'),
  )
  return own.find(({ kind }) => kind === 'municipality') ?? own[0]
}
