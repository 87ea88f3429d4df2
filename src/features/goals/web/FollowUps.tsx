import { useState } from 'react'
import { isBefore } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  DatePicker,
  FormDialog,
  Lines,
  Mark,
  RadioRow,
  Row,
  Section,
  Stack,
  savedAndClose,
  shortDayWords,
  TextArea,
  useToday,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type FollowUp, goals, results } from '../contract.ts'
import type { PlanProps } from './plan-props.ts'
import { text } from './text.ts'

/** The day the authority has named, and what came of the ones before. */
export function FollowUps({ card, plan, unitId, ordered }: PlanProps) {
  const [isOpen, setOpen] = useState(false)
  const today = useToday()
  const named = ordered.flatMap(({ id, followUpOn }) =>
    followUpOn && followUpOn >= today && !plan.ordersGivingWay.includes(id) ? [followUpOn] : [],
  )
  const isEmpty = plan.followUps.length === 0 && named.length === 0
  return (
    <Section
      title={text.followUp}
      actions={unitId && <Button onPress={() => setOpen(true)}>{text.planFollowUp}</Button>}
    >
      {isEmpty && <p>{text.noFollowUp}</p>}
      <Lines label={text.followUp}>
        {named.map((day) => (
          <li key={day}>{`${text.followUpOn(shortDayWords(day, today))} · ${text.fromAuthority}`}</li>
        ))}
        {plan.followUps.map((one) => (
          <li key={one.id}>
            <FollowUpLine followUp={one} mayAnswer={unitId === one.unitId} />
          </li>
        ))}
      </Lines>
      {isOpen && unitId && <PlanDialog citizenId={card.id} unitId={unitId} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function FollowUpLine({ followUp, mayAnswer }: { followUp: FollowUp; mayAnswer: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const today = useToday()
  const { heldOn, dueOn, result, text: words } = followUp
  return (
    <Row apart gap={2}>
      <Stack gap={1}>
        <span>{text.followUpOn(shortDayWords(heldOn ?? dueOn, today))}</span>
        {followUp.givesWay && <Mark>{text.givesWay}</Mark>}
        {result && <Mark tone="ok">{text.results[result]}</Mark>}
        {words && <span>{words}</span>}
      </Stack>
      {!heldOn && mayAnswer && <Button onPress={() => setOpen(true)}>{text.answerFollowUp}</Button>}
      {isOpen && <AnswerDialog followUp={followUp} onClose={() => setOpen(false)} />}
    </Row>
  )
}

function PlanDialog({ citizenId, unitId, onClose }: { citizenId: string; unitId: string; onClose: () => void }) {
  const today = useToday()
  const [id] = useState(newId)
  const [dueOn, setDueOn] = useState<string>()
  const sender = useWrite(goals.planFollowUp, { onDone: savedAndClose(onClose) })
  const save = () => void sender.run({ id, citizenId, unitId, dueOn: dueOn ?? '' })
  return (
    <FormDialog title={text.planFollowUp} sender={sender} onSave={save} onClose={onClose}>
      <DatePicker
        label={text.followUpDay}
        value={dueOn ?? null}
        min={today}
        onChange={(day) => setDueOn(day ?? undefined)}
        fault={sender.faultOf('dueOn')}
      />
    </FormDialog>
  )
}

function AnswerDialog({ followUp, onClose }: { followUp: FollowUp; onClose: () => void }) {
  const today = useToday()
  const [heldOn, setHeldOn] = useState(isBefore(followUp.dueOn, today) ? followUp.dueOn : today)
  const [result, setResult] = useState<(typeof results)[number]>('continue')
  const [words, setWords] = useState('')
  const sender = useWrite(goals.answerFollowUp, { onDone: savedAndClose(onClose), touches: ['tasks'] })
  const save = () =>
    void sender.run({ id: followUp.id, version: followUp.version, heldOn, result, text: words.trim() || null })
  return (
    <FormDialog title={text.answerFollowUp} sender={sender} onSave={save} onClose={onClose}>
      <RadioRow
        label={text.result}
        choices={results.map((id) => ({ id, label: text.results[id] }))}
        value={result}
        onChange={setResult}
      />
      <DatePicker label={text.heldOn} value={heldOn} max={today} onChange={(day) => day && setHeldOn(day)} />
      <TextArea label={text.inWords} isOptional value={words} onChange={setWords} maxLength={4000} />
    </FormDialog>
  )
}
