import type { Id } from '#kernel/lang/id.ts'
import { useRead } from '#kernel/web/index.ts'
import { type CitizenLine, citizens } from '../contract.ts'

type Named = Pick<CitizenLine, 'calledName' | 'fullName'>

/** `Jens B.`: what the citizen is called, and one letter to tell two of them apart. */
export function shortName({ calledName, fullName }: Named): string {
  const family = fullName.trim().split(/\s+/).at(-1) ?? ''
  const isPlain = !/\s/.test(calledName.trim()) && family !== '' && family !== calledName
  return isPlain ? `${calledName} ${family[0]}.` : calledName
}

const MOST_PORTRAITS = 200

/** The faces of those who have one on their card. */
export function usePhotos(lines: readonly Pick<CitizenLine, 'id' | 'hasPhoto'>[]): (id: Id) => string | undefined {
  const citizenIds = lines.filter(({ hasPhoto }) => hasPhoto).map(({ id }) => id)
  const portraits = useRead(
    citizens.portraits,
    { citizenIds: citizenIds.slice(0, MOST_PORTRAITS) },
    { enabled: citizenIds.length > 0, keepFormer: true },
  )
  const photos = new Map(portraits.data?.map(({ id, photo }) => [id, photo]))
  return (id) => photos.get(id)
}
