import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  DatePicker,
  FormDialog,
  Lines,
  Row,
  Section,
  Stack,
  savedAndClose,
  shortDayWords,
  TextArea,
  useToday,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { goals, type Objective } from '../contract.ts'
import type { PlanProps } from './plan-props.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { text } from './text.ts'

/** What the citizen wants, first on the plan. */
export function Objectives({ card, plan, unitId }: PlanProps) {
  const [isOpen, setOpen] = useState(false)
  const living = plan.objectives.filter(({ endedOn }) => endedOn === null)
  return (
    <Section title={text.objectivesOf} actions={unitId && <Button onPress={() => setOpen(true)}>{text.say}</Button>}>
      {living.length === 0 && <p>{text.noObjectives}</p>}
      <Lines label={text.objectivesOf}>
        {living.map((objective) => (
          <li key={objective.id}>
            <ObjectiveLine objective={objective} mayEnd={unitId === objective.unitId} />
          </li>
        ))}
      </Lines>
      {isOpen && unitId && <SayDialog citizenId={card.id} unitId={unitId} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function ObjectiveLine({ objective, mayEnd }: { objective: Objective; mayEnd: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const today = useToday()
  const sender = useWrite(goals.endObjective, { onDone: savedAndClose(() => setOpen(false)) })
  return (
    <Row apart gap={2}>
      <Stack gap={1}>
        <q>{objective.text}</q>
        <span>{text.said(shortDayWords(objective.saidOn, today), objective.writtenByName)}</span>
      </Stack>
      {mayEnd && (
        <Button kind="plain" aria-label={text.endObjectiveOf(objective.text)} onPress={() => setOpen(true)}>
          {text.endObjective}
        </Button>
      )}
      {isOpen && (
        <ReasonDialog
          title={text.endObjective}
          label={text.whyEnded}
          verb={text.endObjective}
          sender={sender}
          onSave={(reason) => void sender.run({ id: objective.id, version: objective.version, reason })}
          onClose={() => setOpen(false)}
        />
      )}
    </Row>
  )
}

type SayProps = { citizenId: string; unitId: string; onClose: () => void }

function SayDialog({ citizenId, unitId, onClose }: SayProps) {
  const today = useToday()
  const [id] = useState(newId)
  const [words, setWords] = useState('')
  const [saidOn, setSaidOn] = useState(today)
  const sender = useWrite(goals.say, { onDone: savedAndClose(onClose) })
  const save = () => void sender.run({ id, citizenId, unitId, text: words, saidOn })
  return (
    <FormDialog title={text.say} sender={sender} onSave={save} onClose={onClose}>
      <TextArea
        label={text.sayLabel}
        lines={4}
        value={words}
        onChange={setWords}
        maxLength={4000}
        fault={sender.faultOf('text')}
        autoFocus
      />
      <DatePicker
        label={text.saidOn}
        value={saidOn}
        max={today}
        onChange={(day) => day && setSaidOn(day)}
        fault={sender.faultOf('saidOn')}
      />
    </FormDialog>
  )
}
