import type { MyUnit } from '#features/org/contract.ts'
import type { GivenTo } from '#kernel/lang/contract.ts'
import { dayOf, type Instant, instantAt } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import type { Draft, DraftContent, journal, NoteRow } from '../contract.ts'

/** What the composer holds: as it is typed, before it is a note. */
export type Composition = {
  readonly unitId: Id
  /** Nobody yet, one, or the several citizens of one event. */
  readonly about: readonly Id[]
  /** In the unit's diary, about nobody. */
  readonly isShared: boolean
  readonly kind: NoteRow['kind'] | null
  /** Null: when it is saved. */
  readonly happenedAt: Instant | null
  readonly text: string
  readonly important: boolean
  readonly theme: string | null
  /** A paragraph each, of an event. */
  readonly parts: Readonly<Record<Id, string>>
  /** For each citizen the goals it tells something about. */
  readonly belongsTo: Readonly<Record<Id, readonly Id[]>>
}

/** A composition with the name it keeps: as a draft, and as the note it becomes. */
export type OpenDraft = { readonly id: Id; readonly revision: number; readonly composition: Composition }

export const blank = (unitId: Id, about: readonly Id[] = []): Composition => ({
  unitId,
  about,
  isShared: false,
  kind: null,
  happenedAt: null,
  text: '',
  important: false,
  theme: null,
  parts: {},
  belongsTo: {},
})

export const newDraft = (unitId: Id, about: readonly Id[] = []): OpenDraft => ({
  id: newId(),
  revision: 0,
  composition: blank(unitId, about),
})

export function newUnitDraft(unitId: Id): OpenDraft {
  const draft = newDraft(unitId)
  return { ...draft, composition: inUnitDiary(draft.composition) }
}

export const belongingOf = ({ belongsTo }: Composition, citizenId: Id): Id[] => [...(belongsTo[citizenId] ?? [])]

export const isEvent = ({ about }: Composition): boolean => about.length > 1

export const partOf = ({ parts }: Composition, citizenId: Id): string => parts[citizenId] ?? ''

/** Whether there is a word in it that somebody would miss. */
export const hasWords = (composition: Composition): boolean =>
  [composition.text, ...composition.about.map((id) => partOf(composition, id))].some((words) => words.trim() !== '')

/** Kinds one may choose between for what it is about now. */
export const kindsFor = ({ noteKinds }: Pick<MyUnit, 'noteKinds'>) => noteKinds.filter((kind) => kind !== 'unit')

/** The kind it gets: the one chosen where the unit uses it, else the unit's first. */
export function kindOf({ kind, isShared }: Composition, unit: Pick<MyUnit, 'noteKinds'>): NoteRow['kind'] {
  if (isShared) return 'unit'
  const kinds = kindsFor(unit)
  return kind && kind !== 'unit' && kinds.includes(kind) ? kind : (kinds[0] ?? 'diary')
}

export const aboutOne = (composition: Composition, id: Id): Composition => ({
  ...composition,
  about: [id],
  isShared: false,
})
export const aboutNobody = (composition: Composition): Composition => ({ ...composition, about: [], isShared: false })
export const inUnitDiary = (composition: Composition): Composition => ({ ...composition, about: [], isShared: true })
export const withOneMore = (composition: Composition, id: Id): Composition =>
  composition.about.includes(id) ? composition : { ...composition, about: [...composition.about, id], isShared: false }

/** The paragraph of the one who is taken out is kept, should it be a slip of the finger. */
export const withoutOne = (composition: Composition, id: Id): Composition => ({
  ...composition,
  about: composition.about.filter((one) => one !== id),
})

