import { useState } from 'react'
import { dayOf, type Instant, instantAt } from '#kernel/lang/day.ts'
import { Button, DateField, FormDialog, Select, TextArea, TextField, TimeField, timeWords } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type TenderWhole, tender } from '../contract.ts'
import { procedures } from '../rules.ts'
import { text } from './text.ts'

const clockOf = (at: Instant) => timeWords(at).replace('.', ':')

/** Dates and the word on data protection, while they may still be moved. */
export function PlanDialog({ whole }: { whole: TenderWhole }) {
  const [isOpen, setOpen] = useState(false)
  if (whole.state !== 'preparing' || !whole.permitted.includes('prepare')) return null
  return (
    <>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {text.plan}
      </Button>
      {isOpen && <PlanForm whole={whole} onClose={() => setOpen(false)} />}
    </>
  )
}

function useMoment(at: Instant) {
  const [day, setDay] = useState<string | null>(dayOf(at))
  const [time, setTime] = useState<string | null>(clockOf(at))
  return { day, setDay, time, setTime, value: instantAt(day ?? dayOf(at), time ?? clockOf(at)) }
}

function PlanForm({ whole, onClose }: { whole: TenderWhole; onClose: () => void }) {
  const [title, setTitle] = useState(whole.title)
  const [procedure, setProcedure] = useState(whole.procedure)
  const questions = useMoment(whole.questionsCloseAt)
  const due = useMoment(whole.bidsDueAt)
  const [noticeOn, setNotice] = useState<string | null>(whole.noticePlannedOn)
  const [note, setNote] = useState(whole.dataProtectionNote)
  const sender = useWrite(tender.change, { onDone: onClose })
  const save = () =>
    void sender.run({
      ...{ id: whole.id, version: whole.version, title, procedure, questionsCloseAt: questions.value },
      ...{ bidsDueAt: due.value, noticePlannedOn: noticeOn ?? whole.noticePlannedOn, dataProtectionNote: note },
    })
  return (
    <FormDialog title={text.plan} sender={sender} onSave={save} onClose={onClose}>
      <TextField label={text.name} value={title} onChange={setTitle} maxLength={160} />
      <Select
        label={text.procedure}
        choices={procedures.map((one) => ({ id: one, label: text.procedures[one] }))}
        value={procedure}
        onChange={setProcedure}
      />
      <DateField
        label={text.dates.questions}
        value={questions.day}
        onChange={questions.setDay}
        fault={sender.faultOf('questionsCloseAt')}
      />
      <DateField label={text.dates.due} value={due.day} onChange={due.setDay} fault={sender.faultOf('bidsDueAt')} />
      <TimeField label={text.time} value={due.time} onChange={due.setTime} />
      <DateField
        label={text.dates.notice}
        value={noticeOn}
        onChange={setNotice}
        fault={sender.faultOf('noticePlannedOn')}
      />
      <TextArea label={text.note} help={text.noteHelp} value={note} onChange={setNote} maxLength={2000} />
    </FormDialog>
  )
}
