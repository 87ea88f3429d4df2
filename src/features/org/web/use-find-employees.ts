import { useEffect, useState } from 'react'
import { useRead } from '#kernel/web/index.ts'
import { org } from '../contract.ts'

/** A pause in the typing after which one asks. */
const PAUSE_MS = 250
/** One letter is half the municipality. */
const SHORTEST = 2

export function useFindEmployees() {
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words])
  const found = useRead(org.findEmployees, { words: asked }, { enabled: asked.length >= SHORTEST, keepFormer: true })
  return { words, setWords, isSearching: words.trim().length >= SHORTEST, found }
}
