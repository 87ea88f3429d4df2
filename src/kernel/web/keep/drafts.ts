import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type DraftRow, kept } from './store.ts'
import { keepsOnDevice, seal, unseal, vaultOwner } from './vault.ts'

export type KeptDraft<T> = {
  readonly id: Id
  readonly ownerId: Id
  readonly content: T
  readonly revision: number
  readonly savedOnDeviceAt: Instant
  readonly savedOnServerAt: Instant | null
}
type Draft<T> = Pick<KeptDraft<T>, 'id' | 'content' | 'revision'>

const now = (): Instant => new Date().toISOString()

/** Seals a draft onto the device. @returns when it stood there, or undefined where this device keeps nothing. */
export async function keepDraft<T>({ id, content, revision }: Draft<T>): Promise<Instant | undefined> {
  const ownerId = vaultOwner()
  if (!keepsOnDevice() || !ownerId) return undefined
  try {
    const sealed = await seal(content)
    const savedOnDeviceAt = now()
    await kept.drafts.put({ id, ownerId, content: sealed, revision, savedOnDeviceAt, savedOnServerAt: null })
    return savedOnDeviceAt
  } catch {
    return undefined
  }
}

/** The server has this revision too. */
export async function markOnServer(id: Id, revision: number, at: Instant): Promise<void> {
  if (!keepsOnDevice()) return
  await kept.drafts.change((row) =>
    row.id === id && row.revision === revision ? { ...row, savedOnServerAt: at } : row,
  )
}

export async function keptDraft<T>(id: Id): Promise<KeptDraft<T> | undefined> {
  if (!keepsOnDevice()) return undefined
  const row = await kept.drafts.get(id).catch(() => undefined)
  return row && opened<T>(row)
}

/** Everything this person has begun on this device. What another key sealed stays where it is. */
export async function draftsOf<T>(me: { id: Id }): Promise<KeptDraft<T>[]> {
  if (!keepsOnDevice()) return []
  const rows = (await kept.drafts.all()).filter(({ ownerId }) => ownerId === me.id)
  return (await Promise.all(rows.map((row) => opened<T>(row)))).filter((draft) => draft !== undefined)
}

async function opened<T>(row: DraftRow): Promise<KeptDraft<T> | undefined> {
  const content = await unseal<T>(row.content)
  return content === undefined ? undefined : { ...row, content }
}

export async function dropDraft(id: Id): Promise<void> {
  if (keepsOnDevice()) await kept.drafts.delete(id)
}

const OLD_DAYS = 14

/** Drafts the server has had for two weeks need no copy here. Those it has not are never thrown away. */
export async function tidyDrafts(): Promise<void> {
  if (!keepsOnDevice()) return
  const before = new Date(Date.now() - OLD_DAYS * 86_400_000).toISOString()
  await kept.drafts.change((row) => (row.savedOnServerAt !== null && row.savedOnServerAt < before ? undefined : row))
}
