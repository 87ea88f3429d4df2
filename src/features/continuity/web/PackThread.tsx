import { Fragment } from 'react'
import { dayOf } from '#kernel/lang/day.ts'
import { Empty, Knot, Thread, ThreadDay, TimeText } from '#kernel/ui/index.ts'
import type { PackCitizen, PackNote } from '../contract.ts'
import { text } from './text.ts'

type Props = { notes: readonly PackNote[]; citizens?: readonly PackCitizen[] }

/** Notes along the thread, latest first, under their days; with names where they are of several. */
export function PackThread({ notes, citizens }: Props) {
  const names = new Map(citizens?.map(({ id, fullName }) => [id, fullName]))
  if (notes.length === 0) return <Empty>{text.noNotes}</Empty>
  return (
    <Thread label={text.lately}>
      {notes.map((note, at) => {
        const day = dayOf(note.happenedAt)
        const isFirst = at === 0 || dayOf(notes[at - 1]!.happenedAt) !== day
        return (
          <Fragment key={note.id}>
            {isFirst && <ThreadDay day={day} />}
            <Knot
              kind={note.important ? 'important' : 'ordinary'}
              title={citizens && (note.citizenId ? names.get(note.citizenId) : text.unitDiary)}
              label={
                <>
                  <TimeText at={note.happenedAt} /> · {note.authorName}
                </>
              }
            >
              {note.text}
            </Knot>
          </Fragment>
        )
      })}
    </Thread>
  )
}
