import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  DatePicker,
  FormDialog,
  Mark,
  RadioRow,
  Section,
  Select,
  Stack,
  savedAndClose,
  shortDayWords,
  TextArea,
  useToday,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { agreements, type Reading, type Report, readingHows, reports } from '../contract.ts'
import { isOlderReading, isReadByCitizen, whyNotWrite } from '../rules.ts'
import { text } from './text.ts'

/** What the citizen says of it; whether they have read it as it stands. */
export function Readings({ report, isChanged }: { report: Report; isChanged: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const mayRecord = report.permitted.includes('write') && !whyNotWrite(report) && report.state === 'draft' && !isChanged
  const isMissing = report.state === 'draft' && !isReadByCitizen(report)
  return (
    <Section
      title={text.citizen}
      actions={mayRecord && <Button onPress={() => setOpen(true)}>{text.recordReading}</Button>}
    >
      <Stack gap={3}>
        {isMissing && <Mark tone="attention">{text.notRead}</Mark>}
        {report.readings.map((reading) => (
          <ReadingLine key={reading.id} reading={reading} isOlder={isOlderReading(report, reading)} />
        ))}
      </Stack>
      {isOpen && <ReadDialog report={report} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function ReadingLine({ reading, isOlder }: { reading: Reading; isOlder: boolean }) {
  const today = useToday()
  const agrees = reading.agrees ? text.agreements[reading.agrees] : undefined
  return (
    <Stack gap={1}>
      <span>{text.readLine(text.hows[reading.how], agrees, shortDayWords(reading.readOn, today))}</span>
      {isOlder && <Mark>{text.olderVersion}</Mark>}
      {reading.text && <q>{reading.text}</q>}
    </Stack>
  )
}

function ReadDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const today = useToday()
  const [id] = useState(newId)
  const [how, setHow] = useState<(typeof readingHows)[number]>('read')
  const [agrees, setAgrees] = useState<(typeof agreements)[number] | null>(null)
  const [words, setWords] = useState('')
  const [readOn, setReadOn] = useState(today)
  const isRead = how === 'read' || how === 'read-aloud'
  const sender = useWrite(reports.read, { onDone: savedAndClose(onClose) })
  const save = () =>
    void sender.run({
      id,
      reportId: report.id,
      reportVersion: report.version,
      how,
      agrees: isRead ? agrees : null,
      text: words.trim() || null,
      readOn,
    })
  return (
    <FormDialog title={text.recordReading} sender={sender} onSave={save} onClose={onClose}>
      <Select
        label={text.how}
        choices={readingHows.map((one) => ({ id: one, label: text.hows[one] }))}
        value={how}
        onChange={setHow}
      />
      {isRead && (
        <RadioRow
          label={text.agrees}
          choices={agreements.map((one) => ({ id: one, label: text.agreements[one] }))}
          value={agrees}
          onChange={setAgrees}
          fault={sender.faultOf('agrees')}
        />
      )}
      <TextArea
        label={isRead ? text.citizenWords : text.whyNot}
        value={words}
        onChange={setWords}
        maxLength={4000}
        fault={sender.faultOf('text')}
      />
      <DatePicker label={text.readOn} value={readOn} max={today} onChange={(day) => day && setReadOn(day)} />
    </FormDialog>
  )
}
