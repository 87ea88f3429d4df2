import { dayOf } from '#kernel/lang/day.ts'
import {
  Columns,
  LinkButton,
  Mark,
  Page,
  Row,
  Section,
  Show,
  Stack,
  shortDayWords,
  Terms,
  timeWords,
  useToday,
} from '#kernel/ui/index.ts'
import { useLive, useRead } from '#kernel/web/index.ts'
import { capture, type EventDetail } from '../contract.ts'
import { isJoinable } from '../rules.ts'
import { Attendance } from './Attendance.tsx'
import { DayState } from './DayState.tsx'
import { stateTone } from './DaysPage.tsx'
import { joinAddress, QrCode } from './QrCode.tsx'
import { text } from './text.ts'

/** One day: how to join, how far it has come, who came. */
export function DayPage({ dayId }: { dayId: string }) {
  const day = useRead(capture.event, { id: dayId })
  useLive('capture', day.data?.placeId, () => day.retry())
  return (
    <Show of={day} lines={8}>
      {(found) => <Day day={found} />}
    </Show>
  )
}

function Day({ day }: { day: EventDetail }) {
  const today = useToday()
  const when = `${shortDayWords(dayOf(day.opensAt), today)} ${timeWords(day.opensAt)}–${timeWords(day.closesAt)}`
  const mayArrange = day.permitted.includes('arrange')
  return (
    <Page
      title={day.title}
      lead={[text.formats[day.format], when, day.venue].join(' · ')}
      actions={<Ways day={day} mayArrange={mayArrange} />}
    >
      <Row gap={3}>
        <Mark tone={stateTone[day.state]}>{text.eventStates[day.state]}</Mark>
        <span>{[text.slipsOf(day.slips), text.guestsOf(day.guests)].join(' · ')}</span>
      </Row>
      <Columns right={isJoinable(day.state) && <JoinHere code={day.joinCode} />}>
        <Stack gap={6}>
          <DayState day={day} mayArrange={mayArrange} />
          <Attendance day={day} mayArrange={mayArrange} />
          <Section title={text.invited} note={day.units.length}>
            <Terms items={[{ term: text.taskField, value: day.task }]} />
            <p>{day.units.map(({ name }) => name).join(', ')}</p>
          </Section>
        </Stack>
      </Columns>
    </Page>
  )
}

function Ways({ day, mayArrange }: { day: EventDetail; mayArrange: boolean }) {
  return (
    <>
      {day.permitted.includes('sort') && (
        <LinkButton href={`/dage/${day.id}/bord`} kind="primary">
          {text.toDesk}
        </LinkButton>
      )}
      <LinkButton href={`/dage/${day.id}/vaeg`}>{text.toWall}</LinkButton>
      {mayArrange && <LinkButton href={`/dage/${day.id}/ret`}>{text.change}</LinkButton>}
    </>
  )
}

const JoinHere = ({ code }: { code: string }) => (
  <Section title={text.joinHere}>
    <QrCode address={joinAddress(code)} size="10rem" />
    <p>{text.joinHow(joinAddress(code).replace(/^https?:\/\//, ''))}</p>
    <p>
      {text.joinCode} <strong>{code}</strong>
    </p>
  </Section>
)
