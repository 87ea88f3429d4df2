import { type ReactNode, useState } from 'react'
import { ProtectedMark } from '#features/citizens/web/index.ts'
import { capital, useWord } from '#features/org/web/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import {
  Button,
  Disclosure,
  Lines,
  Mark,
  NewCount,
  Person,
  Progress,
  Row,
  Section,
  Stack,
  Thread,
} from '#kernel/ui/index.ts'
import { HandoverKnots } from './HandoverThread.tsx'
import { type Group, isUnread } from './handover-groups.ts'
import type { People } from './people.ts'
import { text } from './text.ts'
import { type Reading, useMarkRead } from './use-mark-read.ts'

type OneByOneProps = {
  groups: readonly Group[]
  people: People
  marking: Reading
  reading: { waiting: number; showWaiting: () => void }
  /** What closes the handover, at the last citizen. */
  end: ReactNode
}

const keyOf = ({ citizenId }: Group): string => citizenId ?? 'unit'

/** The order in which one began is kept, so that nobody moves while one reads; who is new comes last. */
function useStillOrder(groups: readonly Group[]): readonly Group[] {
  const [first, setFirst] = useState(() => groups.map(keyOf))
  const added = groups.map(keyOf).filter((key) => !first.includes(key))
  if (added.length > 0) setFirst([...first, ...added])
  const byKey = new Map(groups.map((group) => [keyOf(group), group]))
  return first.flatMap((key) => byKey.get(key) ?? [])
}

export function HandoverOneByOne({ groups, people, marking, reading, end }: OneByOneProps) {
  const still = useStillOrder(groups)
  const word = useWord()
  const [at, setAt] = useState(0)
  const place = Math.min(at, still.length - 1)
  const group = still[place]!
  useMarkRead(group.notes, marking)
  const go = (to: number) => {
    setAt(to)
    document.getElementById('main')?.scrollIntoView()
  }
  return (
    <Stack gap={4}>
      <Progress label={capital(word.one)} done={place + 1} of={still.length} />
      <NewCount count={reading.waiting} onShow={reading.showWaiting} />
      <Section title={<Who group={group} people={people} />}>
        <Thread label={people.nameOf(group.citizenId)}>
          <HandoverKnots groups={[group]} people={people} isNamed />
        </Thread>
      </Section>
      <Steps place={place} still={still} people={people} go={go} end={end} />
      <Everyone still={still} people={people} seen={marking.seen} place={place} go={go} />
    </Stack>
  )
}

function Who({ group, people }: { group: Group; people: People }) {
  const name = people.nameOf(group.citizenId)
  return group.citizenId ? (
    <Person name={name} url={people.photoOf(group.citizenId)} href={`/borger/${group.citizenId}`}>
      {people.isProtected(group.citizenId) && <ProtectedMark />}
    </Person>
  ) : (
    name
  )
}

type StepsProps = Pick<OneByOneProps, 'people' | 'end'> & {
  place: number
  still: readonly Group[]
  go: (to: number) => void
}

function Steps({ place, still, people, go, end }: StepsProps) {
  const next = still[place + 1]
  return (
    <Row apart gap={2}>
      <Button isDisabled={place === 0} onPress={() => go(place - 1)}>
        {text.previous}
      </Button>
      {next ? (
        <Button kind="primary" onPress={() => go(place + 1)}>
          {text.nextOne(people.nameOf(next.citizenId))}
        </Button>
      ) : (
        <Row gap={2}>{end}</Row>
      )}
    </Row>
  )
}

type EveryoneProps = Pick<OneByOneProps, 'people'> & { seen: ReadonlySet<Id> } & Omit<StepsProps, 'end' | 'people'>

/** Where everybody stands: nothing unread is passed over in silence. */
function Everyone({ still, people, seen, place, go }: EveryoneProps) {
  const leftIn = ({ notes }: Group) => notes.filter((note) => isUnread(note) && !seen.has(note.id)).length
  const left = still.reduce((sum, group) => sum + leftIn(group), 0)
  return (
    <Disclosure title={left === 0 ? text.allRead : `${text.listOfCitizens} · ${text.unread(left)}`}>
      <Lines label={text.listOfCitizens}>
        {still.map((group, index) => (
          <li key={keyOf(group)}>
            <Row apart gap={2}>
              <Button kind="plain" isDisabled={index === place} onPress={() => go(index)}>
                {people.nameOf(group.citizenId)}
              </Button>
              {leftIn(group) > 0 ? (
                <Mark tone="attention">{text.unread(leftIn(group))}</Mark>
              ) : (
                <Mark tone="ok">{text.seen}</Mark>
              )}
            </Row>
          </li>
        ))}
      </Lines>
    </Disclosure>
  )
}
