import { useState } from 'react'
import { Button, FormDialog, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Carried, relay } from '../contract.ts'
import { text } from './text.ts'

/** A figure of one's own, from the staff meeting. */
export function CountButton({ row }: { row: Carried }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {text.count}
      </Button>
      {isOpen && <CountForm row={row} onClose={() => setOpen(false)} />}
    </>
  )
}

const figure = (typed: string): number => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : -1)

function CountForm({ row, onClose }: { row: Carried; onClose: () => void }) {
  const [staff, setStaff] = useState('')
  const [reached, setReached] = useState('')
  const sender = useWrite(relay.countReached, { onDone: onClose })
  const save = () =>
    void sender.run({ messageId: row.id, unitId: row.unitId, staff: figure(staff), reached: figure(reached) })
  return (
    <FormDialog title={text.countTitle} sender={sender} onSave={save} onClose={onClose}>
      <TextField label={text.countStaff} value={staff} onChange={setStaff} fault={sender.faultOf('staff')} autoFocus />
      <TextField label={text.countReached} value={reached} onChange={setReached} fault={sender.faultOf('reached')} />
    </FormDialog>
  )
}
