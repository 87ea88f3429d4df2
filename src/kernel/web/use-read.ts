import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { GivenTo, OutputOf, Read } from '#kernel/lang/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import type { Shown } from '#kernel/ui/index.ts'
import { call } from './call.ts'
import { listen } from './live.ts'
import { isEcho } from './own-writes.ts'
import { isSignedOut, Offline, sentenceOf } from './told.ts'

type ReadOptions = {
  /** False while something to ask with is not known yet. */
  enabled?: boolean
  /** Changes that make it stale: topic and place. They are counted in `waiting`; nothing moves until `showWaiting`. */
  live?: readonly [topic: string, place: Id | undefined]
  /** Goes on showing the former answer while another is asked for: search, next page. */
  keepFormer?: boolean
  /** Fresh enough to stand unasked for so long; otherwise each visit asks anew. */
  staleMs?: number
  /** Asks again now and then, for what lives outside our own changes. */
  everyMs?: number
}

export type Reading<T> = Shown<T> & {
  readonly retry: () => void
  readonly problem: unknown
  readonly isFetching: boolean
  /** Changes heard of and not shown. */
  readonly waiting: number
  readonly showWaiting: () => void
}

/** Reads from the server; what comes back goes straight into `Show`. */
export function useRead<E extends Read>(
  endpoint: E,
  input: GivenTo<E>,
  options: ReadOptions = {},
): Reading<OutputOf<E>> {
  const { enabled = true, live, keepFormer = false, everyMs, staleMs } = options
  const query = useQuery<OutputOf<E>>({
    queryKey: [endpoint.name, input],
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    enabled,
    ...(keepFormer && { placeholderData: (before: OutputOf<E> | undefined) => before as never }),
    ...(staleMs !== undefined && { staleTime: staleMs }),
    ...(everyMs !== undefined && { refetchInterval: everyMs }),
  })
  const { refetch } = query
  const reload = useCallback(() => void refetch(), [refetch])
  const waiting = useWaiting(live, reload, query.data !== undefined, query.dataUpdatedAt)
  return {
    status: statusOf(query.data, query.error),
    data: query.data,
    problem: query.error,
    problemText: query.error ? sentenceOf(query.error) : undefined,
    retry: reload,
    isFetching: query.isFetching,
    waiting,
    showWaiting: reload,
  }
}

/** Counts what is heard, until it is read anew. What one wrote oneself, and what was missed while away, is read at once. */
function useWaiting(live: ReadOptions['live'], reload: () => void, hasData: boolean, readAt: number): number {
  const [waiting, setWaiting] = useState({ count: 0, since: 0 })
  const [topic, place] = live ?? []
  useEffect(() => {
    if (topic === undefined) return
    return listen(topic, place, (change) => {
      if ('again' in change || isEcho() || !hasData) reload()
      else setWaiting(({ count, since }) => ({ count: since === readAt ? count + 1 : 1, since: readAt }))
    })
  }, [topic, place, reload, hasData, readAt])
  return waiting.since === readAt ? waiting.count : 0
}

function statusOf(data: unknown, problem: unknown): Shown<unknown>['status'] {
  if (!problem) return data === undefined ? 'loading' : 'ready'
  // The sign-in dialog stands over the page and says it; the page asks again afterwards.
  if (isSignedOut(problem)) return data === undefined ? 'loading' : 'ready'
  if (problem instanceof Offline) return 'offline'
  const passing = problem instanceof Problem && ['broken', 'busy', 'too-many'].includes(problem.kind)
  return passing ? 'failed' : 'refused'
}
