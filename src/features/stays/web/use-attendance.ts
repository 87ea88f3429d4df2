import { useState } from 'react'
import type { MyUnit } from '#features/org/contract.ts'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { announce, useNow } from '#kernel/ui/index.ts'
import { useDispatch, useRead } from '#kernel/web/index.ts'
import { stays } from '../contract.ts'
import { text } from './text.ts'

type Mark = { readonly here: boolean; readonly markedAt: Instant }

export type Attendance = {
  readonly of: (citizenId: Id) => Mark | undefined
  /** Undefined where the server does not let me. */
  readonly mark: ((citizenId: Id, here: boolean) => void) | undefined
  readonly problemText: string | undefined
}

/** Who came today, where people do not live. What one marks stands at once, also without network. */
export function useAttendance(unit: MyUnit, isKept: boolean): Attendance | undefined {
  const unitId = unit.id
  const now = useNow()
  const [own, setOwn] = useState<ReadonlyMap<Id, Mark>>(new Map())
  const acts = useRead(stays.atUnit, { unitId }, { enabled: isKept, staleMs: 60_000 })
  const marks = useRead(stays.attendanceToday, { unitId }, { enabled: isKept, live: ['stays', unitId] })
  const forget = (citizenId: Id) => setOwn((before) => new Map([...before].filter(([id]) => id !== citizenId)))
  const sender = useDispatch(stays.markAttendance, { label: () => text.whoIsHere })
  if (!isKept) return undefined
  const mark = async (citizenId: Id, here: boolean) => {
    setOwn((before) => new Map(before).set(citizenId, { here, markedAt: now.toISOString() }))
    const done = await sender.run({ unitId, citizenId, here })
    if (!done) return forget(citizenId)
    if (done.state === 'queued') announce(text.markedLater)
  }
  const known = new Map(marks.data?.map((one) => [one.id, one]))
  const newest = (a: Mark | undefined, b: Mark | undefined) => (a && b ? (a.markedAt > b.markedAt ? a : b) : (a ?? b))
  return {
    of: (id) => newest(own.get(id), known.get(id)),
    mark: acts.data?.permitted.includes('mark') ? (id, here) => void mark(id, here) : undefined,
    problemText: sender.problemText,
  }
}
