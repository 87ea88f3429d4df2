import { useState } from 'react'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { call, useDispatch, useDraft } from '#kernel/web/index.ts'
import { type Draft, journal, type NoteRow } from '../contract.ts'
import { text } from './text.ts'

/** What a correction begins from: a note as it stands, or one's own draft of a correction. */
export type Corrected = Pick<
  NoteRow,
  'id' | 'version' | 'unitId' | 'citizenId' | 'happenedAt' | 'text' | 'important' | 'theme'
> & {
  readonly reason?: string
  readonly draft?: { readonly id: Id; readonly revision: number }
}

export type Correction = {
  readonly version: number
  readonly happenedAt: Instant
  readonly text: string
  readonly important: boolean
  readonly theme: string | null
  readonly reason: string
}

/** A draft that corrects a note, ready for the dialog; undefined for any other draft. */
export function correctedIn({ id, revision, unitId, citizenId, content, savedAt }: Draft): Corrected | undefined {
  if (!content.correcting || !unitId) return undefined
  const { noteId, version, reason } = content.correcting
  const { happenedAt = savedAt, important = false, theme = null } = content
  return {
    id: noteId,
    version,
    unitId,
    citizenId,
    happenedAt,
    text: content.text ?? '',
    important,
    theme,
    reason,
    draft: { id, revision },
  }
}

const begun = ({ version, happenedAt, text: words, important, theme, reason = '' }: Corrected): Correction => ({
  version,
  happenedAt,
  text: words,
  important,
  theme,
  reason,
})

function useKept(note: Corrected, draftId: Id) {
  return useDraft<Correction>({
    id: draftId,
    initial: { content: begun(note), revision: note.draft?.revision ?? 0 },
    save: async ({ version, reason, ...content }, revision, options) => {
      const correcting = { noteId: note.id, version, reason }
      const about = { unitId: note.unitId, citizenId: note.citizenId, content: { ...content, correcting } }
      return (await call(journal.saveDraft, { id: draftId, ...about, revision }, options)).savedAt
    },
  })
}

/** Somebody else was first: what stands now is shown, and one's own words are kept beside it. */
const standingIn = (problem: unknown): NoteRow | undefined =>
  problem instanceof Problem && problem.kind === 'stale' ? (problem.current as NoteRow) : undefined

export function useCorrection(note: Corrected, onDone: () => void) {
  const [draftId] = useState(() => note.draft?.id ?? newId())
  const [standing, setStanding] = useState<NoteRow>()
  const { content, change, drop, hold, resume, saving } = useKept(note, draftId)
  const sender = useDispatch(journal.correct, { label: () => text.correctTitle })
  const set = (part: Partial<Correction>) => change((before) => ({ ...before, ...part }))
  const stale = standingIn(sender.problem)
  if (stale && stale.version !== standing?.version) {
    setStanding(stale)
    set({ version: stale.version })
  }
  const save = async () => {
    await hold()
    if (!(await sender.run({ id: note.id, draftId, ...content }))) return resume()
    await drop()
    onDone()
  }
  const discard = async () => {
    await drop()
    await call(journal.discardDraft, { id: draftId }).catch(() => undefined)
    onDone()
  }
  return { content, set, save, discard, saving, sender, standing }
}
