import { useEffect, useState } from 'react'
import type { Day } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  announce,
  ComboBox,
  DatePicker,
  FormDialog,
  type Option,
  RadioRow,
  Select,
  shortDayWords,
  TextArea,
  useToday,
} from '#kernel/ui/index.ts'
import { useAddress, useRead, useWrite } from '#kernel/web/index.ts'
import { privacy, requesters } from '../contract.ts'
import { requestKinds } from '../deadlines.ts'
import { text } from './text.ts'

/** Before any record: everything. */
const EVER = '1900-01-01'
const PAUSE_MS = 250

const blank = {
  citizenId: null as string | null,
  kind: 'gdpr-access' as (typeof requestKinds)[number],
  requester: 'citizen' as (typeof requesters)[number],
  requesterNote: '',
  fromOn: EVER,
}

export function AskDialog({ onClose }: { onClose: () => void }) {
  const today = useToday()
  const { go } = useAddress()
  const [id] = useState(newId)
  const [form, setForm] = useState({ ...blank, toOn: today, receivedOn: today })
  const [isTried, setTried] = useState(false)
  const put = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }))
  const sender = useWrite(privacy.ask, {
    touches: ['tasks'],
    onDone: () => {
      announce(text.recorded)
      go(`/indsigt/${id}`)
    },
  })
  const save = () => {
    setTried(true)
    const { citizenId, requesterNote, ...rest } = form
    if (citizenId) void sender.run({ id, citizenId, ...rest, requesterNote: requesterNote.trim() || null })
  }
  return (
    <FormDialog title={text.newTitle} verb={text.record} sender={sender} onSave={save} onClose={onClose}>
      <CitizenField
        value={form.citizenId}
        onChange={(citizenId) => put({ citizenId })}
        fault={isTried && !form.citizenId ? text.citizenFault : undefined}
      />
      <RadioRow
        label={text.kind}
        choices={requestKinds.map((one) => ({ id: one, label: text.kinds[one] }))}
        value={form.kind}
        onChange={(kind) => put({ kind })}
      />
      <Select
        label={text.requester}
        choices={requesters.map((one) => ({ id: one, label: text.requesters[one] }))}
        value={form.requester}
        onChange={(requester) => put({ requester })}
      />
      {form.requester !== 'citizen' && (
        <TextArea
          label={text.requesterNote}
          help={text.requesterNoteHelp}
          value={form.requesterNote}
          maxLength={500}
          onChange={(requesterNote) => put({ requesterNote })}
          fault={sender.faultOf('requesterNote')}
        />
      )}
      <Days form={form} put={put} faultOf={sender.faultOf} />
    </FormDialog>
  )
}

type DaysOf = { receivedOn: Day; fromOn: Day; toOn: Day }
type DaysProps = { form: DaysOf; put: (part: Partial<DaysOf>) => void; faultOf: (field: string) => string | undefined }

function Days({ form, put, faultOf }: DaysProps) {
  const today = useToday()
  return (
    <>
      <DatePicker
        label={text.receivedOn}
        value={form.receivedOn}
        max={today}
        onChange={(day) => day && put({ receivedOn: day })}
        fault={faultOf('receivedOn')}
      />
      <DatePicker
        label={text.fromOn}
        help={text.periodHelp}
        value={form.fromOn}
        onChange={(day) => day && put({ fromOn: day })}
        fault={faultOf('fromOn')}
      />
      <DatePicker
        label={text.toOn}
        value={form.toOn}
        onChange={(day) => day && put({ toOn: day })}
        fault={faultOf('toOn')}
      />
    </>
  )
}

type CitizenFieldProps = { value: string | null; onChange: (id: string | null) => void; fault: string | undefined }

function CitizenField({ value, onChange, fault }: CitizenFieldProps) {
  const today = useToday()
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words])
  const found = useRead(privacy.citizens, { words: asked }, { enabled: asked.length > 1, keepFormer: true })
  const options: Option[] = (found.data ?? []).map(({ id, fullName, bornOn, unitNames }) => ({
    id,
    label: fullName,
    second: [bornOn && shortDayWords(bornOn, today), ...unitNames].filter(Boolean).join(' · '),
  }))
  const choose = (id: string | null) => {
    const chosen = options.find((option) => option.id === id)
    if (chosen) setWords(chosen.label)
    onChange(id)
  }
  return (
    <ComboBox
      label={text.citizen}
      help={text.citizenHelp}
      options={options}
      value={value}
      onChange={choose}
      search={words}
      onSearch={setWords}
      isSearching={found.isFetching}
      fault={fault}
      autoFocus
    />
  )
}
