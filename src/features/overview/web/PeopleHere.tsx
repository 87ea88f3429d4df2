import type { CitizenLine } from '#features/citizens/contract.ts'
import { Protection } from '#features/citizens/web/index.ts'
import type { People } from '#features/journal/web/index.ts'
import type { MyUnit } from '#features/org/contract.ts'
import { capital, useWord } from '#features/org/web/index.ts'
import { WhyButton } from '#features/profiles/web/index.ts'
import { stays } from '#features/stays/contract.ts'
import { Disclosure, Mark, Person, Section, Show, Stack, Warning } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { text } from './text.ts'

type HereProps = { unit: MyUnit; people: People }

/** Faces, names and warnings as words. Where people do not live, my own and those who came today stand first. */
export function PeopleHere({ unit, people }: HereProps) {
  const attendance = useRead(
    stays.attendanceToday,
    { unitId: unit.id },
    { enabled: !unit.roundTheClock, live: ['stays', unit.id] },
  )
  const word = useWord()
  const here = new Set(attendance.data?.filter((row) => row.here).map(({ id }) => id))
  const isNear = ({ id, mine }: CitizenLine) => unit.roundTheClock || mine || here.has(id)
  return (
    <Section
      title={capital(word.many)}
      note={people.shown.data && text.livesHere(people.list.length)}
      actions={<WhyButton unit={unit} of="terminology.citizen" name={word.many} />}
    >
      <Show of={people.shown} empty={text.noPeople(word)} lines={8}>
        {(lines) => (
          <Stack gap={4}>
            <Persons lines={lines.filter(isNear)} people={people} here={here} />
            <Rest lines={lines.filter((line) => !isNear(line))} people={people} here={here} />
          </Stack>
        )}
      </Show>
    </Section>
  )
}

/** A warning longer than this is told in full on the citizen's own page. */
const SHORT = 48

/** Its first clause. Never cut at a comma: what comes after may turn the meaning. */
export function inShort(words: string): string {
  const clause = words.split(/[.:;]\s/)[0] ?? words
  return words.length <= SHORT || clause.length === words.length ? words : `${clause} …`
}

type PersonsProps = { lines: readonly CitizenLine[]; people: People; here: ReadonlySet<string> }

const Rest = (props: PersonsProps) =>
  props.lines.length === 0 ? null : (
    <Disclosure title={text.others(props.lines.length)}>
      <Persons {...props} />
    </Disclosure>
  )

const Persons = ({ lines, people, here }: PersonsProps) => (
  <Stack gap={4}>
    {lines.map((line) => (
      <Person
        key={line.id}
        name={people.nameOf(line.id)}
        url={people.photoOf(line.id)}
        href={`/borger/${line.id}`}
        second={line.room ? text.room(line.room) : undefined}
      >
        <Protection of={line} />
        {here.has(line.id) && <Mark tone="ok">{text.here}</Mark>}
        {line.warnings.map((warning) => (
          <Warning key={warning.id}>{inShort(warning.text)}</Warning>
        ))}
      </Person>
    ))}
  </Stack>
)
