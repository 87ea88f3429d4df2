import { useState } from 'react'
import { useUnit } from '#features/org/web/index.ts'
import { Button, Columns, Empty, Knot, MomentText, Page, Row, Show, Stack, Thread, useNow } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Meeting, relay } from '../contract.ts'
import { DAYS_PHONES_MAY_ASK } from '../rules.ts'
import { AttendanceButton } from './AttendanceDialog.tsx'
import { MeetingDialog } from './MeetingDialog.tsx'
import { MeetingQuestions } from './MeetingQuestions.tsx'
import { MySides } from './MySides.tsx'
import { PhoneCode } from './PhoneCode.tsx'
import { Sides } from './Sides.tsx'
import { text } from './text.ts'

/** Information meetings, the latest first, and every question with its answer. */
export function MeetingsPage() {
  const meetings = useRead(relay.meetings, {})
  const places = useRead(relay.places, {}, { staleMs: 60_000 })
  const [editing, setEditing] = useState<Meeting | 'new'>()
  const unit = useUnit()
  const placeId = places.data?.[0]?.id
  const add = placeId !== undefined && (
    <Button kind="primary" onPress={() => setEditing('new')}>
      {text.addMeeting}
    </Button>
  )
  return (
    <Page title={text.meetings} lead={text.meetingsLead} actions={add}>
      <Stack gap={5}>
        {placeId !== undefined ? <Sides side="meetings" /> : unit && <MySides side="meetings" />}
        <Columns>
          <Show of={meetings} lines={8} empty={<Empty action={add}>{text.noMeetings}</Empty>}>
            {(rows) => (
              <Thread label={text.meetings}>
                {rows.map((meeting) => (
                  <MeetingKnot key={meeting.id} meeting={meeting} onChange={() => setEditing(meeting)} />
                ))}
              </Thread>
            )}
          </Show>
        </Columns>
      </Stack>
      {editing && placeId !== undefined && (
        <MeetingDialog
          placeId={placeId}
          of={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  )
}

const lastOf = ({ slots }: Meeting): string => slots.at(-1)?.startsAt ?? ''

function MeetingKnot({ meeting, onChange }: { meeting: Meeting; onChange: () => void }) {
  const now = useNow().getTime()
  const last = Date.parse(lastOf(meeting))
  const isAhead = last > now
  const isOpen = last + DAYS_PHONES_MAY_ASK * 86_400_000 > now
  const mayKeep = meeting.permitted.includes('keep')
  return (
    <Knot
      kind={isAhead ? 'important' : 'ordinary'}
      word=""
      title={meeting.title}
      label={
        <>
          {meeting.slots.map(({ id, startsAt }, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <MomentText at={startsAt} />
            </span>
          ))}{' '}
          · {[meeting.venue, meeting.audience].filter(Boolean).join(' · ')}
        </>
      }
    >
      <Stack gap={3}>
        {meeting.attended !== null && <p>{text.attended(meeting.attended)}</p>}
        <MeetingQuestions meeting={meeting} />
        {isOpen && <PhoneCode code={meeting.joinCode} />}
        {mayKeep && (
          <Row gap={3}>
            <Button kind="plain" onPress={onChange}>
              {text.changeMeeting}
            </Button>
            {!isAhead && <AttendanceButton meeting={meeting} />}
          </Row>
        )}
      </Stack>
    </Knot>
  )
}
