import { useEffect, useRef } from 'react'
import { useAddress } from '#kernel/web/index.ts'
import { noteAnchor } from './NoteKnot.tsx'

/** The word in the address that names the note one came to see. */
export const NOTE_WORD = 'notat'

/** Comes to the note that the address names, once it stands on the page. */
export function useArriveAtNote(isThere: boolean): void {
  const wanted = useAddress().search.get(NOTE_WORD)
  const arrived = useRef<string>(undefined)
  useEffect(() => {
    if (!isThere || !wanted || arrived.current === wanted) return
    const place = document.getElementById(noteAnchor(wanted))
    if (!place) return
    arrived.current = wanted
    place.scrollIntoView({ block: 'center' })
    place.focus({ preventScroll: true })
  }, [isThere, wanted])
}
