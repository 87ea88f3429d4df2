import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { DatePicker, FormDialog, Lines, savedAndClose, useToday } from '#kernel/ui/index.ts'
import { useAddress, useWrite } from '#kernel/web/index.ts'
import { org, type UnitInTree } from '../contract.ts'
import { words } from './administration-text.ts'
import { emptyUnit, formOfUnit, readUnit, UnitFields, type UnitForm } from './UnitForm.tsx'

type DialogProps = { unit: UnitInTree; onClose: () => void }

function useUnitForm(first: UnitForm) {
  const [form, setForm] = useState(first)
  const [isTried, setTried] = useState(false)
  const { faults, fields } = readUnit(form)
  return {
    form,
    onChange: (part: Partial<UnitForm>) => setForm((before) => ({ ...before, ...part })),
    faultOf: (field: string) => (isTried ? faults[field as keyof typeof faults] : undefined),
    read: () => {
      setTried(true)
      return fields
    },
  }
}

export function CreateUnitDialog({ unit: above, onClose }: DialogProps) {
  const [id] = useState(newId)
  const { form, onChange, faultOf, read } = useUnitForm(emptyUnit)
  const { go } = useAddress()
  const sender = useWrite(org.createUnit, {
    onDone: ({ id: made }) => {
      savedAndClose(onClose)()
      go(`/administration/enhed/${made}`)
    },
  })
  const save = () => {
    const fields = read()
    if (fields) void sender.run({ id, parentId: above.id, ...fields })
  }
  return (
    <FormDialog
      title={words.newUnitUnder(above.name)}
      verb={words.createUnit}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      <UnitFields form={form} onChange={onChange} faultOf={(field) => faultOf(field) ?? sender.faultOf(field)} isNew />
    </FormDialog>
  )
}

export function ChangeUnitDialog({ unit, onClose }: DialogProps) {
  const { form, onChange, faultOf, read } = useUnitForm(formOfUnit(unit))
  const sender = useWrite(org.changeUnit, { onDone: savedAndClose(onClose) })
  const save = () => {
    const fields = read()
    if (fields) void sender.run({ id: unit.id, version: unit.version, ...fields })
  }
  return (
    <FormDialog title={words.changeUnit} sender={sender} onSave={save} onClose={onClose}>
      <UnitFields
        form={form}
        onChange={onChange}
        faultOf={(field) => faultOf(field) ?? sender.faultOf(field)}
        isNew={false}
      />
    </FormDialog>
  )
}

export function CloseUnitDialog({ unit, onClose }: DialogProps) {
  const today = useToday()
  const [closedOn, setDay] = useState(today)
  const sender = useWrite(org.closeUnit, { onDone: savedAndClose(onClose) })
  return (
    <FormDialog
      title={words.closeTitle(unit.name)}
      verb={words.closeUnit}
      sender={sender}
      onSave={() => void sender.run({ id: unit.id, version: unit.version, closedOn })}
      onClose={onClose}
    >
      <Lines>
        <li>{words.closeHelp}</li>
        <li>{words.closeRoles(unit.people)}</li>
        <li>{words.closeEmpty}</li>
      </Lines>
      <DatePicker
        label={words.closedOn}
        value={closedOn}
        min={today}
        onChange={(day) => day && setDay(day)}
        fault={sender.faultOf('closedOn')}
      />
    </FormDialog>
  )
}
