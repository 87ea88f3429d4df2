import { useState } from 'react'
import { type Id, newId } from '#kernel/lang/id.ts'
import { call, saveOctets, sentenceOf } from '#kernel/web/index.ts'
import { clarification } from '../contract.ts'

type Kind = 'portrait' | 'meeting-sheet' | 'summary' | 'config'

/** Makes a paper about a unit and fetches it, in one press. */
export function useMaking(unitId: Id) {
  const [busy, setBusy] = useState<Kind>()
  const [problem, setProblem] = useState<unknown>()
  const make = async (kind: Kind) => {
    setBusy(kind)
    setProblem(undefined)
    try {
      const { id } = await call(clarification.makeFile, { id: newId(), unitId, kind })
      await saveOctets(clarification.file, { id })
    } catch (why) {
      setProblem(why)
    } finally {
      setBusy(undefined)
    }
  }
  return { busy, make: (kind: Kind) => void make(kind), problemText: problem ? sentenceOf(problem) : undefined }
}
