import { useCallback, useEffect, useRef, useState } from 'react'
import type { Id } from '#kernel/lang/id.ts'

/** Something changed at a place; what, one must ask. `again`: the connection was away, and anything may have changed. */
export type Change = { readonly topic: string; readonly place: Id } | { readonly again: true }
type Ear = { topic: string; place: Id | undefined; hear: (change: Change) => void }

/** Spread, so that those who were refused together do not come back together. */
const retryMs = () => 5_000 * (1 + Math.random())
const ears = new Set<Ear>()
let stream: EventSource | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let wasAway = false

/** Opens the one stream of this page; while nobody listens for changes at all it costs one idle connection. */
export function openLive(onRefused: () => void): void {
  closeLive()
  const opened = new EventSource('/api/live')
  stream = opened
  opened.onopen = () => {
    if (wasAway) tellAll({ again: true })
    wasAway = false
  }
  opened.addEventListener('change', ({ data }) => heard(String(data)))
  opened.onerror = () => {
    wasAway = true
    if (opened.readyState !== EventSource.CLOSED) return
    // Closed for good by an answer that is no stream: perhaps signed out, perhaps a server on its way up.
    onRefused()
    timer = setTimeout(() => stream === opened && openLive(onRefused), retryMs())
  }
}

export function closeLive(): void {
  clearTimeout(timer)
  stream?.close()
  stream = undefined
}

function heard(data: string): void {
  const change = JSON.parse(data) as { topic: string; place: Id }
  for (const ear of [...ears])
    if (ear.topic === change.topic && (ear.place === undefined || ear.place === change.place)) ear.hear(change)
}

function tellAll(change: Change): void {
  for (const ear of [...ears]) ear.hear(change)
}

export function listen(topic: string, place: Id | undefined, hear: (change: Change) => void): () => void {
  const ear = { topic, place, hear }
  ears.add(ear)
  return () => ears.delete(ear)
}

/** Hears of changes under a topic at a place (a unit); without a place, anywhere within reach. */
export function useLive(topic: string, place: Id | undefined, onChange: (change: Change) => void): void {
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => listen(topic, place, (change) => latest.current(change)), [topic, place])
}

/** How much has changed since one last looked; `clear` when one looks. */
export function useWaitingChanges(topic: string, place: Id | undefined): { count: number; clear: () => void } {
  const [count, setCount] = useState(0)
  useLive(topic, place, () => setCount((before) => before + 1))
  return { count, clear: useCallback(() => setCount(0), []) }
}
