import { useState } from 'react'
import { dayOf } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import {
  Checkbox,
  CheckGroup,
  DatePicker,
  FormDialog,
  RadioRow,
  Select,
  Stack,
  savedAndClose,
  shortDayWords,
  TextArea,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { goals, type Movement, movements, type PlanGoal, type View, views } from '../contract.ts'
import { levelChoices, levelId, levelOf } from './levels.ts'
import { text } from './text.ts'

type EvaluateProps = { goal: PlanGoal; onClose: () => void }

type Filled = {
  view: View
  viewOf: string
  movement: Movement | null
  level: number | null
  words: string
  evaluatedOn: string
  noteIds: readonly Id[]
}

/** How it goes, whose view that is, and which notes it rests on. */
export function EvaluateDialog({ goal, onClose }: EvaluateProps) {
  const today = useToday()
  const [id] = useState(newId)
  const [filled, setFilled] = useState<Filled>({
    ...{ view: 'worker', viewOf: '', movement: null, level: null, words: '', evaluatedOn: today, noteIds: [] },
  })
  const set = (change: Partial<Filled>) => setFilled((before) => ({ ...before, ...change }))
  const sender = useWrite(goals.evaluate, { onDone: savedAndClose(onClose), touches: ['tasks'] })
  const { view, viewOf, movement, level, words, evaluatedOn, noteIds } = filled
  const save = () =>
    void sender.run({
      ...{ id, goalId: goal.id, view, movement: movement as Movement, text: words, evaluatedOn, noteIds: [...noteIds] },
      viewOf: view === 'relative' ? viewOf : null,
      level: view === 'worker' ? level : null,
    })
  return (
    <FormDialog title={text.evaluateOf(goal.title)} sender={sender} onSave={save} onClose={onClose}>
      <WhoseView filled={filled} set={set} faultOf={sender.faultOf} />
      <HowItGoes filled={filled} set={set} faultOf={sender.faultOf} />
      <DatePicker
        label={text.evaluatedOn}
        value={evaluatedOn}
        max={today}
        onChange={(day) => day && set({ evaluatedOn: day })}
        fault={sender.faultOf('evaluatedOn')}
      />
      <RestsOn goal={goal} value={noteIds} onChange={(ids) => set({ noteIds: ids })} />
    </FormDialog>
  )
}

type PartProps = {
  filled: Filled
  set: (change: Partial<Filled>) => void
  faultOf: (field: string) => string | undefined
}

const WhoseView = ({ filled: { view, viewOf }, set, faultOf }: PartProps) => (
  <>
    <RadioRow
      label={text.view}
      choices={views.map((one) => ({ id: one, label: text.views[one] }))}
      value={view}
      onChange={(to) => set({ view: to })}
    />
    {view === 'relative' && (
      <TextField
        label={text.viewOf}
        value={viewOf}
        onChange={(to) => set({ viewOf: to })}
        maxLength={120}
        fault={faultOf('viewOf')}
      />
    )}
  </>
)

const HowItGoes = ({ filled: { view, movement, level, words }, set, faultOf }: PartProps) => (
  <>
    <RadioRow
      label={text.movement}
      choices={movements.map((one) => ({ id: one, label: text.movements[one] }))}
      value={movement}
      onChange={(to) => set({ movement: to })}
      fault={faultOf('movement')}
    />
    <TextArea
      label={text.inWords}
      value={words}
      onChange={(to) => set({ words: to })}
      maxLength={4000}
      fault={faultOf('text')}
    />
    {view === 'worker' && (
      <Select
        label={text.level}
        help={text.levelNote}
        choices={levelChoices()}
        value={levelId(level)}
        onChange={(chosen) => set({ level: levelOf(chosen) })}
      />
    )}
  </>
)

type RestsProps = { goal: PlanGoal; value: readonly Id[]; onChange: (ids: readonly Id[]) => void }
const SHORT = 90

function RestsOn({ goal, value, onChange }: RestsProps) {
  const today = useToday()
  const { data } = useRead(goals.one, { goalId: goal.id }, { staleMs: 60_000 })
  if (!data || data.notes.length === 0) return null
  const toggle = (id: Id, isOn: boolean) => onChange(isOn ? [...value, id] : value.filter((one) => one !== id))
  return (
    <CheckGroup label={text.restsOn}>
      <Stack gap={1}>
        {data.notes.map(({ id, happenedAt, text: words }) => (
          <Checkbox
            key={id}
            label={`${shortDayWords(dayOf(happenedAt), today)}: ${words.length > SHORT ? `${words.slice(0, SHORT)} …` : words}`}
            value={value.includes(id)}
            onChange={(isOn) => toggle(id, isOn)}
          />
        ))}
      </Stack>
    </CheckGroup>
  )
}
