import { useState } from 'react'
import type { Card } from '#features/citizens/contract.ts'
import { orders } from '#features/orders/contract.ts'
import { Button, FormDialog, Menu, Notice, RadioRow, Row, savedAndClose, TextArea } from '#kernel/ui/index.ts'
import { useMe, useRead, useWrite } from '#kernel/web/index.ts'
import { type Attainment, attainments, goals, type PlanGoal } from '../contract.ts'
import { whyNotApprove, whyNotChange, whyNotComplete, whyNotDrop, whyNotHold, whyNotResume } from '../rules.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { text } from './text.ts'
import { WordDialog } from './WordDialog.tsx'

type Act = 'change' | 'hold' | 'resume' | 'complete' | 'drop'
type ActsProps = { card: Card; goal: PlanGoal; onEvaluate: () => void }

const rules = {
  change: whyNotChange,
  hold: whyNotHold,
  resume: whyNotResume,
  complete: whyNotComplete,
  drop: whyNotDrop,
} satisfies Record<Act, (goal: PlanGoal) => unknown>

/** What may be done with the goal by me, now. */
export function GoalActs({ card, goal, onEvaluate }: ActsProps) {
  const [act, setAct] = useState<Act>()
  const me = useMe()
  const close = () => setAct(undefined)
  const mayWrite = goal.permitted.includes('write')
  const mayApprove = goal.permitted.includes('approve') && !whyNotApprove(goal, me.id)
  const offered = (Object.keys(rules) as Act[]).filter((one) => mayWrite && !rules[one](goal))
  return (
    <Row gap={2}>
      {mayApprove && <ApproveButton goal={goal} />}
      {goal.permitted.includes('evaluate') && goal.state === 'active' && (
        <Button kind={mayApprove ? 'quiet' : 'primary'} onPress={onEvaluate}>
          {text.evaluate}
        </Button>
      )}
      {offered.length > 0 && (
        <Menu label={text.more} items={offered.map((id) => ({ id, label: text[id], onAct: () => setAct(id) }))} />
      )}
      {act === 'change' && <ChangeDialog card={card} goal={goal} onClose={close} />}
      {(act === 'hold' || act === 'drop') && <Reasoned act={act} goal={goal} onClose={close} />}
      {act === 'resume' && <ResumeDialog goal={goal} onClose={close} />}
      {act === 'complete' && <CompleteDialog goal={goal} onClose={close} />}
    </Row>
  )
}

type GoalProps = { goal: PlanGoal; onClose: () => void }

function ApproveButton({ goal }: { goal: PlanGoal }) {
  const sender = useWrite(goals.approve, { touches: ['journal', 'tasks'] })
  return (
    <>
      <Button
        kind="primary"
        isBusy={sender.isBusy}
        onPress={() => void sender.run({ id: goal.id, version: goal.version })}
      >
        {text.approve}
      </Button>
      {sender.problemText && (
        <Notice tone="attention" isUrgent>
          <p>{sender.problemText}</p>
        </Notice>
      )}
    </>
  )
}

function ChangeDialog({ card, goal, onClose }: GoalProps & { card: Card }) {
  const plan = useRead(goals.ofCitizen, { citizenId: card.id })
  const { status, data: ordered = [] } = useRead(orders.ofCitizen, { citizenId: card.id })
  // Fields that move in while one types push the others away.
  if (!plan.data || status === 'loading') return null
  return (
    <WordDialog card={card} plan={plan.data} ordered={ordered} unitId={goal.unitId} goal={goal} onClose={onClose} />
  )
}

function Reasoned({ act, goal, onClose }: GoalProps & { act: 'hold' | 'drop' }) {
  const sender = useWrite(goals[act], { onDone: savedAndClose(onClose), touches: ['journal', 'tasks'] })
  const run = (reason: string) => void sender.run({ id: goal.id, version: goal.version, reason })
  return (
    <ReasonDialog title={text[act]} label={text.why} verb={text[act]} sender={sender} onSave={run} onClose={onClose} />
  )
}

function ResumeDialog({ goal, onClose }: GoalProps) {
  const sender = useWrite(goals.resume, { onDone: savedAndClose(onClose), touches: ['journal'] })
  const run = () => void sender.run({ id: goal.id, version: goal.version })
  return (
    <FormDialog title={text.resume} verb={text.resume} sender={sender} onSave={run} onClose={onClose}>
      <p>{goal.reason}</p>
    </FormDialog>
  )
}

function CompleteDialog({ goal, onClose }: GoalProps) {
  const [attainment, setAttainment] = useState<Attainment>('attained')
  const [reason, setReason] = useState('')
  const sender = useWrite(goals.complete, { onDone: savedAndClose(onClose), touches: ['journal', 'tasks'] })
  const run = () => void sender.run({ id: goal.id, version: goal.version, attainment, reason: reason.trim() || null })
  return (
    <FormDialog title={text.complete} verb={text.complete} sender={sender} onSave={run} onClose={onClose}>
      <RadioRow
        label={text.attainment}
        choices={attainments.map((id) => ({ id, label: text.attainments[id] }))}
        value={attainment}
        onChange={setAttainment}
      />
      <TextArea label={text.remark} isOptional value={reason} onChange={setReason} maxLength={500} />
    </FormDialog>
  )
}
