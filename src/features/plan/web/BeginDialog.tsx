import { useState } from 'react'
import { type Id, newId } from '#kernel/lang/id.ts'
import { FormDialog, Select, savedAndClose, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { plan } from '../contract.ts'
import { standardRoles, standardStages, standardTemplates } from '../standard.ts'
import { text } from './text.ts'
import { touches } from './touches.ts'

/** The standard set under new ids. */
function standardParts() {
  const roleIds = new Map(standardRoles.map(({ code }) => [code, newId()]))
  const templateIds = new Map(standardTemplates.map(({ code }) => [code, newId()]))
  const of = (codes: readonly string[]): Id[] => codes.map((code) => templateIds.get(code)!)
  return {
    id: newId(),
    phases: [],
    roles: standardRoles.map((role) => ({ ...role, id: roleIds.get(role.code)! })),
    templates: standardTemplates.map(({ role, needs, ...template }) => ({
      ...template,
      id: templateIds.get(template.code)!,
      roleId: roleIds.get(role)!,
      earliestPhaseId: null,
      needs: of(needs),
    })),
    stages: standardStages.map((stage) => ({ ...stage, id: newId(), needs: of(stage.needs) })),
  }
}

export function BeginDialog({ places, onClose }: { places: readonly { id: Id; name: string }[]; onClose: () => void }) {
  const [parts] = useState(standardParts)
  const [placeId, setPlace] = useState(places[0]?.id ?? '')
  const [title, setTitle] = useState('')
  const sender = useWrite(plan.begin, { onDone: savedAndClose(onClose), touches })
  return (
    <FormDialog
      title={text.begin}
      verb={text.begin}
      sender={sender}
      onSave={() => void sender.run({ ...parts, placeId, title })}
      onClose={onClose}
    >
      <p>{text.beginWords}</p>
      <TextField
        label={text.planTitle}
        value={title}
        onChange={setTitle}
        maxLength={120}
        fault={sender.faultOf('title')}
        autoFocus
      />
      <Select
        label={text.place}
        choices={places.map(({ id, name }) => ({ id, label: name }))}
        value={placeId}
        onChange={setPlace}
        fault={sender.faultOf('placeId')}
      />
    </FormDialog>
  )
}
