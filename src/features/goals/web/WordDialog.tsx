import { useState } from 'react'
import { org } from '#features/org/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  ComboBox,
  DatePicker,
  FormDialog,
  Row,
  Select,
  savedAndClose,
  TextArea,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useMe, useRead, useWrite } from '#kernel/web/index.ts'
import { type Goal, goals, madeWiths, type Wording } from '../contract.ts'
import { levelChoices, levelId, levelOf } from './levels.ts'
import type { PlanProps } from './plan-props.ts'
import { text } from './text.ts'
import { type SetWord, useWording } from './use-wording.ts'

const MAX_WORDS = 4000
const NONE = 'none'
const rhythmWeeks = [2, 4, 6, 8, 12, 26] as const

type WordProps = Pick<PlanProps, 'card' | 'plan' | 'ordered'> & { unitId: string; goal?: Goal; onClose: () => void }
type Fault = (field: string) => string | undefined
type PartProps = { wording: Wording; set: SetWord; fault: Fault }

/** A goal in words: made together with the citizen, one thing at a time. */
export function WordDialog(props: WordProps) {
  const { card, unitId, goal, onClose } = props
  const [id] = useState(newId)
  const { wording, set } = useWording(goal, useMe().id, useToday())
  const proposing = useWrite(goals.propose, { onDone: savedAndClose(onClose) })
  const changing = useWrite(goals.change, { onDone: savedAndClose(onClose), touches: ['journal'] })
  const sender = goal ? changing : proposing
  const save = () => {
    const words = { ...wording, whyWithout: wording.madeWith === 'citizen' ? null : wording.whyWithout }
    if (goal) void changing.run({ id: goal.id, version: goal.version, ...words })
    else void proposing.run({ id, citizenId: card.id, unitId, ...words })
  }
  const part = { wording, set, fault: sender.faultOf }
  return (
    <FormDialog title={goal ? text.change : text.propose} sender={sender} onSave={save} onClose={onClose}>
      <Words {...part} />
      <Origins {...part} {...props} />
      <Period {...part} unitId={unitId} />
      <Part {...part} />
      {!wording.orderGoalId && <Levels {...part} />}
    </FormDialog>
  )
}

function Words({ wording, set, fault }: PartProps) {
  return (
    <>
      <TextField
        label={text.goalTitle}
        help={text.goalTitleHelp}
        value={wording.title}
        onChange={(value) => set('title', value)}
        maxLength={120}
        fault={fault('title')}
        autoFocus
      />
      {(['concrete', 'method', 'signs'] as const).map((field) => (
        <TextArea
          key={field}
          label={text[field]}
          value={wording[field]}
          onChange={(value) => set(field, value)}
          maxLength={MAX_WORDS}
          fault={fault(field)}
        />
      ))}
    </>
  )
}

/** Whose wish it serves, and which of the authority's goals. Not asked where there is neither. */
function Origins({ wording, set, fault, plan, ordered }: PartProps & WordProps) {
  const objectives = plan.objectives.filter(({ endedOn }) => endedOn === null)
  const orderGoals = ordered.flatMap((order) => order.goals.filter(({ ended }) => !ended))
  const chosen = (id: string) => (id === NONE ? null : id)
  const none = { id: NONE, label: text.none }
  return (
    <>
      {orderGoals.length > 0 && (
        <Select
          label={text.whichOrder}
          choices={[none, ...orderGoals.map(({ id, text: label }) => ({ id, label }))]}
          value={wording.orderGoalId ?? NONE}
          onChange={(id) => set('orderGoalId', chosen(id))}
          fault={fault('orderGoalId')}
        />
      )}
      {objectives.length > 0 && (
        <Select
          label={text.whichObjective}
          choices={[none, ...objectives.map(({ id, text: label }) => ({ id, label }))]}
          value={wording.objectiveId ?? NONE}
          onChange={(id) => set('objectiveId', chosen(id))}
          fault={fault('objectiveId')}
        />
      )}
    </>
  )
}

function Period({ wording, set, fault, unitId }: PartProps & { unitId: string }) {
  const people = useRead(org.employeesOfUnit, { unitId }, { staleMs: 60_000 }).data ?? []
  return (
    <>
      <Row gap={3}>
        {(['startsOn', 'endsOn'] as const).map((field) => (
          <DatePicker
            key={field}
            label={text[field]}
            value={wording[field]}
            onChange={(day) => day && set(field, day)}
            fault={fault(field)}
          />
        ))}
      </Row>
      <ComboBox
        label={text.responsible}
        options={people.map(({ id, name }) => ({ id, label: name }))}
        value={wording.responsibleId}
        onChange={(id) => id && set('responsibleId', id)}
        fault={fault('responsibleId')}
      />
      <Select
        label={text.everyWeeks}
        choices={rhythmWeeks.map((weeks) => ({ id: String(weeks), label: text.weeks(weeks) }))}
        value={String(wording.everyWeeks)}
        onChange={(weeks) => set('everyWeeks', Number(weeks))}
      />
    </>
  )
}

function Part({ wording, set, fault }: PartProps) {
  return (
    <>
      <Select
        label={text.madeWith}
        choices={madeWiths.map((id) => ({ id, label: text.madeWiths[id] }))}
        value={wording.madeWith}
        onChange={(madeWith) => set('madeWith', madeWith)}
      />
      {wording.madeWith !== 'citizen' && (
        <TextArea
          label={text.whyWithout}
          value={wording.whyWithout ?? ''}
          onChange={(why) => set('whyWithout', why)}
          maxLength={500}
          fault={fault('whyWithout')}
        />
      )}
    </>
  )
}

function Levels({ wording, set, fault }: PartProps) {
  return (
    <Row gap={3}>
      {(['levelStart', 'levelWanted'] as const).map((field, at) => (
        <Select
          key={field}
          label={text[field]}
          {...(at === 0 && { help: text.levelHelp })}
          choices={levelChoices()}
          value={levelId(wording[field])}
          onChange={(id) => set(field, levelOf(id))}
          fault={fault(field)}
        />
      ))}
    </Row>
  )
}
