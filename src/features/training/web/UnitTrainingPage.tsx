import { useState } from 'react'
import { dayOf } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import {
  Button,
  Columns,
  DayText,
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

function People({ people, unitId, sessions }: PeopleProps) {
  const now = useNow().getTime()
  const [placing, setPlacing] = useState<{ session: Session; employeeId: Id }>()
  const nextOf = (courseId: Id) =>
    sessions.find((one) => one.courseId === courseId && Date.parse(one.startsAt) > now && one.cancelledBecause === null)
  return (
    <>
      <Lines>
        {people.map((person) => (
          <li key={person.id}>
            <PersonLine
              person={person}
              nextOf={nextOf}
              onPlace={(session) => setPlacing({ session, employeeId: person.id })}
            />
          </li>
        ))}
      </Lines>
      {placing && <EnrolDialog {...placing} unitId={unitId} onClose={() => setPlacing(undefined)} />}
    </>
  )
}

type PersonProps = {
  person: Missing
  nextOf: (courseId: Id) => Session | undefined
  onPlace: (session: Session) => void
}

const PersonLine = ({ person, nextOf, onPlace }: PersonProps) => (
  <Stack gap={2}>
    <Row gap={2}>
      <strong>{person.name}</strong>
      {person.profession && <span>{person.profession}</span>}
      {person.isTemp && <Mark>{text.day_night.temp}</Mark>}
      {person.isNight && <Mark>{text.day_night.night}</Mark>}
    </Row>
    {person.courses.map(({ courseId, code, title, nextOn }) => {
      const session = nextOf(courseId)
      return (
        <Row key={courseId} gap={3}>
          <span>
            {code} {title}
          </span>
          {nextOn ? (
            <Mark tone="info">
              {text.hasPlace} <DayText day={nextOn} />
            </Mark>
          ) : (
            <Mark tone="attention">{text.noPlace}</Mark>
          )}
          {!nextOn && session?.permitted.includes('enrol') && (
            <Button kind="plain" onPress={() => onPlace(session)}>
              {text.enrol} <DayText day={dayOf(session.startsAt)} />
            </Button>
          )}
        </Row>
      )
    })}
  </Stack>
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
