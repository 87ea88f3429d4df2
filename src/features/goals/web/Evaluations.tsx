import { useState } from 'react'
import { Button, Knot, Section, savedAndClose, shortDayWords, Thread, useToday } from '#kernel/ui/index.ts'
import { useMe, useWrite } from '#kernel/web/index.ts'
import { type Evaluation, goals, type PlanGoal } from '../contract.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { text } from './text.ts'

/** What each says of it, the latest first. */
export const Evaluations = ({ goal }: { goal: PlanGoal }) => (
  <Section title={text.evaluations} note={goal.evaluations.length || undefined}>
    {goal.evaluations.length === 0 ? (
      <p>{text.noEvaluations}</p>
    ) : (
      <Thread label={text.evaluations}>
        {goal.evaluations.map((evaluation) => (
          <EvaluationKnot key={evaluation.id} evaluation={evaluation} />
        ))}
      </Thread>
    )}
  </Section>
)

function useLabel({ evaluatedOn, level, noteIds, writtenByName }: Evaluation): string {
  const today = useToday()
  return [
    shortDayWords(evaluatedOn, today),
    writtenByName,
    level !== null && `${text.level}: ${text.levelWord(level, text.levels[level]!)}`,
    noteIds.length > 0 && text.notesBehind(noteIds.length),
  ]
    .filter(Boolean)
    .join(' · ')
}

function EvaluationKnot({ evaluation }: { evaluation: Evaluation }) {
  const [isOpen, setOpen] = useState(false)
  const me = useMe()
  const label = useLabel(evaluation)
  const sender = useWrite(goals.strikeEvaluation, { onDone: savedAndClose(() => setOpen(false)) })
  const { id, version, view, viewOf, movement, struck, text: words, writtenById } = evaluation
  const mayStrike = !struck && writtenById === me.id
  return (
    <Knot
      kind={struck ? 'past' : 'ordinary'}
      {...(struck && { word: text.struck })}
      title={`${text.views[view]}${viewOf ? ` (${viewOf})` : ''}: ${text.movements[movement]}`}
      label={label}
      actions={
        mayStrike && (
          <Button kind="plain" aria-label={text.strikeOf(evaluation.evaluatedOn)} onPress={() => setOpen(true)}>
            {text.strike}
          </Button>
        )
      }
    >
      {struck ? (
        <>
          <s>{words}</s> {struck.reason}
        </>
      ) : (
        words
      )}
      {isOpen && (
        <ReasonDialog
          title={text.strike}
          label={text.whyStrike}
          verb={text.strike}
          sender={sender}
          onSave={(reason) => void sender.run({ id, version, reason })}
          onClose={() => setOpen(false)}
        />
      )}
    </Knot>
  )
}
