import { NewCount, Stack, Thread } from '#kernel/ui/index.ts'
import type { Group } from './handover-groups.ts'
import { NoteKnot } from './NoteKnot.tsx'
import type { People } from './people.ts'
import { text } from './text.ts'

type HandoverThreadProps = {
  groups: readonly Group[]
  people: People
  isShort?: boolean
  /** The page says already who it is about. */
  isNamed?: boolean
}

const hrefOf = (citizenId: string | null) => (citizenId ? `/borger/${citizenId}` : '/enhed')

/** One citizen after another, along the thread. */
export function HandoverKnots({ groups, people, isShort = false, isNamed = false }: HandoverThreadProps) {
  return groups.flatMap(({ citizenId, notes }) =>
    notes.map((note) => (
      <NoteKnot
        key={note.id}
        note={note}
        {...(!isNamed && {
          name: people.nameOf(citizenId),
          href: hrefOf(citizenId),
          isProtected: people.isProtected(citizenId),
        })}
        isNew={note.isNew}
        isShort={isShort}
      />
    )),
  )
}

type WaitingProps = { waiting: number; showWaiting: () => void }

export function HandoverThread({ reading, ...rest }: HandoverThreadProps & { reading: WaitingProps }) {
  return (
    <Stack gap={3}>
      <NewCount count={reading.waiting} onShow={reading.showWaiting} />
      <Thread label={text.sinceLast}>
        <HandoverKnots {...rest} />
      </Thread>
    </Stack>
  )
}
