import { useState } from 'react'
import { announce } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Finding, type Scoring, type TenderWhole, tender } from '../contract.ts'
import { whyNotFind } from '../rules.ts'
import { text } from './text.ts'

type Given = Omit<Finding, 'seat'>
const keyOf = (bidId: string, lineId: string) => `${bidId} ${lineId}`

/** What one finds of rows: saved as soon as it is whole; what is half stays on the screen. */
export function useFindings(whole: TenderWhole, known: Scoring) {
  const [typed, setTyped] = useState<Record<string, Given>>({})
  const sender = useWrite(tender.saveFindings)
  const of = (bidId: string, lineId: string): Given | undefined =>
    typed[keyOf(bidId, lineId)] ??
    known.findings.find((one) => one.bidId === bidId && one.lineId === lineId && one.seat === known.mySeat)
  const keep = async ({ bidId, requirementId, lineId, verdict, note }: Given) => {
    if (whyNotFind({ verdict, note })) return
    const findings = [{ bidId, requirementId, lineId, verdict, note: verdict === 'fits' ? '' : note }]
    if (await sender.run({ tenderId: whole.id, findings })) announce(text.saved)
  }
  const type = (given: Given) => setTyped((before) => ({ ...before, [keyOf(given.bidId, given.lineId)]: given }))
  return {
    of,
    type,
    change: (given: Given) => {
      type(given)
      void keep(given)
    },
    leave: (bidId: string, lineId: string) => {
      const given = typed[keyOf(bidId, lineId)]
      if (given) void keep(given)
    },
    problemText: sender.problemText,
  }
}
