import { useState } from 'react'
import { FindEmployee } from '#features/org/web/index.ts'
import { newId } from '#kernel/lang/id.ts'
import { ComboBox, DatePicker, FormDialog, savedAndClose, TextField, useToday } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Card, citizens } from '../contract.ts'
import { shortName } from './people.ts'
import { text } from './text.ts'

const MAX_REASON = 300

/** From a citizen's card, or from the unit, where the citizen is chosen too. */
type BarProps = { card?: Card; unitId?: string; onClose: () => void }

export function BarDialog({ card, unitId, onClose }: BarProps) {
  const [id] = useState(newId)
  const [citizenId, setCitizen] = useState<string | null>(card?.id ?? null)
  const [employeeId, setEmployee] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [fromOn, setFrom] = useState(useToday())
  const [toOn, setTo] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const sender = useWrite(citizens.bar, {
    onDone: savedAndClose(onClose),
  })
  const save = () => {
    setTried(true)
    if (citizenId && employeeId && reason.trim())
      void sender.run({ id, citizenId, employeeId, reason: reason.trim(), fromOn, toOn })
  }
  const lacks = (value: string | null, words: string) => (isTried && !value?.trim() ? words : undefined)
  return (
    <FormDialog title={text.barTitle} verb={text.barVerb} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.barHelp}</p>
      {unitId && (
        <CitizenField
          unitId={unitId}
          value={citizenId}
          onChange={setCitizen}
          fault={lacks(citizenId, text.barCitizenFault)}
        />
      )}
      <FindEmployee
        value={employeeId}
        onChange={setEmployee}
        fault={lacks(employeeId, text.barEmployeeFault) ?? sender.faultOf('employeeId')}
      />
      <TextField
        label={text.barWhy}
        help={text.barWhyHelp}
        value={reason}
        onChange={setReason}
        maxLength={MAX_REASON}
        fault={lacks(reason, text.barWhyFault) ?? sender.faultOf('reason')}
      />
      <Period from={fromOn} to={toOn} onFrom={setFrom} onTo={setTo} faultOf={sender.faultOf} />
    </FormDialog>
  )
}

type FieldProps = { value: string | null; onChange: (id: string | null) => void; fault: string | undefined }

function CitizenField({ unitId, ...field }: FieldProps & { unitId: string }) {
  const people = useRead(citizens.ofUnit, { unitId }).data ?? []
  const options = people.map((line) => ({
    id: line.id,
    label: shortName(line),
    ...((line.identityProtected || line.hiddenStay) && { second: text.protectedShort }),
  }))
  return <ComboBox label={text.citizen} options={options} {...field} />
}

type PeriodProps = {
  from: string
  to: string | null
  onFrom: (day: string) => void
  onTo: (day: string | null) => void
  faultOf: (field: string) => string | undefined
}

const Period = ({ from, to, onFrom, onTo, faultOf }: PeriodProps) => (
  <>
    <DatePicker
      label={text.fromOn}
      value={from}
      min={useToday()}
      onChange={(day) => day && onFrom(day)}
      fault={faultOf('fromOn')}
    />
    <DatePicker
      label={text.toOn}
      help={text.toOnHelp}
      value={to}
      min={from}
      onChange={onTo}
      fault={faultOf('toOn')}
      isOptional
    />
  </>
)
