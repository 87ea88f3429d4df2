import { useMemo } from 'react'
import { useRead } from '#kernel/web/index.ts'
import { terminology } from '../contract.ts'
import { type Book, bookOf, builtInBook, isBuiltIn } from '../rules.ts'

/** A version is in force for years. */
const STALE_MS = 3_600_000

/** Codes and names as a version has them; null: as they are written by today. Until it has come, those the product knows by itself. */
export function useBook(version: string | null): Book {
  const isOurs = version !== null && isBuiltIn(version)
  const { data } = useRead(terminology.book, { version }, { enabled: !isOurs, staleMs: STALE_MS })
  return useMemo(() => (data && !isOurs ? bookOf(data) : builtInBook), [data, isOurs])
}
