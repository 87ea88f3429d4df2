import { type CitizenLine, citizens } from '#features/citizens/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Shown } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { text } from './text.ts'

/** Somebody who may have left the unit, and is still spoken of. */
export type NamedOne = Named & { readonly id: Id }

type Named = Pick<CitizenLine, 'calledName' | 'fullName'>

/** `Jens B.`: what the citizen is called, and one letter to tell two of them apart. */
export function shortName({ calledName, fullName }: Named): string {
  const family = fullName.trim().split(/\s+/).at(-1) ?? ''
  const isPlain = !/\s/.test(calledName.trim()) && family !== '' && family !== calledName
  return isPlain ? `${calledName} ${family[0]}.` : calledName
}

/** `Jens B., Birthe L. og Kim S.` */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${text.and} ${last}`
}

/** The citizens of a unit, to be named and shown. */
export type People = {
  readonly list: readonly CitizenLine[]
  readonly shown: Shown<CitizenLine[]>
  readonly nameOf: (id: Id | null) => string
  readonly isProtected: (id: Id | null) => boolean
  readonly photoOf: (id: Id) => string | undefined
}

/** One's own citizens first, then by name as the server gives them. */
export const ownFirst = (lines: readonly CitizenLine[]): CitizenLine[] =>
  [...lines].sort((a, b) => Number(b.mine) - Number(a.mine))

const MOST_PORTRAITS = 200

export function usePeople(unitId: Id | undefined, others: readonly NamedOne[] = []): People {
  const shown = useRead(
    citizens.ofUnit,
    { unitId: unitId ?? '' },
    { enabled: unitId !== undefined, live: ['citizens', unitId] },
  )
  return useNamed(shown, others)
}

function useNamed(shown: Shown<CitizenLine[]>, others: readonly NamedOne[]): People {
  const list = shown.data ?? []
  const known = new Map<Id, NamedOne>([...others, ...list].map((line) => [line.id, line]))
  const citizenIds = list.filter(({ hasPhoto }) => hasPhoto).map(({ id }) => id)
  const portraits = useRead(
    citizens.portraits,
    { citizenIds: citizenIds.slice(0, MOST_PORTRAITS) },
    { enabled: citizenIds.length > 0, keepFormer: true },
  )
  const photos = new Map(portraits.data?.map(({ id, photo }) => [id, photo]))
  const nameOf = (id: Id | null) => {
    if (id === null) return text.unitDiary
    const line = known.get(id)
    return line ? shortName(line) : text.formerCitizen
  }
  const hidden = new Set(list.filter((line) => line.identityProtected || line.hiddenStay).map(({ id }) => id))
  const isProtected = (id: Id | null) => id !== null && hidden.has(id)
  return { list, shown, nameOf, isProtected, photoOf: (id) => photos.get(id) }
}
