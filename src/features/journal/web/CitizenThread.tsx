import { Fragment, type ReactNode, useState } from 'react'
import { type Day, dayOf, type Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import {
  Button,
  Empty,
  Knot,
  Loading,
  NewCount,
  Notice,
  Row,
  ScreenOnly,
  Show,
  Stack,
  Thread,
  ThreadDay,
  ToggleChips,
} from '#kernel/ui/index.ts'
import { useAddressWord, useRead } from '#kernel/web/index.ts'
import { journal, type NoteRow } from '../contract.ts'
import type { OpenDraft } from './composition.ts'
import { NoteKnot } from './NoteKnot.tsx'
import { PrintButton } from './PrintButton.tsx'
import { text } from './text.ts'
import { useArriveAtNote } from './use-arrive-at-note.ts'
import { useWaitingNotes, WaitingKnots } from './WaitingKnots.tsx'

/** As many as the server gives at a time; fewer means that the thread begins here. */
const PAGE = 50
const filters = ['all', 'important', 'health', 'night'] as const
type Filter = (typeof filters)[number]

const isFilter = (word: string): word is Filter => (filters as readonly string[]).includes(word)

type ThreadProps = { citizenId: Id; unitId: Id | undefined; onTakeBack?: (draft: OpenDraft) => void }

/** What happened to one person, the latest first. */
export function CitizenThread({ citizenId, unitId, onTakeBack }: ThreadProps) {
  const [word, setFilter] = useAddressWord('filter', 'all')
  const only = isFilter(word) ? word : 'all'
  const notes = useRead(journal.ofCitizen, { citizenId, before: null, only }, { live: ['journal', unitId] })
  const waiting = useWaitingNotes({ citizenId })
  useArriveAtNote(notes.data !== undefined)
  const choices = filters.map((id) => ({ id, label: text.filters[id] }))
  return (
    <Stack gap={4}>
      <ScreenOnly>
        <Row apart gap={2}>
          <ToggleChips label={text.filter} choices={choices} value={[only]} onChange={([to]) => to && setFilter(to)} />
          <PrintButton />
        </Row>
        <NewCount count={notes.waiting} onShow={notes.showWaiting} />
      </ScreenOnly>
      <Show of={notes} lines={8} isEmpty={(rows) => rows.length + waiting.length === 0} empty={<NoNotes only={only} />}>
        {(rows) => (
          <Thread label={text.thread}>
            <WaitingKnots citizenId={citizenId} {...(onTakeBack && { onTakeBack })} />
            <NotesByDay rows={rows} citizenId={citizenId} only={only} after={undefined} />
          </Thread>
        )}
      </Show>
    </Stack>
  )
}

const NoNotes = ({ only }: { only: Filter }) => <Empty>{only === 'all' ? text.noNotes : text.noNotesOfFilter}</Empty>

type DaysProps = { rows: readonly NoteRow[]; citizenId: Id; only: Filter; after: Day | undefined }

/** Days as headings; the same day is not said twice where an older page goes on. */
function NotesByDay({ rows, citizenId, only, after }: DaysProps) {
  const hasGoals = rows.some(({ belongsTo }) => belongsTo.length > 0)
  const matters = useRead(journal.mattersOf, { citizenId }, { enabled: hasGoals, staleMs: 60_000 }).data ?? []
  const oldest = rows.at(-1)
  return (
    <>
      {rows.map((note, index) => (
        <Fragment key={note.id}>
          {dayOf(note.happenedAt) !== (index === 0 ? after : dayOf(rows[index - 1]!.happenedAt)) && (
            <ThreadDay day={dayOf(note.happenedAt)} />
          )}
          <NoteKnot note={note} isDayKnown matters={matters} />
        </Fragment>
      ))}
      {oldest && rows.length >= PAGE && <Older citizenId={citizenId} only={only} before={oldest.happenedAt} />}
    </>
  )
}

type OlderProps = { citizenId: Id; only: Filter; before: Instant }

function Older(props: OlderProps) {
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <OlderNotes {...props} />
  return <End actions={<Button onPress={() => setOpen(true)}>{text.older}</Button>} />
}

function OlderNotes({ citizenId, only, before }: OlderProps) {
  const notes = useRead(journal.ofCitizen, { citizenId, before, only })
  if (notes.data === undefined)
    return (
      <End
        actions={
          notes.status === 'loading' ? <Loading lines={2} /> : <TryAgain why={notes.problemText} retry={notes.retry} />
        }
      />
    )
  if (notes.data.length === 0) return <End>{text.noOlder}</End>
  return <NotesByDay rows={notes.data} citizenId={citizenId} only={only} after={dayOf(before)} />
}

const End = ({ actions, children }: { actions?: ReactNode; children?: ReactNode }) => (
  <Knot kind="past" actions={actions}>
    {children}
  </Knot>
)

const TryAgain = ({ why, retry }: { why: string | undefined; retry: () => void }) => (
  <Notice tone="attention" actions={<Button onPress={retry}>{text.retry}</Button>}>
    <p>{why}</p>
  </Notice>
)
