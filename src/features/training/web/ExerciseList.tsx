import { useState } from 'react'
import { ThreadButtons } from '#features/thread/web/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Button, Disclosure, FormDialog, Lines, Mark, Row, Section, Select, Show, Stack } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Exercise, type Session, training } from '../contract.ts'
import { Steps } from './Steps.tsx'
import { text } from './text.ts'

/** What is practised: the requirement's own steps, about somebody who does not exist. */
export function ExerciseList({
  courseId,
  session,
  mayPlan = false,
}: {
  courseId: Id
  session?: Session
  mayPlan?: boolean
}) {
  const exercises = useRead(training.exercises, { courseId })
  const [passing, setPassing] = useState<Exercise>()
  const mayMark = session?.permitted.includes('mark') ?? false
  return (
    <Section title={text.practise}>
      <Show of={exercises} empty={text.exercisesNone}>
        {(known) => (
          <Lines>
            {known.map((exercise) => (
              <li key={exercise.id}>
                <ExerciseLine
                  exercise={exercise}
                  mayPlan={mayPlan}
                  onPass={mayMark ? () => setPassing(exercise) : undefined}
                />
              </li>
            ))}
          </Lines>
        )}
      </Show>
      {passing && session && <PassDialog exercise={passing} session={session} onClose={() => setPassing(undefined)} />}
    </Section>
  )
}

type LineProps = { exercise: Exercise; mayPlan: boolean; onPass: (() => void) | undefined }

function ExerciseLine({ exercise, mayPlan, onPass }: LineProps) {
  const { id, version, title, steps, madeUpName, passRule, requirementNumber, suspects } = exercise
  const refresh = useWrite(training.refreshExercise, { touches: ['thread'] })
  return (
    <Stack gap={2}>
      <Row gap={3} apart>
        <Row gap={3}>
          <strong>{title}</strong>
          {suspects > 0 && <Mark tone="attention">{text.suspect}</Mark>}
        </Row>
        {onPass && <Button onPress={onPass}>{text.pass}</Button>}
      </Row>
      <Steps steps={steps} />
      <p>
        {text.madeUp(madeUpName)}. {passRule}
      </p>
      <Disclosure title={text.fromRequirement(requirementNumber)}>
        <Row gap={3}>
          <ThreadButtons kind="training.exercise" id={id} />
          {mayPlan && suspects > 0 && (
            <Button isBusy={refresh.isBusy} onPress={() => void refresh.run({ id, version })}>
              {text.refresh}
            </Button>
          )}
        </Row>
      </Disclosure>
    </Stack>
  )
}

type PassProps = { exercise: Exercise; session: Session; onClose: () => void }

function PassDialog({ exercise, session, onClose }: PassProps) {
  const people = useRead(training.participants, { sessionId: session.id })
  const [enrolmentId, setWho] = useState('')
  const sender = useWrite(training.passExercise, { onDone: onClose })
  const who = people.data?.find(({ id }) => id === enrolmentId)
  const save = () =>
    void sender.run({ exerciseId: exercise.id, employeeId: who?.employeeId ?? '', unitId: who?.unitId ?? '' })
  return (
    <FormDialog title={text.passTitle} verb={text.pass} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.passLead}</p>
      <Select
        label={text.passedBy}
        choices={(people.data ?? []).map(({ id, name }) => ({ id, label: name }))}
        value={enrolmentId}
        onChange={setWho}
      />
    </FormDialog>
  )
}
