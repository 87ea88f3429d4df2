import { useState } from 'react'
import { dayOf, instantAt } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  announce,
  Button,
  DateField,
  FileField,
  FormDialog,
  Notice,
  TextField,
  TimeField,
  timeWords,
} from '#kernel/ui/index.ts'
import { call, readAgain, sentenceOf } from '#kernel/web/index.ts'
import { type TenderWhole, tender } from '../contract.ts'
import { faultSentences } from './fault-sentences.ts'
import { text } from './text.ts'

const XLSX = ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']

/** A bidder's answer file with the e-tendering system's receipt. Faults are told row by row, and nothing is half loaded. */
export function LoadBidDialog({ whole }: { whole: TenderWhole }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="primary" onPress={() => setOpen(true)}>
        {text.loadBid}
      </Button>
      {isOpen && <LoadForm whole={whole} onClose={() => setOpen(false)} />}
    </>
  )
}

function useLoading(whole: TenderWhole, onClose: () => void) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const load = async (given: Omit<Given, 'file'>, file: File) => {
    setBusy(true)
    try {
      const content = new Uint8Array(await file.arrayBuffer())
      const input = { id: newId(), tenderId: whole.id, name: file.name, ...given, content }
      const { letter, unanswered, minimumOpen, rowsBeyond } = await call(tender.loadBid, input)
      await readAgain(['tender'])
      announce(`${text.loadedAs(letter)} ${text.flags(unanswered, minimumOpen, rowsBeyond)}`)
      onClose()
    } catch (why) {
      setProblem(why)
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, problem, load }
}

type Given = { vendor: string; receipt: string; receivedAt: string; file: File }

function LoadForm({ whole, onClose }: { whole: TenderWhole; onClose: () => void }) {
  const { isBusy, problem, load } = useLoading(whole, onClose)
  const dueClock = timeWords(whole.bidsDueAt).replace('.', ':')
  const [vendor, setVendor] = useState('')
  const [receipt, setReceipt] = useState('')
  const [day, setDay] = useState<string | null>(dayOf(whole.bidsDueAt))
  const [time, setTime] = useState<string | null>(dueClock)
  const [file, setFile] = useState<File | null>(null)
  const faults = faultSentences(problem)
  const sender = { isBusy, problemText: problem ? sentenceOf(problem) : undefined }
  const send = () =>
    file && void load({ vendor, receipt, receivedAt: instantAt(day ?? dayOf(whole.bidsDueAt), time ?? dueClock) }, file)
  return (
    <FormDialog title={text.loadBid} verb={text.load} sender={sender} onSave={send} onClose={onClose}>
      {faults.length > 0 && (
        <Notice tone="attention" title={text.faults(faults.length)}>
          <ul>
            {faults.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      <TextField label={text.vendor} value={vendor} onChange={setVendor} maxLength={120} />
      <TextField label={text.receipt} value={receipt} onChange={setReceipt} maxLength={60} />
      <DateField label={text.receivedOn} value={day} onChange={setDay} />
      <TimeField label={text.receivedAt} value={time} onChange={setTime} />
      <FileField
        label={text.file}
        help={text.loadHelp}
        chosen={file}
        onChoose={setFile}
        onRemove={() => setFile(null)}
        accept={XLSX}
        verb={text.chooseFile}
      />
    </FormDialog>
  )
}
