import { useState } from 'react'
import { CitizenFrame } from '#features/citizens/web/index.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import {
  announce,
  Button,
  Empty,
  Lines,
  Mark,
  Menu,
  type MenuAct,
  Notice,
  Row,
  Section,
  Stack,
  shortDayWords,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type CaseItem, exchange } from '../contract.ts'
import { isLackedBy } from '../entry-fields.ts'
import { type Given, type ItemKind, itemKinds } from '../items.ts'
import { EntryDialog } from './EntryDialog.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { itemWords } from './item-words.ts'
import { text } from './text.ts'

/** The case as the national gateway is told of it: codes, days and links, kind by kind. */
export function CasePage({ citizenId }: { citizenId: Id }) {
  const found = useRead(exchange.caseOf, { citizenId })
  return (
    <CitizenFrame citizenId={citizenId} of={found} back={{ href: `/borger/${citizenId}/plan`, label: text.toPlan }}>
      {({ items }) => <Case citizenId={citizenId} items={items} />}
    </CitizenFrame>
  )
}

type CaseProps = { citizenId: Id; items: readonly CaseItem[] }
type Opened = { kind: ItemKind; item?: CaseItem }

function Case({ citizenId, items }: CaseProps) {
  const [opened, open] = useState<Opened>()
  const [isTakingOut, takeOut] = useState(false)
  const kinds = itemKinds.filter((kind) => items.some((item) => item.kind === kind))
  return (
    <Section
      title={text.reporting}
      actions={
        <>
          <Menu label={text.enter} items={itemKinds.map((kind) => entryOf(kind, items, () => open({ kind })))} />
          <Button onPress={() => takeOut(true)}>{text.takeOut}</Button>
        </>
      }
    >
      <Stack gap={5}>
        <p>{text.reportingLead}</p>
        {kinds.length === 0 ? <Empty>{text.nothingEntered}</Empty> : <SendReport citizenId={citizenId} items={items} />}
        {kinds.map((kind) => (
          <Section key={kind} title={text.itemKinds[kind]}>
            <Lines label={text.itemKinds[kind]}>
              {items
                .filter((item) => item.kind === kind)
                .map((item) => (
                  <li key={item.id}>
                    <ItemLine citizenId={citizenId} item={item} onOpen={() => open({ kind, item })} />
                  </li>
                ))}
            </Lines>
          </Section>
        ))}
      </Stack>
      {isTakingOut && <ExportDialog citizenId={citizenId} onClose={() => takeOut(false)} />}
      {opened && <EntryDialog {...opened} citizenId={citizenId} items={items} onClose={() => open(undefined)} />}
    </Section>
  )
}

/** What it must point at comes first; until then the menu says so. */
function entryOf(kind: ItemKind, items: readonly CaseItem[], onAct: () => void): MenuAct {
  const there = new Set(items.filter(({ withdrawn }) => !withdrawn).map((item) => item.kind))
  const lacked = isLackedBy(kind, there)
  return {
    id: kind,
    label: text.itemKinds[kind],
    onAct,
    ...(lacked && { isDisabled: true, second: text.enterFirst(text.itemKinds[lacked]) }),
  }
}

/** What is news goes into one report, which waits in the outbox. */
function SendReport({ citizenId, items }: CaseProps) {
  const [id, setId] = useState(newId)
  const [isMade, setMade] = useState(false)
  const news = items.filter(({ isNews }) => isNews).length
  const sender = useWrite(exchange.report, {
    onDone: () => {
      setId(newId())
      setMade(true)
      announce(text.reportMade)
    },
  })
  return (
    <Stack gap={2}>
      <Row gap={3}>
        <Button
          kind="primary"
          isBusy={sender.isBusy}
          isDisabled={news === 0}
          onPress={() => void sender.run({ id, citizenId })}
        >
          {text.makeReport}
        </Button>
        <span>{text.newsCount(news)}</span>
      </Row>
      {sender.problemText && (
        <Notice tone="attention" isUrgent>
          {sender.problemText}
        </Notice>
      )}
      {isMade && <Notice tone="ok">{text.reportMade}</Notice>}
    </Stack>
  )
}

function ItemLine({ citizenId, item, onOpen }: { citizenId: Id; item: CaseItem; onOpen: () => void }) {
  const today = useToday()
  const sender = useWrite(exchange.enter)
  const said = itemWords(item, (day) => shortDayWords(day, today))
  const { id, kind, content } = item
  const withdraw = () =>
    void sender.run({ id, citizenId, item: { kind, content } as unknown as Given, withdrawn: true })
  return (
    <Row apart gap={2}>
      <Row gap={2}>
        <span>{said}</span>
        {item.isNews && <Mark tone="attention">{text.news}</Mark>}
        {item.withdrawn && <Mark>{text.withdrawn}</Mark>}
      </Row>
      {!item.withdrawn && (
        <Row gap={3}>
          <Button kind="plain" aria-label={text.changeItem(said)} onPress={onOpen}>
            {text.change}
          </Button>
          <Button kind="plain" aria-label={text.withdrawItem(said)} isBusy={sender.isBusy} onPress={withdraw}>
            {text.withdraw}
          </Button>
        </Row>
      )}
      {sender.problemText && <span role="alert">{sender.problemText}</span>}
    </Row>
  )
}
