import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { call } from '#kernel/web/index.ts'
import { relay } from '../../contract.ts'
import { JoinMeeting } from './JoinMeeting.tsx'
import { type Kept, keep, kept } from './kept.ts'
import { PhoneBoard } from './PhoneBoard.tsx'

/** Questions to a meeting from any telephone: a code, one field, and the answers as they come. */
export function PhonePage({ code: scanned }: { code?: string }) {
  const [mine, setMine] = useState<Kept | undefined>(() => {
    const before = kept()
    return before && (!scanned || before.code === scanned.toUpperCase()) ? before : undefined
  })
  const change = (to: Kept | undefined) => {
    keep(to)
    setMine(to)
  }
  const join = async (code: string) => {
    const { token } = await call(relay.joinMeeting, { code }, { retries: 0 })
    change({ code, token, draft: '', id: newId() })
  }
  return mine ? (
    <PhoneBoard mine={mine} onChange={change} onLeave={() => change(undefined)} />
  ) : (
    <JoinMeeting code={scanned} join={join} />
  )
}
