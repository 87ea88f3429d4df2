import { useState } from 'react'
import {
  Button,
  Columns,
  Disclosure,
  Empty,
  Knot,
  Mark,
  MomentText,
  Page,
  Row,
  Show,
  Stack,
  Thread,
  ToggleChips,
  useNow,
} from '#kernel/ui/index.ts'
import { useAddressWord, useRead } from '#kernel/web/index.ts'
import { type Message, relay } from '../contract.ts'
import { nameOfMessage } from '../rules.ts'
import { LegTable } from './LegTable.tsx'
import { MessageActs } from './MessageActs.tsx'
import { ReceiveDialog } from './ReceiveDialog.tsx'
import { toneOf } from './ReceivedWords.tsx'
import { Sides } from './Sides.tsx'
import { isStalled, type StepName, stepNames, stepOf } from './step-of.ts'
import { text } from './text.ts'

/** Every message by the step it is at; what has stood still longest stands first. */
export function MessagesPage() {
  const messages = useRead(relay.messages, {})
  const places = useRead(relay.places, {}, { staleMs: 60_000 })
  const [isWriting, setWriting] = useState(false)
  const placeId = places.data?.[0]?.id
  const add = placeId !== undefined && (
    <Button kind="primary" onPress={() => setWriting(true)}>
      {text.receive}
    </Button>
  )
  return (
    <Page title={text.coordinatorTitle} lead={text.coordinatorLead} actions={add}>
      <Stack gap={5}>
        <Sides side="messages" />
        <Columns>
          <Show of={messages} lines={8} empty={<Empty action={add}>{text.noMessages}</Empty>}>
            {(rows) => <BySteps messages={rows} />}
          </Show>
        </Columns>
      </Stack>
      {isWriting && placeId !== undefined && <ReceiveDialog placeId={placeId} onClose={() => setWriting(false)} />}
    </Page>
  )
}

function BySteps({ messages }: { messages: readonly Message[] }) {
  const now = useNow().toISOString()
  const [step, setStep] = useAddressWord('trin', 'alle')
  const stalled = messages.filter((message) => isStalled(message, now)).length
  const counted = stepNames.map((id) => ({
    id: id as StepName | 'alle',
    label: text.stepNames[id],
    count: messages.filter((message) => stepOf(message) === id).length,
  }))
  const rows = messages.filter((message) => step === 'alle' || stepOf(message) === step)
  return (
    <Stack gap={4}>
      <Mark tone={stalled > 0 ? 'attention' : 'ok'}>{stalled > 0 ? text.stalled(stalled) : text.noneStalled}</Mark>
      <ToggleChips
        label={text.stepsLabel}
        choices={[{ id: 'alle', label: text.allUnits, count: messages.length }, ...counted]}
        value={[step as StepName | 'alle']}
        onChange={([to]) => to && setStep(to)}
      />
      <Thread label={text.coordinatorTitle}>
        {rows.map((message) => (
          <MessageKnot key={message.id} message={message} now={now} />
        ))}
      </Thread>
    </Stack>
  )
}

const kindOf = (message: Message, now: string) => {
  if (isStalled(message, now)) return 'open'
  if (message.state === 'recalled' || message.state === 'closed') return 'past'
  return message.severity === 'critical' ? 'important' : 'ordinary'
}

function MessageKnot({ message, now }: { message: Message; now: string }) {
  const kind = kindOf(message, now)
  const passed = message.legs.filter(({ relayedAt }) => relayedAt !== null).length
  return (
    <Knot
      kind={kind}
      word={kind === 'open' ? text.late : ''}
      title={`${nameOfMessage(message.number)} ${message.ownTitle ?? message.title}`}
      label={
        <>
          {text.origins[message.origin]} · <MomentText at={message.releasedAt ?? message.receivedAt} />
        </>
      }
    >
      <Stack gap={2}>
        <Marks message={message} />
        <p>{message.ownBody ?? message.body}</p>
        {message.recalledBecause !== null && <p>{text.recalledBecause(message.recalledBecause)}</p>}
        {message.legs.length > 0 && (
          <>
            <p>{text.unitsPassed(passed, message.legs.length)}</p>
            <Disclosure title={text.seeUnits} isOpen={kind === 'open'}>
              <LegTable message={message} now={now} />
            </Disclosure>
          </>
        )}
        <MessageActs message={message} />
      </Stack>
    </Knot>
  )
}

const Marks = ({ message }: { message: Message }) => (
  <Row gap={3}>
    <Mark tone={toneOf[message.severity]}>{text.severities[message.severity]}</Mark>
    <Mark>{text.states[message.state]}</Mark>
    {message.correctsId !== null && <Mark tone="info">{text.corrects}</Mark>}
    {message.byPass && <Mark tone="attention">{text.byPassed}</Mark>}
    {message.namedReceipts && <Mark tone="info">{text.named90}</Mark>}
  </Row>
)
