import { useState } from 'react'
import { dayOf } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import {
  Checkbox,
  DatePicker,
  FormDialog,
  RadioRow,
  Select,
  Stack,
  shortDayWords,
  TextArea,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { goals, type Movement, movements, type PlanGoal, type View, views } from '../contract.ts'
import { savedThen } from './done.ts'
import { text } from './text.ts'
import { levelChoices, levelId, levelOf } from './WordDialog.tsx'

type EvaluateProps = { goal: PlanGoal; onClose: () => void }

/** How it goes, whose view that is, and which notes it rests on. */
export function EvaluateDialog({ goal, onClose }: EvaluateProps) {
  const today = useToday()
  const [id] = useState(newId)
  const [view, setView] = useState<View>('worker')
  const [viewOf, setViewOf] = useState('')
  const [movement, setMovement] = useState<Movement | null>(null)
  const [level, setLevel] = useState<number | null>(null)
  const [words, setWords] = useState('')
  const [evaluatedOn, setDay] = useState(today)
  const [noteIds, setNotes] = useState<readonly Id[]>([])
  const sender = useWrite(goals.evaluate, { onDone: savedThen(onClose), touches: ['tasks'] })
  const save = () =>
    void sender.run({
      id,
      goalId: goal.id,
      view,
      viewOf: view === 'relative' ? viewOf : null,
      movement: movement as Movement,
      level: view === 'worker' ? level : null,
      text: words,
      evaluatedOn,
      noteIds: [...noteIds],
    })
  return (
    <FormDialog title={text.evaluateOf(goal.title)} sender={sender} onSave={save} onClose={onClose}>
      <RadioRow
        label={text.view}
        choices={views.map((one) => ({ id: one, label: text.views[one] }))}
        value={view}
        onChange={setView}
      />
      {view === 'relative' && (
        <TextField
          label={text.viewOf}
          value={viewOf}
          onChange={setViewOf}
          maxLength={120}
          fault={sender.faultOf('viewOf')}
        />
      )}
      <RadioRow
        label={text.movement}
        choices={movements.map((one) => ({ id: one, label: text.movements[one] }))}
        value={movement}
        onChange={setMovement}
        fault={sender.faultOf('movement')}
      />
      <TextArea
        label={text.inWords}
        value={words}
        onChange={setWords}
        maxLength={4000}
        fault={sender.faultOf('text')}
      />
      {view === 'worker' && (
        <Select
          label={text.level}
          help={text.levelNote}
          choices={levelChoices()}
          value={levelId(level)}
          onChange={(chosen) => setLevel(levelOf(chosen))}
        />
      )}
      <DatePicker
        label={text.evaluatedOn}
        value={evaluatedOn}
        max={today}
        onChange={(day) => day && setDay(day)}
        fault={sender.faultOf('evaluatedOn')}
      />
      <RestsOn goal={goal} value={noteIds} onChange={setNotes} />
    </FormDialog>
  )
}

type RestsProps = { goal: PlanGoal; value: readonly Id[]; onChange: (ids: readonly Id[]) => void }
const SHORT = 90

function RestsOn({ goal, value, onChange }: RestsProps) {
  const today = useToday()
  const { data } = useRead(goals.one, { goalId: goal.id }, { staleMs: 60_000 })
  if (!data || data.notes.length === 0) return null
  const toggle = (id: Id, isOn: boolean) => onChange(isOn ? [...value, id] : value.filter((one) => one !== id))
  return (
    <fieldset>
      <legend>{text.restsOn}</legend>
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
    </fieldset>
  )
}
