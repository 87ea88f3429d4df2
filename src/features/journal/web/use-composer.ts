import { useRef, useState } from 'react'
import type { MyUnit } from '#features/org/contract.ts'
import type { CitizenForms } from '#features/org/running.ts'
import { useWord } from '#features/org/web/index.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { announce } from '#kernel/ui/index.ts'
import { call, type Drafting, useDispatch, useDraft } from '#kernel/web/index.ts'
import { journal } from '../contract.ts'
import {
  type Composition,
  hasWords,
  isEvent,
  type OpenDraft,
  toDraft,
  toEvent,
  toNote,
  whyNotSave,
} from './composition.ts'
import type { People } from './people.ts'
import { text } from './text.ts'

/** What became of what one wrote. */
export type Said = { readonly words: string; readonly at: string }

export type ComposerProps = {
  unit: MyUnit
  people: People
  start: OpenDraft
  /** On a citizen's own page: nobody else is chosen first. */
  isFixed?: boolean
  /** The note is written, or on its way from this device; `said` tells it to the writer. Without: thrown away. */
  onDone: (said?: Said) => void
}

/** Words typed are saved; a name tapped and nothing written is not worth a draft. */
function useKept({ unit, start }: ComposerProps): Drafting<Composition> {
  const isOnServer = useRef(start.revision > 0)
  return useDraft<Composition>({
    id: start.id,
    initial: { content: start.composition, revision: start.revision },
    save: async (content, revision, options) => {
      if (!isOnServer.current && !hasWords(content)) return new Date().toISOString()
      isOnServer.current = true
      const saved = await call(journal.saveDraft, { id: start.id, ...toDraft(content, unit), revision }, options)
      return saved.savedAt
    },
  })
}

const aboutWords = ({ about, isShared }: Composition, people: People, word: CitizenForms) => ({
  one: () => (isShared ? text.savedInUnitDiary : text.savedAt(people.nameOf(about[0] ?? null))),
  many: () => text.savedAtMany(about.length, word),
})

/** The same words are sent with the same time and the same ids, however often one presses. */
function useSameInput(draftId: Id, unit: MyUnit) {
  const noteIds = useRef(new Map<Id, Id>())
  const first = useRef<{ composition: Composition; now: string }>(undefined)
  const noteIdOf = (citizenId: Id) => {
    if (!noteIds.current.has(citizenId)) noteIds.current.set(citizenId, newId())
    return noteIds.current.get(citizenId)!
  }
  return (composition: Composition) => {
    if (first.current?.composition !== composition) first.current = { composition, now: new Date().toISOString() }
    return { saved: { draftId, unit, now: first.current.now }, noteIdOf }
  }
}

export function useComposer(props: ComposerProps) {
  const { start, unit, people, onDone } = props
  const drafting = useKept(props)
  const [missing, setMissing] = useState<ReturnType<typeof whyNotSave>>()
  const isSending = useRef(false)
  const sameInput = useSameInput(start.id, unit)
  const named = (about: string) => ({ label: () => about })
  const composition = drafting.content
  const who = aboutWords(composition, people, useWord())
  const one = useDispatch(
    journal.write,
    named(composition.isShared ? text.unitDiary : people.nameOf(composition.about[0] ?? null)),
  )
  const many = useDispatch(journal.writeEvent, named(composition.about.map(people.nameOf).join(', ')))
  const sender = isEvent(composition) ? many : one

  const send = () => {
    const { saved, noteIdOf } = sameInput(composition)
    return isEvent(composition) ? many.run(toEvent(composition, saved, noteIdOf)) : one.run(toNote(composition, saved))
  }
  const save = async () => {
    const why = whyNotSave(composition)
    setMissing(why)
    if (why || isSending.current) return
    isSending.current = true
    await drafting.hold()
    const done = await send().finally(() => {
      isSending.current = false
    })
    if (!done) return drafting.resume()
    await drafting.drop()
    const words = done.state === 'queued' ? text.queued : isEvent(composition) ? who.many() : who.one()
    announce(words)
    onDone(done.state === 'queued' ? undefined : { words, at: new Date().toISOString() })
  }
  const change = (to: (before: Composition) => Composition) => {
    setMissing(undefined)
    one.reset()
    many.reset()
    drafting.change(to)
  }
  const discard = async () => {
    await drafting.drop()
    await call(journal.discardDraft, { id: start.id }).catch(() => undefined)
    onDone()
  }
  return { composition, change, save, discard, missing, sender, saving: drafting.saving }
}

export type Composing = ReturnType<typeof useComposer>
