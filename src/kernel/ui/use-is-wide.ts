import { useSyncExternalStore } from 'react'

/** Where `Columns` has its right margin beside the reading column (Layout.module.css). */
const wide = () => matchMedia('(min-width: 75rem)')

function whenChanged(tell: () => void): () => void {
  const query = wide()
  query.addEventListener('change', tell)
  return () => query.removeEventListener('change', tell)
}

/** Whether there is a right margin: what stands there on a wide screen may be wanted earlier on a phone. */
export const useIsWide = (): boolean => useSyncExternalStore(whenChanged, () => wide().matches)
