import { useCallback, useEffect, useState } from 'react'
import type { Id } from '#kernel/lang/id.ts'
import { call } from '#kernel/web/index.ts'
import { type HandoverNote, journal } from '../contract.ts'
import { isUnread } from './handover-groups.ts'
import { noteAnchor } from './NoteKnot.tsx'

/** Stood on the screen this long, a note counts as read. */
const GLANCE_MS = 1_000
/** What was read in this time goes in one call. */
const BATCH_MS = 1_500
const MOST = 200

/** Sends what was read, some at a time. Not as other writes: nothing on the page may move because one has read. */
class ReadBatch {
  readonly #waiting = new Set<Id>()
  readonly #told = new Set<Id>()
  #timer: ReturnType<typeof setTimeout> | undefined

  add(id: Id): void {
    if (this.#told.has(id)) return
    this.#told.add(id)
    this.#waiting.add(id)
    this.#timer ??= setTimeout(() => void this.send(), BATCH_MS)
  }

  async send(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const noteIds = [...this.#waiting].slice(0, MOST)
    for (const id of noteIds) this.#waiting.delete(id)
    if (noteIds.length === 0) return
    try {
      await call(journal.markRead, { noteIds })
    } catch {
      for (const id of noteIds) this.#waiting.add(id)
    }
  }
}

export type Reading = { readonly seen: ReadonlySet<Id>; readonly read: (id: Id) => void }

/** Which notes have stood on the screen since the page was opened; each is told to the server. */
export function useSeen(): Reading {
  const [seen, setSeen] = useState<ReadonlySet<Id>>(new Set())
  const [batch] = useState(() => new ReadBatch())
  useEffect(() => () => void batch.send(), [batch])
  const read = useCallback(
    (id: Id) => {
      batch.add(id)
      setSeen((before) => new Set(before).add(id))
    },
    [batch],
  )
  return { seen, read }
}

/** Watches the notes that stand on the page right now. Call it where they are drawn. */
export function useMarkRead(notes: readonly HandoverNote[], { read }: Reading): void {
  const key = notes
    .filter(isUnread)
    .map(({ id }) => id)
    .join(' ')
  useEffect(() => watchNotes(key.split(' ').filter(Boolean), read), [key, read])
}

function watchNotes(ids: readonly Id[], read: (id: Id) => void): () => void {
  const timers = new Map<Element, ReturnType<typeof setTimeout>>()
  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      clearTimeout(timers.get(target))
      if (isIntersecting)
        timers.set(
          target,
          setTimeout(() => read(target.id.slice(noteAnchor('').length)), GLANCE_MS),
        )
    }
  })
  for (const id of ids) {
    const place = document.getElementById(noteAnchor(id))
    if (place) watcher.observe(place)
  }
  return () => {
    watcher.disconnect()
    for (const timer of timers.values()) clearTimeout(timer)
  }
}
