import { useCallback, useEffect, useState } from 'react'
import { type Id, newId } from '#kernel/lang/id.ts'
import { draftsOf, useMe } from '#kernel/web/index.ts'
import type { Content, Edited, Report } from '../contract.ts'

/** As it is kept on the device, where drafts of every kind lie together. */
export type Typed = { readonly reportId: Id; readonly edited: Edited }
export type Begun = {
  readonly id: Id
  readonly revision: number
  readonly typed: Typed | null
  /** What I have just saved: shown until the report has been read again. */
  readonly saved?: { readonly version: number; readonly content: Content }
}

const fresh = (saved?: Begun['saved']): Begun => ({ id: newId(), revision: 0, typed: null, ...(saved && { saved }) })
const isOf = (reportId: Id, content: Partial<Typed> | null): boolean =>
  content?.reportId === reportId && content.edited !== undefined

/** My words from before: the server's, or those that never left this device. */
async function begunFrom({ id: reportId, editing }: Report, me: { id: Id }): Promise<Begun> {
  if (editing) return { id: editing.id, revision: editing.revision, typed: { reportId, edited: editing.edited } }
  const kept = await draftsOf<Partial<Typed> | null>(me).catch(() => [])
  const only = kept.filter(({ content, savedOnServerAt }) => savedOnServerAt === null && isOf(reportId, content))
  const latest = only.sort((a, b) => b.savedOnDeviceAt.localeCompare(a.savedOnDeviceAt))[0]
  return latest ? { id: latest.id, revision: 0, typed: null } : fresh()
}

/** What this person is changing in the report; undefined until the device has been asked. `anew` begins on nothing. */
export function useBegun(report: Report) {
  const me = useMe()
  const [begun, setBegun] = useState<Begun>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each report; what is typed since stands on the page.
  useEffect(() => {
    let isGone = false
    void begunFrom(report, me).then((found) => !isGone && setBegun(found))
    return () => {
      isGone = true
    }
  }, [report.id, me.id])
  return { begun, anew: useCallback((saved?: Begun['saved']) => setBegun(fresh(saved)), []) }
}
