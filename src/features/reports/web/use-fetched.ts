import { useState } from 'react'
import { saveOctets, sentenceOf } from '#kernel/web/index.ts'
import { reports } from '../contract.ts'

/** The copy as a file, for whoever is to have it. */
export function useFetched(reportId: string) {
  const [isBusy, setBusy] = useState(false)
  const [problemText, setProblem] = useState<string>()
  const fetch = async (kind: 'pdf' | 'docx') => {
    setBusy(true)
    setProblem(undefined)
    try {
      await saveOctets(reports[kind], { reportId })
    } catch (problem) {
      setProblem(sentenceOf(problem))
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, problemText, fetch }
}
