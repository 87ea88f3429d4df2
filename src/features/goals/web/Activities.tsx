import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { Button, FormDialog, Lines, Row, Section, Select, savedAndClose, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { goals, type PlanGoal, rhythms } from '../contract.ts'
import { isLiving } from '../rules.ts'
import { text } from './text.ts'

/** What is done for the goal. */
export function Activities({ goal }: { goal: PlanGoal }) {
  const [isOpen, setOpen] = useState(false)
  const ending = useWrite(goals.endActivity)
  const mayWrite = goal.permitted.includes('write') && isLiving(goal)
  const living = goal.activities.filter(({ endedAt }) => endedAt === null)
  return (
    <Section
      title={text.activities}
      actions={mayWrite && <Button onPress={() => setOpen(true)}>{text.addActivity}</Button>}
    >
      {living.length === 0 && <p>{text.noActivities}</p>}
      <Lines label={text.activities}>
        {living.map(({ id, text: words, rhythm, who }) => (
          <li key={id}>
            <Row apart gap={2}>
              <span>{`${words} · ${text.rhythms[rhythm]} · ${who}`}</span>
              {mayWrite && (
                <Button
                  kind="plain"
                  aria-label={text.endActivityOf(words)}
                  isBusy={ending.isBusy}
                  onPress={() => void ending.run({ id })}
                >
                  {text.endActivity}
                </Button>
              )}
            </Row>
          </li>
        ))}
      </Lines>
      {isOpen && <ActivityDialog goalId={goal.id} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function ActivityDialog({ goalId, onClose }: { goalId: string; onClose: () => void }) {
  const [id] = useState(newId)
  const [words, setWords] = useState('')
  const [who, setWho] = useState('')
  const [rhythm, setRhythm] = useState<(typeof rhythms)[number]>('weekly')
  const sender = useWrite(goals.addActivity, { onDone: savedAndClose(onClose) })
  const save = () => void sender.run({ id, goalId, text: words, rhythm, who })
  return (
    <FormDialog title={text.addActivity} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={text.activity}
        value={words}
        onChange={setWords}
        maxLength={500}
        fault={sender.faultOf('text')}
        autoFocus
      />
      <Select
        label={text.howOften}
        choices={rhythms.map((one) => ({ id: one, label: text.rhythms[one] }))}
        value={rhythm}
        onChange={setRhythm}
      />
      <TextField label={text.who} value={who} onChange={setWho} maxLength={120} fault={sender.faultOf('who')} />
    </FormDialog>
  )
}
