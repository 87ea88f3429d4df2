import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { Cell } from '#kernel/web/index.ts'
import type { Pack } from '../contract.ts'
import { kindOf, waitAfter } from '../rules.ts'
import { look } from './device.ts'
import { openKey, openWith, sealTo } from './seal.ts'
import { HERE, type NoteRow, tablet } from './store.ts'

/** The pack as it is read, and the key, both in memory only. */
export type Opened = { readonly pack: Pack | undefined; readonly key: CryptoKey; readonly iAm: Id | null }
export const opened = new Cell<Opened | undefined>(undefined)

const IDLE_MS = 10 * 60_000
const LOOK_EVERY_MS = 15_000
let touchedAt = 0
let watch: ReturnType<typeof setInterval> | undefined
const touch = () => {
  touchedAt = Date.now()
}

/** 'open', or how many milliseconds one must wait before the next try. */
export async function open(code: string): Promise<'open' | { waitMs: number }> {
  const row = await tablet.pairing.get(HERE)
  if (!row) return { waitMs: 0 }
  const left = row.wrongAt + waitAfter(row.wrong) - Date.now()
  // A clock set back must not lock people out for longer than the wait itself.
  if (left > 0 && left <= waitAfter(row.wrong)) return { waitMs: left }
  const key = await openKey(row.locked, code)
  if (!key) {
    await tablet.pairing.change((now) => ({ ...now, wrong: row.wrong + 1, wrongAt: Date.now() }))
    return { waitMs: waitAfter(row.wrong + 1) }
  }
  const openedAt = new Date().toISOString()
  await tablet.pairing.change((now) => ({ ...now, wrong: 0, openings: [...now.openings, openedAt] }))
  const kept = await tablet.packs.get(HERE)
  opened.set({ key, pack: kept && (await openWith<Pack>(key, kept.sealed)), iAm: null })
  watchIdle()
  return 'open'
}

export function close(): void {
  opened.set(undefined)
  clearInterval(watch)
  for (const event of ['pointerdown', 'keydown']) removeEventListener(event, touch)
}

function watchIdle(): void {
  touch()
  clearInterval(watch)
  for (const event of ['pointerdown', 'keydown']) addEventListener(event, touch, { passive: true })
  watch = setInterval(() => Date.now() - touchedAt >= IDLE_MS && close(), LOOK_EVERY_MS)
}

/** What a note says, closed until its author sends it. */
export type Words = {
  readonly unitId: Id
  readonly citizenId: Id | null
  readonly citizenName: string
  readonly kind: ReturnType<typeof kindOf>
  readonly text: string
  readonly important: boolean
  /** Goals it belongs to; notes from before there were any say nothing. */
  readonly belongsTo?: readonly Id[]
  /** Why the server refused it, in its own words. */
  readonly why?: string
}
export type Waiting = Omit<NoteRow, 'sealed'> & { readonly words: Words }

type Written = {
  author: Pack['people'][number]
  citizen: Pack['citizens'][number]
  text: string
  important: boolean
  belongsTo: readonly Id[]
}

/** Closed with the public key at once; its id is its key for ever, so it can enter once only. */
export async function keepNote({ author, citizen, text, important, belongsTo }: Written): Promise<void> {
  const [row, now] = [await tablet.pairing.get(HERE), opened.get()]
  if (!row || !now?.pack) throw new Error('the pack is closed')
  const words: Words = {
    unitId: now.pack.unitId,
    citizenId: citizen.id,
    citizenName: citizen.calledName,
    kind: kindOf(true, now.pack.noteKinds),
    text,
    important,
    belongsTo,
  }
  const at = new Date().toISOString()
  const sealed = await sealTo(row.publicKey, words)
  await tablet.notes.add({ id: newId(), authorId: author.id, authorName: author.name, at, state: 'waiting', sealed })
  opened.set({ ...now, iAm: author.id })
  await look()
}

/** Notes on this tablet, oldest first; one author's only, when asked. */
export async function keptNotes(authorId?: Id): Promise<Waiting[]> {
  const now = opened.get()
  if (!now) return []
  const rows = (await tablet.notes.all()).filter((row) => authorId === undefined || row.authorId === authorId)
  return Promise.all(
    rows.map(async ({ sealed, ...row }) => ({ ...row, words: await openWith<Words>(now.key, sealed) })),
  )
}
