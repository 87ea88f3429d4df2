import { useEffect, useRef, useState } from 'react'
import { Problem } from '#kernel/lang/problem.ts'
import { readAgain, useWrite } from '#kernel/web/index.ts'
import { type Answer, clarification } from '../contract.ts'
import type { AnswerValue } from '../question-set.ts'

export type Draft = {
  readonly value: AnswerValue | null
  readonly unsure: boolean
  readonly outside: string | null
  readonly comment: string
  readonly reason: string
}

const draftOf = (answer: Answer | undefined): Draft => ({
  value: answer?.value ?? null,
  unsure: answer?.unsure ?? false,
  outside: answer?.outside ?? null,
  comment: answer?.comment ?? '',
  reason: answer?.reason ?? '',
})

type Theirs = { readonly version: number; readonly answeredByName: string }
const theirsOf = (problem: unknown): Theirs | undefined =>
  problem instanceof Problem && problem.kind === 'stale' ? (problem.current as Theirs) : undefined

type Asked = { unitId: string; key: string; answer: Answer | undefined }

/**
 * The answer to one question, saved as one goes. What is chosen while another save is under way is sent after it; where
 * somebody else was faster, mine stays in the fields until one of the two is chosen.
 */
export function useAnswering({ unitId, key, answer }: Asked) {
  const [draft, setDraft] = useState(() => draftOf(answer))
  const [saidBy, setSaidBy] = useState(answer?.saidBy ?? '')
  const [because, setBecause] = useState('')
  const version = useRef(answer?.version ?? 0)
  const waiting = useRef<Draft>(undefined)
  const isSending = useRef(false)
  const sender = useWrite(clarification.answer, { touches: ['thread'] })
  const theirs = theirsOf(sender.problem)

  const send = async (said: Draft): Promise<void> => {
    if (isSending.current) {
      waiting.current = said
      return
    }
    isSending.current = true
    const more = { saidBy: saidBy.trim() || null, because: because.trim() || null }
    const done = await sender.run({ unitId, key, version: version.current, ...said, ...more })
    isSending.current = false
    if (done) version.current = done.version
    const next = waiting.current
    waiting.current = undefined
    if (done && next) await send(next)
  }
  const change = (part: Partial<Draft>): Draft => {
    const next = { ...draft, ...part }
    setDraft(next)
    return next
  }
  const keepTheirs = () => {
    sender.reset()
    void readAgain(['clarification'])
    version.current = -1
  }
  const keepMine = () => {
    if (theirs) version.current = theirs.version
    void send(draft)
  }
  useEffect(() => {
    const isNewer = answer !== undefined && answer.version > version.current && !isSending.current
    if (!isNewer || (theirs && version.current !== -1)) return
    version.current = answer.version
    setDraft(draftOf(answer))
  }, [answer, theirs])
  return { draft, change, send, sender, saidBy, setSaidBy, because, setBecause, theirs, keepTheirs, keepMine }
}
export type AnswerDraft = ReturnType<typeof useAnswering>
