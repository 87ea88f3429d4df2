import { useCallback, useEffect, useState } from 'react'
import { keptNotes, type Waiting } from './opened.ts'

/** Notes on this tablet, while the pack is open; one person's only, when asked. */
export function useKeptNotes(authorId?: string): { notes: readonly Waiting[]; readAgain: () => void } {
  const [notes, setNotes] = useState<readonly Waiting[]>([])
  const readAgain = useCallback(() => void keptNotes(authorId).then(setNotes, () => undefined), [authorId])
  useEffect(readAgain, [readAgain])
  return { notes, readAgain }
}
