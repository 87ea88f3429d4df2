import { useEffect, useState } from 'react'
import { useRead } from '#kernel/web/index.ts'
import { citizens } from '../contract.ts'

/** A pause in the typing after which one asks. */
const PAUSE_MS = 250

/** Finds as one types; each keystroke is not a question. */
export function useFind() {
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words])
  const found = useRead(citizens.find, { words: asked }, { enabled: asked !== '', keepFormer: true })
  return { words, setWords, isSearching: words.trim() !== '', found }
}
