import { useState } from 'react'
import type { Card } from '#features/citizens/contract.ts'
import { CitizenFrame } from '#features/citizens/web/index.ts'
import { NoteKnot } from '#features/journal/web/index.ts'
import { dayOf } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import {
  Disclosure,
  Lines,
  MomentText,
  Section,
  Stack,
  shortDayWords,
  Terms,
  Thread,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type GoalWhole, goals, type PlanGoal } from '../contract.ts'
import { Activities } from './Activities.tsx'
import { EvaluateDialog } from './EvaluateDialog.tsx'
import { Evaluations } from './Evaluations.tsx'
import { GoalActs } from './GoalActs.tsx'
import { GoalMarks } from './GoalLine.tsx'
import { ProgressPicture } from './ProgressPicture.tsx'
import { text } from './text.ts'

/** One goal: its picture, its words, what is done, what each says of it, and the notes behind. */
export function GoalPage({ citizenId, goalId }: { citizenId: Id; goalId: Id }) {
  const whole = useRead(goals.one, { goalId })
  return (
    <CitizenFrame citizenId={citizenId} of={whole} back={{ href: `/borger/${citizenId}/plan`, label: text.back }}>
      {(found, card) => <Whole card={card} whole={found} />}
    </CitizenFrame>
  )
}

function Whole({ card, whole }: { card: Card; whole: GoalWhole }) {
  const { goal } = whole
  const [isOpen, setOpen] = useState(false)
  return (
    <Section title={goal.title} actions={<GoalActs card={card} goal={goal} onEvaluate={() => setOpen(true)} />}>
      <Stack gap={5}>
        <GoalMarks goal={goal} />
        {goal.state !== 'proposed' && <ProgressPicture goal={goal} hasTable />}
        <WordsOf whole={whole} />
        <Activities goal={goal} />
        <Evaluations goal={goal} />
        <Notes whole={whole} />
        <Steps whole={whole} />
      </Stack>
      {isOpen && <EvaluateDialog goal={goal} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function WordsOf({ whole: { goal, objective } }: { whole: GoalWhole }) {
  const today = useToday()
  return (
    <Terms
      items={[
        { term: text.whichObjective, value: objective && <q>{objective.text}</q> },
        { term: text.concrete, value: goal.concrete },
        { term: text.method, value: goal.method },
        { term: text.signs, value: goal.signs },
        { term: text.period, value: `${shortDayWords(goal.startsOn, today)} – ${shortDayWords(goal.endsOn, today)}` },
        { term: text.responsible, value: goal.responsibleName },
        { term: text.madeWith, value: [text.madeWiths[goal.madeWith], goal.whyWithout].filter(Boolean).join(': ') },
        { term: text.why, value: goal.reason },
        { term: text.everyWeeks, value: useRhythmWords(goal) },
        { term: text.approve, value: useApproval(goal) },
      ]}
    />
  )
}

function useRhythmWords({ everyWeeks, evaluateOn }: PlanGoal): string {
  const today = useToday()
  const next = evaluateOn && text.evaluateBy(shortDayWords(evaluateOn, today))
  return [text.weeks(everyWeeks), next].filter(Boolean).join(' · ')
}

function useApproval({ approvedAt, approvedByName, wordedByName, wordedAt }: PlanGoal): string {
  const today = useToday()
  const worded = text.wordedBy(wordedByName, shortDayWords(dayOf(wordedAt), today))
  const approved = approvedAt
    ? text.approvedBy(approvedByName ?? '', shortDayWords(dayOf(approvedAt), today))
    : text.awaitsApproval
  return `${worded} · ${approved}`
}

const Notes = ({ whole: { notes } }: { whole: GoalWhole }) => (
  <Section title={text.notes} note={notes.length || undefined}>
    {notes.length === 0 ? (
      <p>{text.noNotes}</p>
    ) : (
      <Thread label={text.notes}>
        {notes.map((note) => (
          <NoteKnot key={note.id} note={{ ...note, permitted: [] }} />
        ))}
      </Thread>
    )}
  </Section>
)

const Steps = ({ whole: { steps } }: { whole: GoalWhole }) => (
  <Disclosure title={text.steps}>
    <Lines>
      {steps.map(({ number, act, byName, at, reason }) => (
        <li key={number}>
          {text.stepLine(text.acts[act], byName)} · <MomentText at={at} />
          {reason && `: ${reason}`}
        </li>
      ))}
    </Lines>
  </Disclosure>
)
