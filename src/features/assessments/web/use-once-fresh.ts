import { useEffect, useState } from 'react'

/** What an earlier visit left behind may be older than a draft: one begins from what the server has now, and then the page stands still. */
export function useOnceFresh({ isFetching, status }: { isFetching: boolean; status: string }): boolean {
  const [isFresh, setFresh] = useState(false)
  const arrived = !isFetching && status !== 'loading'
  useEffect(() => {
    if (arrived) setFresh(true)
  }, [arrived])
  return isFresh
}
