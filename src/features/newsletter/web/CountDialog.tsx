import { useState } from 'react'
import { Button, FormDialog, savedAndClose, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Issue, newsletter } from '../contract.ts'
import { text } from './text.ts'

type Row = Issue['coverage'][number]

/** Where it was read aloud or hung on the wall: as somebody counted. */
export function CountButton({ issueId, row }: { issueId: string; row: Row }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="plain" aria-label={`${text.count}: ${row.unitName}`} onPress={() => setOpen(true)}>
        {text.count}
      </Button>
      {isOpen && <CountForm issueId={issueId} row={row} onClose={() => setOpen(false)} />}
    </>
  )
}

const figure = (typed: string): number => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : -1)

function CountForm({ issueId, row, onClose }: { issueId: string; row: Row; onClose: () => void }) {
  const [staff, setStaff] = useState('')
  const [reached, setReached] = useState('')
  const sender = useWrite(newsletter.countReaders, {
    onDone: savedAndClose(onClose, text.counted),
  })
  const save = () =>
    void sender.run({ id: issueId, unitId: row.unitId, staff: figure(staff), reached: figure(reached) })
  return (
    <FormDialog title={row.unitName} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.countHelp}</p>
      <TextField
        label={text.countStaff}
        value={staff}
        onChange={setStaff}
        inputMode="numeric"
        fault={sender.faultOf('staff')}
        autoFocus
      />
      <TextField
        label={text.countReached}
        value={reached}
        onChange={setReached}
        inputMode="numeric"
        fault={sender.faultOf('reached')}
      />
    </FormDialog>
  )
}
