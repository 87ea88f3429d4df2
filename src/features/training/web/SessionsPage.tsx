import { useState } from 'react'
import { dayOf } from '#kernel/lang/day.ts'
import {
  Button,
  Disclosure,
  Empty,
  Lines,
  Mark,
  Page,
  Row,
  Section,
  Show,
  Stack,
  TextLink,
  useNow,
  weekOf,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Session, training } from '../contract.ts'
import { SessionDialog } from './SessionDialog.tsx'
import { Sides } from './Sides.tsx'
import { text } from './text.ts'
import { useWhen } from './when.ts'

/** Sessions to come, week by week; those that are over fold away. */
export function SessionsPage() {
  const sessions = useRead(training.sessions, { unitId: null })
  const courses = useRead(training.courses, {})
  const [isPlanning, setPlanning] = useState(false)
  const planned = (courses.data ?? []).filter(({ permitted }) => permitted.includes('plan'))
  const plan = planned.length > 0 && (
    <Button kind="primary" onPress={() => setPlanning(true)}>
      {text.planSession}
    </Button>
  )
  return (
    <Page title={text.title} lead={text.lead} actions={plan}>
      <Stack gap={5}>
        <Sides side="sessions" />
        <Show of={sessions} lines={8} empty={<Empty action={plan}>{text.sessionsNone}</Empty>}>
          {(known) => <Weeks sessions={known} />}
        </Show>
      </Stack>
      {isPlanning && <SessionDialog courses={planned} onClose={() => setPlanning(false)} />}
    </Page>
  )
}

function Weeks({ sessions }: { sessions: readonly Session[] }) {
  const now = useNow().toISOString()
  const isOver = ({ endsAt }: Session) => Date.parse(endsAt) < Date.parse(now)
  const weeks = Map.groupBy(
    sessions.filter((session) => !isOver(session)),
    ({ startsAt }) => weekOf(dayOf(startsAt)),
  )
  const past = sessions.filter(isOver).reverse()
  return (
    <Stack gap={5}>
      {[...weeks].map(([week, ofWeek]) => (
        <Section key={week} title={text.week(week)}>
          <SessionLines sessions={ofWeek} />
        </Section>
      ))}
      {past.length > 0 && (
        <Disclosure title={`${text.past} (${past.length})`}>
          <SessionLines sessions={past} />
        </Disclosure>
      )}
    </Stack>
  )
}

export const SessionLines = ({ sessions }: { sessions: readonly Session[] }) => (
  <Lines>
    {sessions.map((session) => (
      <li key={session.id}>
        <SessionLine session={session} />
      </li>
    ))}
  </Lines>
)

function SessionLine({ session }: { session: Session }) {
  const when = useWhen()
  const { id, courseCode, courseTitle, units, trainer, place } = session
  return (
    <Stack gap={1}>
      <Row gap={3}>
        <strong>
          <TextLink href={`/kurser/hold/${id}`}>{when(session)}</TextLink>
        </strong>
        <span>
          {courseTitle} ({courseCode})
        </span>
        <SessionMarks session={session} />
      </Row>
      <span>
        {units.map(({ name }) => name).join(', ')} · {place} · {trainer || text.noTrainer}
      </span>
    </Stack>
  )
}

export const isClosed = ({ courseSort, units, openedByDecisionId }: Session): boolean =>
  courseSort === 'start' && openedByDecisionId === null && units.some(({ isApplied }) => !isApplied)

/** How it stands, in words with a shape. */
export function SessionMarks({ session }: { session: Session }) {
  const { cancelledBecause, attended, absent, taken, capacity, waiting, invited, trainer } = session
  if (cancelledBecause !== null) return <Mark tone="neutral">{text.cancelled(cancelledBecause)}</Mark>
  return (
    <>
      {attended + absent > 0 ? (
        <Mark tone="ok">{text.attended(attended, absent)}</Mark>
      ) : (
        <Mark tone={taken >= capacity ? 'info' : 'neutral'}>{text.taken(taken, capacity)}</Mark>
      )}
      {taken >= capacity && <Mark tone="info">{text.full}</Mark>}
      {waiting > 0 && <Mark tone="attention">{text.waiting(waiting)}</Mark>}
      {invited > 0 && <Mark>{text.invited(invited)}</Mark>}
      {isClosed(session) && <Mark tone="attention">{text.closed}</Mark>}
      {session.openedByDecisionId && <Mark tone="violet">{text.openedByDecision}</Mark>}
      {trainer === '' && <Mark tone="attention">{text.noTrainer}</Mark>}
    </>
  )
}
