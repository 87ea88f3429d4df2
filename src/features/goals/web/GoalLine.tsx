import { useState } from 'react'
import { addDays, dayOf } from '#kernel/lang/day.ts'
import { Button, Mark, Row, Stack, shortDayWords, TextLink, type Tone, useToday } from '#kernel/ui/index.ts'
import type { GoalState, PlanGoal } from '../contract.ts'
import { DAYS_WITHOUT_NOTE, isOverdue, isPastPeriod } from '../rules.ts'
import { EvaluateDialog } from './EvaluateDialog.tsx'
import { ProgressPicture } from './ProgressPicture.tsx'
import { text } from './text.ts'

const tones: Record<GoalState, Tone> = {
  proposed: 'attention',
  active: 'info',
  'on-hold': 'neutral',
  completed: 'ok',
  dropped: 'neutral',
}

/** State in a word; what waits beside it. */
export function GoalMarks({ goal }: { goal: PlanGoal }) {
  const today = useToday()
  const { state, attainment, approvedAt, evaluateOn } = goal
  return (
    <Row gap={2}>
      <Mark tone={tones[state]}>{attainment ? text.attainments[attainment] : text.states[state]}</Mark>
      {!approvedAt && state !== 'dropped' && <Mark tone="attention">{text.awaitsApproval}</Mark>}
      {evaluateOn && isOverdue(goal, today) && (
        <Mark tone="attention">{text.overdue(shortDayWords(evaluateOn, today))}</Mark>
      )}
      {isPastPeriod(goal, today) && <Mark tone="attention">{text.pastPeriod(shortDayWords(goal.endsOn, today))}</Mark>}
    </Row>
  )
}

/** One goal on the plan: what it is, how it goes, and when somebody last wrote about it. */
export function GoalLine({ goal }: { goal: PlanGoal }) {
  const [isOpen, setOpen] = useState(false)
  const mayEvaluate = goal.permitted.includes('evaluate') && goal.state === 'active'
  return (
    <Stack gap={2}>
      <Row apart gap={2}>
        <strong>
          <TextLink href={`/borger/${goal.citizenId}/plan/${goal.id}`}>{goal.title}</TextLink>
        </strong>
        {mayEvaluate && (
          <Button kind="plain" aria-label={text.evaluateOf(goal.title)} onPress={() => setOpen(true)}>
            {text.evaluate}
          </Button>
        )}
      </Row>
      <GoalMarks goal={goal} />
      <p>{goal.concrete}</p>
      {goal.state !== 'proposed' && <ProgressPicture goal={goal} />}
      <LastNote goal={goal} />
      {isOpen && <EvaluateDialog goal={goal} onClose={() => setOpen(false)} />}
    </Stack>
  )
}

function LastNote({ goal }: { goal: PlanGoal }) {
  const today = useToday()
  const last = goal.dots.at(-1)
  const on = last && dayOf(last.happenedAt)
  const isQuiet = goal.state === 'active' && (on ?? goal.startsOn) < addDays(today, -DAYS_WITHOUT_NOTE)
  const words = [goal.responsibleName, on ? text.latest(shortDayWords(on, today)) : text.noNote].join(' · ')
  return (
    <Row gap={2}>
      <span>{words}</span>
      {isQuiet && <Mark tone="attention">{text.quiet}</Mark>}
    </Row>
  )
}
