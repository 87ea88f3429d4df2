import { useState } from 'react'
import { FormDialog, savedAndClose, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { exchange } from '../contract.ts'
import { text } from './text.ts'

/** Who the municipality is at the national gateway. */
export function OrganisationDialog({ onClose }: { onClose: () => void }) {
  const [organisationId, setId] = useState('')
  const sender = useWrite(exchange.setOrganisation, {
    onDone: savedAndClose(onClose),
  })
  const save = () => void sender.run({ organisationId: organisationId.trim().toLowerCase() })
  return (
    <FormDialog title={text.organisation} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={text.organisationId}
        help={text.organisationHelp}
        value={organisationId}
        onChange={setId}
        maxLength={40}
        fault={sender.faultOf('organisationId') && text.organisationWrong}
        autoFocus
      />
    </FormDialog>
  )
}
