import { useState } from 'react'
import { ruleWordsOf, ThreadButtons } from '#features/thread/web/index.ts'
import {
  Button,
  Columns,
  Disclosure,
  Empty,
  Lines,
  Mark,
  MomentText,
  Notice,
  Page,
  Row,
  Section,
  Show,
  Stack,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Handover, type Item, knowledge } from '../contract.ts'
import { BeginDialog } from './BeginDialog.tsx'
import { OwnerDialog } from './OwnerDialog.tsx'
import { Sides } from './Sides.tsx'
import { text } from './text.ts'

/** Nothing may be left without an owner when the coordinator goes; the list is worked out, never written. */
export function HandoverPage() {
  const places = useRead(knowledge.places, {}, { staleMs: 60_000 })
  const placeId = places.data?.[0]?.id ?? ''
  const handovers = useRead(knowledge.handovers, { placeId }, { enabled: placeId !== '' })
  const [isBeginning, setBeginning] = useState(false)
  const begin = (
    <Button kind="primary" onPress={() => setBeginning(true)}>
      {text.begin}
    </Button>
  )
  const open = handovers.data?.find(({ doneAt }) => doneAt === null)
  const done = (handovers.data ?? []).filter(({ doneAt }) => doneAt !== null)
  return (
    <Page title={text.handoverTitle} lead={text.handoverLead}>
      <Stack gap={5}>
        <Sides side="handover" />
        <Columns>
          <Show of={handovers} isEmpty={() => !open} empty={<Empty action={begin}>{text.handoverNone}</Empty>}>
            {() => open && <Under handover={open} />}
          </Show>
        </Columns>
        {done.length > 0 && <Done handovers={done} />}
      </Stack>
      {isBeginning && <BeginDialog placeId={placeId} onClose={() => setBeginning(false)} />}
    </Page>
  )
}

const Done = ({ handovers }: { handovers: readonly Handover[] }) => (
  <Lines>
    {handovers.map(({ id, fromName, toName, doneAt }) => (
      <li key={id}>
        {text.fromTo(fromName, toName)} · {text.doneAt} <MomentText at={doneAt!} />
      </li>
    ))}
  </Lines>
)

function Under({ handover }: { handover: Handover }) {
  const items = useRead(knowledge.items, { handoverId: handover.id })
  const finish = useWrite(knowledge.finishHandover)
  const unowned = (items.data ?? []).filter(({ owner }) => owner === null)
  const owned = (items.data ?? []).filter(({ owner }) => owner !== null)
  return (
    <Stack gap={5}>
      <p>
        {text.fromTo(handover.fromName, handover.toName)} · {text.begun} <MomentText at={handover.begunAt} />
      </p>
      {finish.problemText && (
        <Notice tone="attention" isUrgent>
          {finish.problemText}
        </Notice>
      )}
      <Show of={items} isEmpty={() => false} lines={8}>
        {() => (
          <Section title={text.left(unowned.length)}>
            {unowned.length === 0 ? (
              <Mark tone="ok">{text.leftNone}</Mark>
            ) : (
              <Items items={unowned} handoverId={handover.id} />
            )}
          </Section>
        )}
      </Show>
      {owned.length > 0 && (
        <Disclosure title={text.owned(owned.length)}>
          <Items items={owned} handoverId={handover.id} />
        </Disclosure>
      )}
      <Row>
        <Button
          kind="primary"
          isBusy={finish.isBusy}
          onPress={() => void finish.run({ id: handover.id, version: handover.version })}
        >
          {text.finish}
        </Button>
      </Row>
    </Stack>
  )
}

function Items({ items, handoverId }: { items: readonly Item[]; handoverId: string }) {
  const [giving, setGiving] = useState<Item>()
  return (
    <>
      <Lines>
        {items.map((item) => (
          <li key={item.id}>
            <Row gap={3} apart>
              <Stack gap={1}>
                <strong>
                  {item.label} {item.title}
                </strong>
                <span>{ruleWordsOf(item.rule)}</span>
              </Stack>
              {item.owner === null ? (
                <Row gap={2}>
                  <Button onPress={() => setGiving(item)}>{text.giveOwner}</Button>
                  <ThreadButtons kind={item.kind} id={item.recordId} />
                </Row>
              ) : (
                <Mark tone="ok">{item.owner}</Mark>
              )}
            </Row>
          </li>
        ))}
      </Lines>
      {giving && <OwnerDialog item={giving} handoverId={handoverId} onClose={() => setGiving(undefined)} />}
    </>
  )
}
