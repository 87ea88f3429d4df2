import { useState } from 'react'
import { dayOf } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import {
  Button,
  Columns,
  DayText,
  Disclosure,
  Lines,
  Mark,
  Page,
  Row,
  Section,
  Show,
  Stack,
  Terms,
  useNow,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Missing, type Session, training, type UnitCoverage } from '../contract.ts'
import { coverMinutes } from '../rules.ts'
import { Competences } from './Competences.tsx'
import { EnrolDialog } from './EnrolDialog.tsx'
import { ShareBar } from './ShareBar.tsx'
import { text } from './text.ts'
import { useWhen } from './when.ts'

/** For the unit's leader: how far, who is missing, and which shifts must be covered. */
export function UnitTrainingPage({ unitId }: { unitId: Id }) {
  const units = useRead(training.coverage, {})
  const missing = useRead(training.missing, { unitId })
  const sessions = useRead(training.sessions, { unitId })
  const unit = units.data?.find(({ id }) => id === unitId)
  return (
    <Page title={text.unitTitle(unit?.name ?? '')} lead={text.coverageLead}>
      <Columns right={unit && <Counted unit={unit} />}>
        <Stack gap={6}>
          <Section title={text.missing} note={missing.data?.length}>
            <Show of={missing} empty={<Mark tone="ok">{text.missingNone}</Mark>} lines={8}>
              {(people) => <People people={people} unitId={unitId} sessions={sessions.data ?? []} />}
            </Show>
          </Section>
          <Section title={text.cover}>
            <Show of={sessions} isEmpty={() => false}>
              {(known) => <Cover sessions={known} />}
            </Show>
          </Section>
          <Competences unitId={unitId} />
        </Stack>
      </Columns>
    </Page>
  )
}

const Counted = ({ unit }: { unit: UnitCoverage }) => (
  <Terms
    items={[
      { term: text.permanent, value: <ShareBar trained={unit.permanentTrained} of={unit.permanent} /> },
      { term: text.temps, value: <ShareBar trained={unit.tempsTrained} of={unit.temps} /> },
      { term: text.onTheWay, value: unit.onTheWay },
      { term: text.toBriefed, value: unit.toBriefed },
      { term: text.setUp, value: unit.isApplied ? text.applied : text.notApplied },
    ]}
  />
)

type PeopleProps = { people: readonly Missing[]; unitId: Id; sessions: readonly Session[] }
type Lacking = Missing['courses'][number]
type Line = { person: Missing; lacking: Lacking }

/** Course by course, so that one session can be filled at a time. */
function People({ people, unitId, sessions }: PeopleProps) {
  const now = useNow().getTime()
  const [placing, setPlacing] = useState<{ session: Session; employeeId: Id }>()
  const lines = people.flatMap((person) => person.courses.map((lacking): Line => ({ person, lacking })))
  const nextOf = (courseId: Id) =>
    sessions.find((one) => one.courseId === courseId && Date.parse(one.startsAt) > now && one.cancelledBecause === null)
  return (
    <Stack gap={4}>
      {[...Map.groupBy(lines, ({ lacking }) => lacking.courseId)].map(([courseId, ofCourse]) => (
        <CourseLacked
          key={courseId}
          lines={ofCourse}
          session={nextOf(courseId)}
          onPlace={(session, employeeId) => setPlacing({ session, employeeId })}
        />
      ))}
      {placing && <EnrolDialog {...placing} unitId={unitId} onClose={() => setPlacing(undefined)} />}
    </Stack>
  )
}

type CourseProps = {
  lines: readonly Line[]
  session: Session | undefined
  onPlace: (session: Session, employeeId: Id) => void
}

/** More than these fold away: the count is what the leader needs first. */
const SHOWN = 12

function CourseLacked({ lines, session, onPlace }: CourseProps) {
  const { code, title } = lines[0]!.lacking
  const free = lines.filter(({ lacking }) => lacking.nextOn === null).length
  const list = (
    <Lines>
      {lines.map(({ person, lacking }) => (
        <li key={person.id}>
          <PersonLine person={person} lacking={lacking} session={session} onPlace={onPlace} />
        </li>
      ))}
    </Lines>
  )
  return (
    <Section title={`${code} ${title}`} note={text.lackingOf(lines.length, free)}>
      {lines.length > SHOWN ? <Disclosure title={text.missingCount(lines.length)}>{list}</Disclosure> : list}
    </Section>
  )
}

type PersonProps = { person: Missing; lacking: Lacking } & Pick<CourseProps, 'session' | 'onPlace'>

const PersonLine = ({ person, lacking: { nextOn }, session, onPlace }: PersonProps) => (
  <Row gap={3} apart>
    <Row gap={2}>
      <strong>{person.name}</strong>
      {person.profession && <span>{person.profession}</span>}
      {person.isTemp && <Mark>{text.day_night.temp}</Mark>}
      {person.isNight && <Mark>{text.day_night.night}</Mark>}
      {nextOn && (
        <Mark tone="info">
          {text.hasPlace} <DayText day={nextOn} />
        </Mark>
      )}
    </Row>
    {!nextOn && session?.permitted.includes('enrol') && (
      <Button kind="plain" onPress={() => onPlace(session, person.id)}>
        {text.enrol} <DayText day={dayOf(session.startsAt)} />
      </Button>
    )}
  </Row>
)

/** What the shift plan must know: when how many are away, and for how long. */
function Cover({ sessions }: { sessions: readonly Session[] }) {
  const now = useNow().getTime()
  const when = useWhen()
  const coming = sessions.filter(
    ({ endsAt, cancelledBecause, taken }) => Date.parse(endsAt) > now && cancelledBecause === null && taken > 0,
  )
  if (coming.length === 0) return <p>{text.coverNone}</p>
  return (
    <Lines>
      {coming.map((session) => {
        const minutes = coverMinutes(
          session.courseSort,
          (Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 60_000,
        )
        return (
          <li key={session.id}>
            {text.coverLine(when(session), session.courseTitle, session.taken, text.length(minutes))}
          </li>
        )
      })}
    </Lines>
  )
}
