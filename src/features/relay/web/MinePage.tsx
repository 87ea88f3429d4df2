import { useUnit } from '#features/org/web/index.ts'
import { Columns, Empty, Knot, Mark, Page, Row, Show, Stack, Thread } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Received, relay } from '../contract.ts'
import { AskButton } from './AskDialog.tsx'
import { ByPassButton } from './ByPassDialog.tsx'
import { CarriedSection } from './CarriedSection.tsx'
import { MyQuestions } from './MyQuestions.tsx'
import { MySides } from './MySides.tsx'
import { Recalled, ReceiptButton, toneOf, Whence, Words } from './ReceivedWords.tsx'
import { text } from './text.ts'

/** Only what concerns me, newest first; and, for a unit's contact, what is to be passed on. */
export function MinePage() {
  const unit = useUnit()
  const mine = useRead(relay.mine, {}, { ...(unit && { live: ['relay', unit.id] as const }) })
  return (
    <Page title={text.title} lead={text.lead} actions={unit && <AskButton unitId={unit.id} />}>
      <Stack gap={5}>
        <MySides side="messages" />
        <Columns right={<MyQuestions />}>
          <Stack gap={6}>
            <CarriedSection />
            <Show of={mine} lines={8} empty={<Empty>{text.none}</Empty>}>
              {(messages) => (
                <Thread label={text.title}>
                  {messages.map((message) => (
                    <MessageKnot key={message.id} message={message} />
                  ))}
                </Thread>
              )}
            </Show>
            {unit && <ByPassButton unit={unit} />}
          </Stack>
        </Columns>
      </Stack>
    </Page>
  )
}

const kindOf = (message: Received) => {
  if (message.recalledBecause !== null) return 'past'
  if (message.wantsReceipt && !message.hasReceipt) return 'open'
  return message.severity === 'critical' ? 'important' : 'ordinary'
}

function MessageKnot({ message }: { message: Received }) {
  const isOpen = kindOf(message) === 'open'
  return (
    <Knot
      kind={kindOf(message)}
      word={isOpen ? text.severities[message.severity] : ''}
      title={message.title}
      label={<Whence message={message} />}
    >
      <Stack gap={2}>
        {!isOpen && message.severity !== 'info' && (
          <Mark tone={toneOf[message.severity]}>{text.severities[message.severity]}</Mark>
        )}
        {message.recalledBecause !== null ? (
          <Recalled because={message.recalledBecause} />
        ) : (
          <Words message={message} />
        )}
        <ReceiptButton message={message} />
        {message.recalledBecause === null && (
          <Row>
            <AskButton unitId={message.unitId} messageId={message.id} />
          </Row>
        )}
      </Stack>
    </Knot>
  )
}
