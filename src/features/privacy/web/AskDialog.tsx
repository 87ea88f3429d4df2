import { useState } from 'react'
import type { Day } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { announce, DatePicker, FormDialog, RadioRow, Select, TextArea, useToday } from '#kernel/ui/index.ts'
import { useAddress, useWrite } from '#kernel/web/index.ts'
import { privacy, requesters } from '../contract.ts'
import { requestKinds } from '../deadlines.ts'
import { CitizenField } from './CitizenField.tsx'
import { text } from './text.ts'

/** Before any record: everything. */
const EVER = '1900-01-01'

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
