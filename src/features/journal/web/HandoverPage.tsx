import { useState } from 'react'
import type { MyUnit } from '#features/org/contract.ts'
import { useMyUnits, useUnit } from '#features/org/web/index.ts'
import { WhyButton } from '#features/profiles/web/index.ts'
import {
  Columns,
  Empty,
  Mark,
  momentWords,
  Page,
  RadioRow,
  Row,
  Show,
  Stack,
  ToggleChips,
  useNow,
} from '#kernel/ui/index.ts'
import { useAddressWord } from '#kernel/web/index.ts'
import type { Handover } from '../contract.ts'
import { Changes } from './Changes.tsx'
import { HandoverOneByOne } from './HandoverOneByOne.tsx'
import { HandoverThread } from './HandoverThread.tsx'
import { grouped, importantUnread, wasLongAway } from './handover-groups.ts'
import { type People, usePeople } from './people.ts'
import { Reminders } from './Reminders.tsx'
import { TakeOver, takenWords } from './TakeOver.tsx'
import { text } from './text.ts'
import { newOnes, type Span, useHandover } from './use-handover.ts'
import { type Reading as Marking, useMarkRead, useSeen } from './use-mark-read.ts'

/** What has happened since I was last here, one citizen at a time, until the shift is mine. */
export function HandoverPage() {
  const unit = useUnit()
  const units = useMyUnits()
  if (unit && !unit.handover) return <NoHandover unit={unit} />
  if (unit) return <HandoverOf key={unit.id} unit={unit} />
  return (
    <Page title={text.handover}>
      <Show of={units} lines={8}>
        {() => <Empty />}
      </Show>
    </Page>
  )
}

/** Whoever comes by an old address is told why it is not here. */
const NoHandover = ({ unit }: { unit: MyUnit }) => (
  <Page title={text.handover}>
    <Empty action={<WhyButton unit={unit} of="handover.enabled" name={text.handover} />}>{text.noHandover}</Empty>
  </Page>
)

type Asked = ReturnType<typeof useHandover>

function HandoverOf({ unit }: { unit: MyUnit }) {
  const asked = useHandover(unit)
  const { data } = asked.reading
  const people = usePeople(unit.id, data?.people)
  return (
    <Page title={text.handover} lead={data && <Lead handover={data} span={asked.span} />}>
      <Show of={asked.reading} lines={8} isEmpty={() => false}>
        {(handover) => <Body unit={unit} people={people} handover={handover} asked={asked} />}
      </Show>
    </Page>
  )
}

function Lead({ handover, span }: { handover: Handover; span: Span }) {
  const now = useNow()
  if (handover.since === null) return text.firstTime
  const from = span === 'day' ? text.spans.day : text.since(momentWords(handover.since, now))
  const count = newOnes(handover.notes) + handover.more
  return `${count === 0 ? text.nothingNewShort : text.newOnes(count)} · ${from}`
}

type BodyProps = { unit: MyUnit; people: People; handover: Handover; asked: Asked }

function Body({ unit, people, handover, asked }: BodyProps) {
  const [view, setView] = useAddressWord('visning', 'en')
  const groups = grouped(handover.notes, people.nameOf, unit.handoverOrder)
  const marking = useSeen()
  const [takenAt, setTakenAt] = useState<string>()
  const unread = importantUnread(handover.notes).filter(({ id }) => !marking.seen.has(id)).length
  const takeOver = (
    <TakeOver
      handover={handover}
      unread={unread}
      onTaken={setTakenAt}
      kind={takenAt ? 'quiet' : 'primary'}
      isShift={unit.takesOver}
    />
  )
  return (
    <Columns
      right={
        <>
          <Changes changes={handover.changes} people={people} />
          <Reminders unit={unit} people={people} reminders={handover.reminders} />
        </>
      }
    >
      <Stack gap={5}>
        {takenAt && <Mark tone="ok">{takenWords(unit.takesOver, takenAt)}</Mark>}
        <SpanChoice handover={handover} asked={asked} />
        {groups.length > 0 && <ViewChoice unit={unit} view={view} setView={setView} />}
        {groups.length === 0 && <Empty>{text.nothingNew}</Empty>}
        {groups.length > 0 && view !== 'alle' && (
          <HandoverOneByOne groups={groups} people={people} marking={marking} reading={asked.reading} end={takeOver} />
        )}
        {groups.length > 0 && view === 'alle' && (
          <AllAtOnce groups={groups} people={people} reading={asked.reading} marking={marking} />
        )}
        {handover.more > 0 && <p>{text.notShown(handover.more)}</p>}
        {(groups.length === 0 || view === 'alle') && <div>{takeOver}</div>}
      </Stack>
    </Columns>
  )
}

type ViewProps = { unit: MyUnit; view: string; setView: (to: string) => void }

function ViewChoice({ unit, view, setView }: ViewProps) {
  const choices = [
    { id: 'en', label: text.views.one },
    { id: 'alle', label: text.views.all },
  ]
  return (
    <Row gap={2}>
      <ToggleChips label={text.view} choices={choices} value={[view]} onChange={([to]) => to && setView(to)} />
      <WhyButton unit={unit} of="handover.order" name={text.handover} />
    </Row>
  )
}

type AllProps = Parameters<typeof HandoverThread>[0] & { marking: Marking }

function AllAtOnce({ marking, ...rest }: AllProps) {
  useMarkRead(
    rest.groups.flatMap(({ notes }) => notes),
    marking,
  )
  return <HandoverThread {...rest} />
}

function SpanChoice({ handover, asked }: Pick<BodyProps, 'handover' | 'asked'>) {
  const now = useNow()
  if (!wasLongAway(handover, now)) return null
  const choices = (['last', 'day'] as const).map((id) => ({ id, label: text.spans[id] }))
  return <RadioRow label={text.chooseSpan} choices={choices} value={asked.span} onChange={asked.setSpan} />
}
