import { useEffect } from 'react'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Cell, call, useCell } from '#kernel/web/index.ts'
import { continuity, MAX_OPENINGS, type Pack } from '../contract.ts'
import { countByAuthor } from '../rules.ts'
import { flag, isFlagged, unflag } from './flag.ts'
import { sealTo } from './seal.ts'
import { HERE, type PairingRow, tablet } from './store.ts'

export type Device = {
  readonly tabletId: Id
  readonly unitId: Id
  readonly unitName: string
  readonly name: string
  readonly ended: boolean
  /** When the pack was made; null while there is none. */
  readonly madeAt: Instant | null
  readonly waiting: readonly { authorId: Id; authorName: string; count: number }[]
}

const device = new Cell<Device | undefined>(undefined)

/** Whether the pack is asked for on the screen; outlives the door's change of face when the server comes and goes. */
export const shown = new Cell(false)

/** False where the browser has no encryption (plain http to another machine) or no database. */
export const canKeep = (): boolean => Boolean(globalThis.crypto?.subtle && globalThis.indexedDB)

/** Reads what the screens say of this device. */
export async function look(): Promise<void> {
  if (!canKeep() || !isFlagged()) return device.set(undefined)
  const [row, pack, waiting] = await Promise.all([tablet.pairing.get(HERE), tablet.packs.get(HERE), tablet.notes.all()])
  if (!row) return device.set(undefined)
  const { tabletId, unitId, unitName, name, ended } = row
  device.set({ tabletId, unitId, unitName, name, ended, madeAt: pack?.madeAt ?? null, waiting: countByAuthor(waiting) })
}

/** What this device keeps; undefined where it is not paired. */
export function useDevice(): Device | undefined {
  useEffect(() => void look().catch(() => undefined), [])
  return useCell(device)
}

export const deviceNow = (): Device | undefined => device.get()

export async function keepPairing(
  row: Omit<PairingRow, 'place' | 'wrong' | 'wrongAt' | 'openings' | 'ended'>,
): Promise<void> {
  await tablet.packs.clear()
  await tablet.pairing.put({ ...row, place: HERE, wrong: 0, wrongAt: 0, openings: [], ended: false })
  flag()
  await look()
}

/**
 * Fetches a fresh pack, closes it and tells that it is stored.
 * @throws what the server said no to, or Offline
 */
export async function refresh(): Promise<void> {
  const row = await tablet.pairing.get(HERE)
  if (!row || row.ended) return
  const pack = await call(continuity.pack, { unitId: row.unitId, tabletId: row.tabletId })
  if (pack.endedAt) return erase()
  await keepPack(row, pack)
  const told = row.openings.slice(-MAX_OPENINGS)
  await call(continuity.refreshed, { id: row.tabletId, openings: told })
  await tablet.pairing.change((now) => ({ ...now, openings: now.openings.filter((at) => !row.openings.includes(at)) }))
}

async function keepPack({ publicKey }: PairingRow, pack: Pack): Promise<void> {
  const sealed = await sealTo(publicKey, pack)
  await tablet.packs.put({ place: HERE, madeAt: pack.madeAt, sealed })
  await look()
}

/** The pack goes at once; the key stays for as long as notes wait that only it can open. */
export async function erase(): Promise<void> {
  await tablet.packs.clear()
  if ((await tablet.notes.all()).length > 0) await tablet.pairing.change((row) => ({ ...row, ended: true }))
  else {
    await tablet.pairing.clear()
    unflag()
  }
  await look()
}
