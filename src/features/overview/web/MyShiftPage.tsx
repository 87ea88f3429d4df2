import { useState } from 'react'
import {
  Changes,
  Composer,
  newDraft,
  OwnDrafts,
  Reminders,
  type Said,
  SinceLast,
  useHandover,
  usePeople,
  useWaitingNotes,
  WaitingKnots,
} from '#features/journal/web/index.ts'
import type { MyUnit } from '#features/org/contract.ts'
import { useMyUnits, useUnit, worksWithCitizens } from '#features/org/web/index.ts'
import { WhyButton } from '#features/profiles/web/index.ts'
import { MyTasks } from '#features/tasks/web/index.ts'
import { Columns, Empty, Mark, Page, Row, Section, Show, Stack, Thread, TimeText, useIsWide } from '#kernel/ui/index.ts'
import { Panels } from '#kernel/web/index.ts'
import { Elsewhere } from './Elsewhere.tsx'
import { LeaderPanel } from './LeaderPanel.tsx'
import { PeopleHere } from './PeopleHere.tsx'
import { text } from './text.ts'
import { useShiftWords } from './use-shift-words.ts'

/** Where a working day begins: write, see what happened since last, and who is here. */
export function MyShiftPage() {
  const unit = useUnit()
  const units = useMyUnits()
  if (unit && !worksWithCitizens(unit)) return <Elsewhere units={units} />
  if (unit) return <ShiftAt key={unit.id} unit={unit} />
  return (
    <Page title={text.myShift}>
      <Show of={units} lines={8} empty={<Empty>{text.noUnit}</Empty>}>
        {() => null}
      </Show>
    </Page>
  )
}

function ShiftAt({ unit }: { unit: MyUnit }) {
  const { reading } = useHandover(unit)
  const people = usePeople(unit.id, reading.data?.people)
  const [open, setOpen] = useState(() => newDraft(unit.id))
  const [said, setSaid] = useState<Said>()
  const isWide = useIsWide()
  const reminders = <Reminders unit={unit} people={people} reminders={reading.data?.reminders ?? []} />
  const fresh = (now?: Said) => {
    setSaid(now)
    setOpen(newDraft(unit.id))
  }
  return (
    <Page title={unit.roundTheClock ? text.myShift : text.today} lead={<Shift unit={unit} />}>
      <Panels slot="shift.before" unit={unit} />
      <Columns
        left={<PeopleHere unit={unit} people={people} />}
        right={
          <>
            <MyTasks unitId={unit.id} />
            <LeaderPanel unitId={unit.id} people={people} />
            {isWide && reminders}
            <Changes changes={reading.data?.changes ?? []} people={people} />
          </>
        }
      >
        <Stack gap={6}>
          <Composer key={open.id} unit={unit} people={people} start={open} onDone={fresh} />
          {said && <JustSaved key={said.at} said={said} />}
          <Waiting unit={unit} onTakeBack={setOpen} />
          <OwnDrafts unit={unit} people={people} onResume={setOpen} openId={open.id} />
          {!isWide && reminders}
          <SinceLast unit={unit} people={people} reading={reading} />
        </Stack>
      </Columns>
    </Page>
  )
}

/** Which shift it is, and why it is so. */
function Shift({ unit }: { unit: MyUnit }) {
  const words = useShiftWords(unit)
  if (!words) return null
  return (
    <Row gap={1}>
      <span>{words}</span>
      <WhyButton unit={unit} of="shift.times" name={words} />
    </Row>
  )
}

/** What one just wrote, and where it went. */
const JustSaved = ({ said }: { said: Said }) => (
  <Mark tone="ok">
    {said.words} · <TimeText at={said.at} seconds />
  </Mark>
)

type WaitingProps = { unit: MyUnit; onTakeBack: (draft: ReturnType<typeof newDraft>) => void }

/** Finished, and not yet with the server: in sight until they are. */
function Waiting({ unit, onTakeBack }: WaitingProps) {
  const waiting = useWaitingNotes({ unitId: unit.id })
  if (waiting.length === 0) return null
  return (
    <Section title={text.waiting}>
      <Thread label={text.waiting}>
        <WaitingKnots unitId={unit.id} onTakeBack={onTakeBack} />
      </Thread>
    </Section>
  )
}
