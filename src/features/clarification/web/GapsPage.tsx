import { useState } from 'react'
import { ThreadButtons } from '#features/thread/web/index.ts'
import { dayOf } from '#kernel/lang/day.ts'
import {
  Button,
  Columns,
  DayText,
  Empty,
  Lines,
  Mark,
  Page,
  Row,
  Show,
  Stack,
  ToggleChips,
  useToday,
} from '#kernel/ui/index.ts'
import { useAddressWord, useRead, useWrite } from '#kernel/web/index.ts'
import { clarification, type Gap } from '../contract.ts'
import { gapStepDueOn, isGapOpen, nameOfGap } from '../rules.ts'
import { gapTones } from './CellMark.tsx'
import { MergeDialog, MoveDialog } from './GapDialogs.tsx'
import styles from './QuestionCard.module.css'
import { text } from './text.ts'
import { WholeSides } from './UnitSides.tsx'

/** What no option gives, with the next step and whose it is. */
export function GapsPage() {
  const gaps = useRead(clarification.gaps, {})
  const [show, setShow] = useAddressWord('vis', 'open')
  const open = (found: readonly Gap[]) => found.filter(({ state }) => isGapOpen(state))
  return (
    <Page title={text.gaps.title} lead={text.gaps.lead}>
      <Stack gap={5}>
        <WholeSides side="gaps" />
        <ToggleChips
          label={text.gaps.show}
          choices={[
            { id: 'open', label: text.gaps.filters.open, count: open(gaps.data ?? []).length },
            { id: 'all', label: text.gaps.filters.all, count: gaps.data?.length ?? 0 },
          ]}
          value={[show]}
          onChange={([to]) => to && setShow(to)}
        />
        <Columns>
          <Show
            of={gaps}
            isEmpty={(found) => (show === 'open' ? open(found) : found).length === 0}
            empty={<Empty>{text.gaps.none}</Empty>}
          >
            {(found) => <List gaps={show === 'open' ? open(found) : found} all={found} />}
          </Show>
        </Columns>
      </Stack>
    </Page>
  )
}

/** Merged ones stand under the one they are the same as, and keep their unit and owner. */
const List = ({ gaps, all }: { gaps: readonly Gap[]; all: readonly Gap[] }) => (
  <Lines label={text.gaps.title}>
    {gaps
      .filter(({ mergedIntoId }) => mergedIntoId === null)
      .map((gap) => (
        <li key={gap.id}>
          <One gap={gap} merged={all.filter(({ mergedIntoId }) => mergedIntoId === gap.id)} all={all} />
        </li>
      ))}
  </Lines>
)

function Step({ gap }: { gap: Gap }) {
  const today = useToday()
  const dueOn = gapStepDueOn(dayOf(gap.openedAt))
  if (!isGapOpen(gap.state)) return gap.nextStep ? <p className={styles.soft}>{gap.nextStep}</p> : null
  const has = gap.nextStep && gap.nextOn
  return has ? (
    <p>
      {gap.nextStep} · <DayText day={gap.nextOn!} /> · {gap.ownerName ?? text.gaps.noOwner}
    </p>
  ) : (
    <Mark tone="attention">
      {today > dueOn ? text.gaps.stepLate : text.gaps.stepBy} {today <= dueOn && <DayText day={dueOn} />}
    </Mark>
  )
}

function One({ gap, merged, all }: { gap: Gap; merged: readonly Gap[]; all: readonly Gap[] }) {
  const [dialog, setDialog] = useState<'move' | 'merge'>()
  const close = () => setDialog(undefined)
  return (
    <Stack gap={2}>
      <Row gap={3}>
        <strong>{gap.text}</strong>
        <Mark tone={gapTones[gap.state]}>{text.gaps.states[gap.state]}</Mark>
      </Row>
      <p className={styles.soft}>
        {nameOfGap(gap.number)} · {gap.unitName}
        {gap.questionKey && ` · ${gap.questionKey}`}
        {gap.decisionNumber !== null && ` · D-${String(gap.decisionNumber).padStart(3, '0')}`}
      </p>
      <Step gap={gap} />
      {merged.length > 0 && <Merged gaps={merged} />}
      <Row gap={2}>
        {gap.permitted.includes('move') && (
          <>
            <Button onPress={() => setDialog('move')}>{text.gaps.move}</Button>
            {all.length > 1 && (
              <Button kind="plain" onPress={() => setDialog('merge')}>
                {text.gaps.merge}
              </Button>
            )}
          </>
        )}
        <ThreadButtons kind="clarification.gap" id={gap.id} />
      </Row>
      {dialog === 'move' && <MoveDialog gap={gap} onClose={close} />}
      {dialog === 'merge' && <MergeDialog gap={gap} all={all} onClose={close} />}
    </Stack>
  )
}

function Merged({ gaps }: { gaps: readonly Gap[] }) {
  const split = useWrite(clarification.splitGap)
  return (
    <ul>
      {gaps.map((gap) => (
        <li key={gap.id}>
          {gap.unitName}: {gap.text} ({gap.ownerName ?? text.gaps.noOwner}){' '}
          {gap.permitted.includes('move') && (
            <Button
              kind="plain"
              isBusy={split.isBusy}
              onPress={() => void split.run({ id: gap.id, version: gap.version })}
            >
              {text.gaps.split}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
