import { type ReactNode, useState } from 'react'
import { ProtectedMark } from '#features/citizens/web/index.ts'
import { org } from '#features/org/contract.ts'
import { dayOf } from '#kernel/lang/day.ts'
import { Button, Knot, MomentText, momentWords, Stack, TextLink, TimeText, useNow } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import type { Matter, NoteRow } from '../contract.ts'
import { GoalChips } from './BelongsTo.tsx'
import { NoteActs } from './NoteActs.tsx'
import { text } from './text.ts'

/** Longer than this, a note is folded in lists that hold many people's notes. */
const LONG = 600
/** Written this much later than it happened, both are said. */
const LATE_MS = 60 * 60_000

type NoteKnotProps = {
  note: NoteRow
  /** Who it is about, where that is not plain from the page. */
  name?: string
  href?: string
  /** Said beside the name. */
  isProtected?: boolean
  isNew?: boolean
  /** Fold what is long. */
  isShort?: boolean
  /** Beneath days as headings the time alone is enough. */
  isDayKnown?: boolean
  /** What its citizen's notes may belong to, where the list has asked. */
  matters?: readonly Matter[]
  /** A passage of it, for search; the whole note otherwise. */
  children?: ReactNode
}

export const noteAnchor = (id: string) => `note-${id}`

export function NoteKnot({
  note,
  name,
  href,
  isProtected = false,
  isNew = false,
  isShort = false,
  isDayKnown = false,
  matters = [],
  children,
}: NoteKnotProps) {
  const isGone = note.withdrawn !== null
  const linked = href && name ? <TextLink href={href}>{name}</TextLink> : name
  const title = isProtected ? (
    <>
      {linked} <ProtectedMark />
    </>
  ) : (
    linked
  )
  return (
    <Knot
      kind={isGone ? 'past' : note.important ? 'important' : 'ordinary'}
      {...(isGone && { word: text.withdrawnWord })}
      title={title}
      label={<NoteLabel note={note} isDayKnown={isDayKnown} />}
      isNew={isNew}
      actions={
        hasActs(note, isShort) ? <NoteActs note={isShort ? { ...note, permitted: [] } : note} name={name} /> : undefined
      }
    >
      <div id={noteAnchor(note.id)} tabIndex={-1}>
        {isGone ? <Withdrawn note={note} /> : (children ?? <Folding words={note.text} isShort={isShort} />)}
        {!isGone && <GoalChips note={note} matters={matters} />}
      </div>
    </Knot>
  )
}

/** Lists of many people's notes are for reading; one corrects on the citizen's own page. */
const hasActs = ({ permitted, version }: NoteRow, isShort: boolean): boolean =>
  (permitted.length > 0 && !isShort) || version > 1

function NoteLabel({ note, isDayKnown }: Pick<NoteKnotProps, 'note' | 'isDayKnown'>) {
  const isLate = Math.abs(Date.parse(note.writtenAt) - Date.parse(note.happenedAt)) > LATE_MS
  return (
    <>
      {isDayKnown ? <TimeText at={note.happenedAt} /> : <MomentText at={note.happenedAt} />}
      {note.citizenId !== null && ` · ${text.kinds[note.kind]}`}
      {` · ${note.authorName}`}
      {isLate && <WrittenLater note={note} />}
      <FromElsewhere unitId={note.unitId} />
    </>
  )
}

/** A note that another unit has shared, or that is read in an emergency, says whose it is: it was written for that unit's eyes. */
function FromElsewhere({ unitId }: { unitId: string }) {
  const mine = useRead(org.myUnits, {}, { staleMs: 5 * 60_000 })
  const isElsewhere = mine.data !== undefined && !mine.data.some(({ id }) => id === unitId)
  const offers = useRead(org.openOffers, {}, { enabled: isElsewhere, staleMs: 60 * 60_000 })
  if (!isElsewhere) return null
  const name = offers.data?.find(({ id }) => id === unitId)?.name
  return ` · ${name ? text.fromUnit(name) : text.fromOtherUnit}`
}

function WrittenLater({ note }: { note: NoteRow }) {
  const isSameDay = dayOf(note.writtenAt) === dayOf(note.happenedAt)
  return (
    <>
      {` · ${text.written} `}
      {isSameDay ? <TimeText at={note.writtenAt} /> : <MomentText at={note.writtenAt} />}
    </>
  )
}

function Folding({ words, isShort }: { words: string; isShort: boolean }) {
  const [isOpen, setOpen] = useState(!isShort || words.length <= LONG)
  if (isOpen) return words
  return (
    <Stack gap={2}>
      <span>{`${words.slice(0, LONG).trimEnd()} …`}</span>
      <span>
        <Button kind="plain" onPress={() => setOpen(true)}>
          {text.readAll}
        </Button>
      </span>
    </Stack>
  )
}

/** Taken back, by whom and why; the words only for the few who may see them. */
function Withdrawn({ note }: { note: NoteRow }) {
  const now = useNow()
  if (!note.withdrawn) return null
  const { byName, at, reason } = note.withdrawn
  return (
    <Stack gap={1}>
      <span>{text.withdrawnBy(byName, momentWords(at, now))}</span>
      <span>{`${text.reason}: ${reason}`}</span>
      {note.text === '' ? <span>{text.hiddenText}</span> : <s>{note.text}</s>}
    </Stack>
  )
}
