import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  DatePicker,
  FormDialog,
  Section,
  Show,
  savedAndClose,
  shortDayWords,
  Terms,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { access } from '../contract.ts'
import { text } from './text.ts'

/** Beside the tree of units: how long an emergency access lasts here, and from when it will be otherwise. */
export function PolicySection() {
  const [isOpen, setOpen] = useState(false)
  const today = useToday()
  const policy = useRead(access.policy, {})
  if (policy.status === 'refused') return null
  return (
    <Section title={text.title} actions={<Button onPress={() => setOpen(true)}>{text.change}</Button>}>
      <Show of={policy} isEmpty={() => false} lines={1}>
        {({ minutes, coming }) => (
          <Terms
            items={[
              { term: text.policy, value: text.minutes(minutes) },
              ...coming.map((one) => ({
                term: text.from(shortDayWords(one.fromOn, today)),
                value: text.minutes(one.minutes),
              })),
            ]}
          />
        )}
      </Show>
      {isOpen && <PolicyDialog minutes={policy.data?.minutes ?? 60} onClose={() => setOpen(false)} />}
    </Section>
  )
}

const isMinutes = (words: string) => /^\d{1,3}$/.test(words.trim()) && Number(words) >= 5 && Number(words) <= 720

function PolicyDialog({ minutes, onClose }: { minutes: number; onClose: () => void }) {
  const today = useToday()
  const [id] = useState(newId)
  const [words, setWords] = useState(String(minutes))
  const [fromOn, setFrom] = useState(today)
  const [isTried, setTried] = useState(false)
  const sender = useWrite(access.decidePolicy, {
    onDone: savedAndClose(onClose),
  })
  const save = () => {
    setTried(true)
    if (isMinutes(words)) void sender.run({ id, fromOn, emergencyMinutes: Number(words) })
  }
  return (
    <FormDialog title={text.changePolicy} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={text.minutesLabel}
        value={words}
        onChange={setWords}
        inputMode="numeric"
        fault={isTried && !isMinutes(words) ? text.minutesFault : sender.faultOf('emergencyMinutes')}
      />
      <DatePicker
        label={text.fromOn}
        value={fromOn}
        min={today}
        onChange={(day) => day && setFrom(day)}
        fault={sender.faultOf('fromOn')}
      />
    </FormDialog>
  )
}
