import { useEffect, useState } from 'react'
import type { MyUnit } from '#features/org/contract.ts'
import { Button, Lines, MomentText, Section, Stack } from '#kernel/ui/index.ts'
import { draftsOf, type KeptDraft, useMe, useRead } from '#kernel/web/index.ts'
import { type Draft, journal } from '../contract.ts'
import { CorrectDialog } from './CorrectDialog.tsx'
import { type Composition, fromDraft, hasWords, type OpenDraft } from './composition.ts'
import type { People } from './people.ts'
import { text } from './text.ts'
import { type Corrected, correctedIn } from './use-correction.ts'

const LINE = 80

type Begun = { id: string; at: string; isOnlyHere: boolean; open: OpenDraft; correcting: Corrected | undefined }

const isComposition = (content: unknown): content is Composition =>
  Array.isArray((content as Partial<Composition> | null)?.about)

/** What stands on this tablet and is newer than what the server has, or unknown to it. */
function useKeptDrafts(openId: string | undefined, again: unknown): readonly KeptDraft<unknown>[] {
  const me = useMe()
  const [kept, setKept] = useState<{ openId: string | undefined; drafts: readonly KeptDraft<unknown>[] }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew whenever the server's list is.
  useEffect(() => {
    let isGone = false
    void draftsOf<unknown>(me)
      .catch(() => [])
      .then((drafts) => !isGone && setKept({ openId, drafts }))
    return () => {
      isGone = true
    }
  }, [me, again, openId])
  return kept && kept.openId === openId ? kept.drafts : []
}

function merged(onServer: readonly Draft[], kept: readonly KeptDraft<unknown>[], here: string): Begun[] {
  const served = onServer.map((draft) => ({
    id: draft.id,
    at: draft.savedAt,
    isOnlyHere: false,
    open: fromDraft(draft, here),
    correcting: correctedIn(draft),
  }))
  const known = new Map(served.map((draft) => [draft.id, draft]))
  const only = kept
    .filter(({ id, savedOnServerAt, content }) => !known.has(id) && savedOnServerAt === null && isComposition(content))
    .map(({ id, savedOnDeviceAt, content }) => ({
      id,
      at: savedOnDeviceAt,
      isOnlyHere: true,
      open: { id, revision: 0, composition: content as Composition },
      correcting: undefined,
    }))
  return [...only, ...served].filter(({ open }) => hasWords(open.composition)).sort((a, b) => b.at.localeCompare(a.at))
}

const FLUSHED_MS = 800

/** The draft that left the composer is saved by then, and belongs in the list. */
function useLater(then: () => void, when: string | undefined): number {
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each draft opened begins the wait anew.
  useEffect(() => {
    const timer = setTimeout(() => {
      then()
      setTurn((before) => before + 1)
    }, FLUSHED_MS)
    return () => clearTimeout(timer)
  }, [then, when])
  return turn
}

type DraftsProps = {
  unit: MyUnit
  people: People
  onResume: (draft: OpenDraft) => void
  /** The one that stands in the composer already. */
  openId: string | undefined
  citizenId?: string
}

/** What I began and did not finish. Silent when there is nothing. */
export function OwnDrafts({ unit, people, onResume, openId, citizenId }: DraftsProps) {
  const drafts = useRead(journal.myDrafts, {})
  const kept = useKeptDrafts(openId, useLater(drafts.retry, openId))
  const [correcting, setCorrecting] = useState<Corrected>()
  const begun = merged(drafts.data ?? [], kept, unit.id)
    .filter(({ id }) => id !== openId)
    .filter(({ open }) => citizenId === undefined || open.composition.about.includes(citizenId))
  const resume = (draft: Begun) => (draft.correcting ? setCorrecting(draft.correcting) : onResume(draft.open))
  if (begun.length === 0 && !correcting) return null
  return (
    <Section title={text.drafts}>
      <Lines>
        {begun.map((draft) => (
          <li key={draft.id}>
            <DraftLine draft={draft} people={people} onResume={() => resume(draft)} />
          </li>
        ))}
      </Lines>
      {correcting && <CorrectDialog note={correcting} onClose={() => setCorrecting(undefined)} />}
    </Section>
  )
}

function whoIn({ about, isShared }: Composition, people: People): string {
  if (isShared) return text.unitDiary
  return about.length === 0 ? text.draftNobody : about.map(people.nameOf).join(', ')
}

function DraftLine({ draft, people, onResume }: { draft: Begun; people: People; onResume: () => void }) {
  const { composition } = draft.open
  const who = whoIn(composition, people)
  const words = composition.text.trim() || text.draftEmpty
  return (
    <Stack gap={1}>
      <span>
        <strong>{who}</strong> {words.length > LINE ? `${words.slice(0, LINE)} …` : words}
      </span>
      <small>
        {draft.isOnlyHere ? text.draftOnDevice : text.draftSaved} <MomentText at={draft.at} />
      </small>
      <span>
        <Button onPress={onResume} aria-label={text.resumeAbout(who)}>
          {text.resume}
        </Button>
      </span>
    </Stack>
  )
}