export const toDraft = (composition: Composition, unit: Pick<MyUnit, 'noteKinds'>) => {
  const content: DraftContent = {
    kind: kindOf(composition, unit),
    ...(composition.happenedAt && { happenedAt: composition.happenedAt }),
    text: composition.text,
    important: composition.important,
    theme: composition.theme,
    ...(isEvent(composition) && {
      parts: composition.about.map((citizenId) => ({
        citizenId,
        text: partOf(composition, citizenId),
        belongsTo: belongingOf(composition, citizenId),
      })),
    }),
    ...(composition.about.length === 1 && { belongsTo: belongingOf(composition, composition.about[0]!) }),
  }
  return {
    unitId: composition.unitId,
    citizenId: composition.about.length === 1 ? composition.about[0]! : null,
    content,
  }
}

/** A draft from the server, back in the composer. */
export function fromDraft({ id, revision, unitId, citizenId, content }: Draft, here: Id): OpenDraft {
  const { kind, happenedAt, text = '', important = false, theme = null, parts = [], belongsTo = [] } = content
  const about = parts.length > 0 ? parts.map((part) => part.citizenId) : citizenId ? [citizenId] : []
  const composition: Composition = {
    unitId: unitId ?? here,
    about,
    isShared: kind === 'unit',
    kind: kind === 'unit' ? null : (kind ?? null),
    happenedAt: happenedAt ?? null,
    text,
    important,
    theme,
    parts: Object.fromEntries(parts.map((part) => [part.citizenId, part.text])),
    belongsTo:
      parts.length > 0
        ? Object.fromEntries(parts.map((part) => [part.citizenId, part.belongsTo ?? []]))
        : citizenId
          ? { [citizenId]: belongsTo }
          : {},
  }
  return { id, revision, composition }
}

type Saved = { draftId: Id; unit: Pick<MyUnit, 'noteKinds'>; now: Instant }

const wordsOf = (composition: Composition, { unit, now, draftId }: Saved) => ({
  id: draftId,
  draftId,
  unitId: composition.unitId,
  kind: kindOf(composition, unit),
  happenedAt: composition.happenedAt ?? now,
  text: composition.text,
  important: composition.important,
  theme: composition.theme,
})

/** The note has the draft's own id, so that what was wanted once is written once. */
export const toNote = (composition: Composition, saved: Saved): GivenTo<typeof journal.write> => ({
  ...wordsOf(composition, saved),
  citizenId: composition.about[0] ?? null,
  belongsTo: composition.about[0] ? belongingOf(composition, composition.about[0]) : [],
})

/** @param noteIds one for each citizen, the same at each attempt */
export const toEvent = (
  composition: Composition,
  saved: Saved,
  noteIds: (citizenId: Id) => Id,
): GivenTo<typeof journal.writeEvent> => ({
  ...wordsOf(composition, saved),
  parts: composition.about.map((citizenId) => ({
    noteId: noteIds(citizenId),
    citizenId,
    text: partOf(composition, citizenId),
    belongsTo: belongingOf(composition, citizenId),
  })),
})

/** What is missing before it can be saved. */
export function whyNotSave(composition: Composition): 'chooseFirst' | 'writeFirst' | undefined {
  if (composition.about.length === 0 && !composition.isShared) return 'chooseFirst'
  return composition.text.trim() === '' ? 'writeFirst' : undefined
}

/** Gentle headings at the end of what already stands. */
export function withPrompts(text: string, prompts: readonly string[]): string {
  const headings = prompts.map((prompt) => `${prompt}\n`).join('\n')
  return text.trim() === '' ? headings : `${text.trimEnd()}\n\n${headings}`
}

const MINUTES = { quarter: 15, hour: 60 } as const
export const ago = (span: keyof typeof MINUTES, now: Date): Instant =>
  new Date(now.getTime() - MINUTES[span] * 60_000).toISOString()

/** A local time of a local day. A time later than now is meant of the day before, when no day was chosen. */
export function momentOf(time: string, now: Date, day?: string): Instant {
  const today = dayOf(now)
  if (day) return instantAt(day, time)
  const at = instantAt(today, time)
  return Date.parse(at) <= now.getTime() ? at : instantAt(dayOf(new Date(now.getTime() - 86_400_000)), time)
}
