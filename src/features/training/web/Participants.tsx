import { useState } from 'react'
import {
  announce,
  Button,
  FormDialog,
  Lines,
  Mark,
  RadioRow,
  Row,
  Section,
  Show,
  Stack,
  useNow,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Participant, type Session, training } from '../contract.ts'
import { absentReasons, DOOR_OPENS_MINUTES, type EnrolmentState } from '../rules.ts'
import { text } from './text.ts'
import { useWhen } from './when.ts'

const tones = {
  invited: 'neutral',
  enrolled: 'info',
  waiting: 'attention',
  attended: 'ok',
  absent: 'violet',
  left: 'neutral',
} as const

/** The list at the door. */
export function Participants({ session }: { session: Session }) {
  const people = useRead(training.participants, { sessionId: session.id }, { live: ['training', undefined] })
  return (
    <Section title={text.participants} note={people.data?.length}>
      <Show of={people} empty={text.participantsNone}>
        {(known) => (
          <Lines>
            {known.map((one) => (
              <li key={one.id}>
                <ParticipantLine participant={one} session={session} />
              </li>
            ))}
          </Lines>
        )}
      </Show>
    </Section>
  )
}

const MINUTE_MS = 60_000

function ParticipantLine({ participant, session }: { participant: Participant; session: Session }) {
  const hasBegun = useNow().getTime() >= Date.parse(session.startsAt) - DOOR_OPENS_MINUTES * MINUTE_MS
  const { name, unitName, state, absentReason, passed } = participant
  return (
    <Row gap={3} apart>
      <Row gap={3}>
        <span>
          <strong>{name}</strong> {session.units.length > 1 && unitName}
        </span>
        <Mark tone={tones[state]}>
          {text.states[state]}
          {absentReason && `: ${text.reasons[absentReason]}`}
        </Mark>
        {passed > 0 && <Mark tone="ok">{`${passed} ${text.practise.toLowerCase()}`}</Mark>}
      </Row>
      {hasBegun ? (
        <Presence participant={participant} />
      ) : (
        <TakeOff participant={participant} isMine={session.permitted.includes('enrol')} />
      )}
    </Row>
  )
}

const isUsed = (state: EnrolmentState): boolean => state === 'attended' || state === 'absent'

function TakeOff({ participant: { id, version, state }, isMine }: { participant: Participant; isMine: boolean }) {
  const sender = useWrite(training.takeOff)
  if (!isMine || isUsed(state)) return null
  return (
    <Button kind="plain" isBusy={sender.isBusy} onPress={() => void sender.run({ id, version })}>
      {text.takeOff}
    </Button>
  )
}

function Presence({ participant }: { participant: Participant }) {
  const { id, version, state } = participant
  const [isAbsent, setAbsent] = useState(false)
  const sender = useWrite(training.mark)
  return (
    <Stack gap={1}>
      <Row gap={2}>
        {state !== 'attended' && (
          <Button isBusy={sender.isBusy} onPress={() => void sender.run({ id, version, to: 'attended', reason: null })}>
            {text.wasThere}
          </Button>
        )}
        {state !== 'absent' && (
          <Button kind="plain" onPress={() => setAbsent(true)}>
            {text.wasNot}
          </Button>
        )}
      </Row>
      {sender.problemText && <p role="alert">{sender.problemText}</p>}
      {isAbsent && <AbsentDialog participant={participant} onClose={() => setAbsent(false)} />}
    </Stack>
  )
}

/** Why, and when the next is: asked and told the same day. */
function AbsentDialog({
  participant: { id, version, name },
  onClose,
}: {
  participant: Participant
  onClose: () => void
}) {
  const [reason, setReason] = useState<(typeof absentReasons)[number] | null>(null)
  const when = useWhen()
  const sender = useWrite(training.mark, {
    onDone: ({ next }) => {
      if (next) announce(text.next2(when({ startsAt: next.startsAt, endsAt: next.startsAt })))
      onClose()
    },
  })
  return (
    <FormDialog
      title={name}
      sender={sender}
      onSave={() => void sender.run({ id, version, to: 'absent', reason })}
      onClose={onClose}
    >
      <RadioRow
        label={text.why}
        choices={absentReasons.map((key) => ({ id: key, label: text.reasons[key] }))}
        value={reason}
        onChange={setReason}
        fault={sender.faultOf('reason')}
      />
    </FormDialog>
  )
}
