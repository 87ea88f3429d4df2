import { QueryClient } from '@tanstack/react-query'
import { Offline } from './told.ts'

/** What was read, in memory only and gone at sign-out. Nothing moves by itself: pages say when they read again. */
export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 0,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (count, problem) => problem instanceof Offline && count < 2,
      retryDelay: 800,
    },
  },
})

/** Reads of these features are asked again where they stand on the page, and anew where they do not. */
export function readAgain(features: readonly string[]): Promise<void> {
  const touched = (name: unknown) => features.includes(String(name).split('.')[0]!)
  return cache.invalidateQueries({ predicate: ({ queryKey }) => touched(queryKey[0]) })
}

/** Everything that failed while nobody was home or nobody was signed in. */
export const readFailedAgain = (): Promise<void> =>
  cache.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' || state.error !== null })
