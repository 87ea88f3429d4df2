import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  DatePicker,
  FormDialog,
  Section,
  Show,
  Stack,
  savedAndClose,
  shortDayWords,
  Terms,
  TextField,
  TextLink,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { certification } from '../contract.ts'
import { RHYTHM } from '../rules.ts'
import { text } from './text.ts'

type Rhythm = { everyMonths: number; daysToAnswer: number }

const rhythmWords = ({ everyMonths, daysToAnswer }: Rhythm) => `${text.months(everyMonths)}, ${text.days(daysToAnswer)}`

/** Beside the tree of units: how often rights are gone through here. */
export function RhythmSection() {
  const [isOpen, setOpen] = useState(false)
  const today = useToday()
  const rhythm = useRead(certification.rhythm, {})
  return (
    <Section title={text.rhythm} actions={<Button onPress={() => setOpen(true)}>{text.changeRhythm}</Button>}>
      <Show of={rhythm} isEmpty={() => false} lines={1}>
        {(now) => (
          <Stack gap={2}>
            <Terms
              items={[
                { term: text.every, value: rhythmWords(now) },
                ...now.coming.map((one) => ({
                  term: text.from(shortDayWords(one.fromOn, today)),
                  value: rhythmWords(one),
                })),
              ]}
            />
            <TextLink href="/rettigheder">{text.title}</TextLink>
          </Stack>
        )}
      </Show>
      {isOpen && <RhythmDialog now={rhythm.data ?? RHYTHM} onClose={() => setOpen(false)} />}
    </Section>
  )
}

const within = (words: string, least: number, most: number) =>
  /^\d{1,2}$/.test(words.trim()) && Number(words) >= least && Number(words) <= most

function RhythmDialog({ now, onClose }: { now: Rhythm; onClose: () => void }) {
  const today = useToday()
  const [id] = useState(newId)
  const [months, setMonths] = useState(String(now.everyMonths))
  const [days, setDays] = useState(String(now.daysToAnswer))
  const [fromOn, setFrom] = useState(today)
  const [isTried, setTried] = useState(false)
  const sender = useWrite(certification.decideRhythm, {
    onDone: savedAndClose(onClose),
  })
  const isRight = within(months, 1, 24) && within(days, 7, 90)
  const save = () => {
    setTried(true)
    if (isRight) void sender.run({ id, fromOn, everyMonths: Number(months), daysToAnswer: Number(days) })
  }
  return (
    <FormDialog title={text.changeRhythmTitle} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={text.everyMonths}
        value={months}
        onChange={setMonths}
        inputMode="numeric"
        fault={isTried && !within(months, 1, 24) ? text.monthsFault : sender.faultOf('everyMonths')}
      />
      <TextField
        label={text.daysToAnswer}
        value={days}
        onChange={setDays}
        inputMode="numeric"
        fault={isTried && !within(days, 7, 90) ? text.daysFault : sender.faultOf('daysToAnswer')}
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
