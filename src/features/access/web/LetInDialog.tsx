import { useState } from 'react'
import type { MyUnit } from '#features/org/contract.ts'
import type { OutputOf } from '#kernel/lang/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { FormDialog, RadioRow, timeWords, useNow } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { access, idKinds } from '../contract.ts'
import { shiftEndsAt } from '../rules.ts'
import { CodeDialog } from './CodeDialog.tsx'
import { newCode } from './new-code.ts'
import { emptyTemp, TempFields, tempFaults } from './TempFields.tsx'
import { words } from './temps-text.ts'

/** Who, how one knows, and in: made to be done while the handover goes on. */
export function LetInDialog({ unit, onClose }: { unit: MyUnit; onClose: () => void }) {
  const [made] = useState(() => ({ id: newId(), employeeId: newId(), code: newCode() }))
  const [temp, setTemp] = useState(emptyTemp)
  const [idShown, setShown] = useState<(typeof idKinds)[number] | null>(null)
  const [isTried, setTried] = useState(false)
  const [done, setDone] = useState<OutputOf<typeof access.letIn>>()
  const sender = useWrite(access.letIn, { onDone: setDone })
  const until = timeWords(shiftEndsAt(unit.shiftStarts, useNow().toISOString()))
  if (done) return <CodeDialog duty={done} code={made.code} wasKnown={done.wasKnown} onClose={onClose} />
  const faults = tempFaults(temp)
  const save = () => {
    setTried(true)
    if (Object.values(faults).some(Boolean) || !idShown) return
    const { known, name, agency, agencyNumber, bornOn, phoneEnd } = temp
    const blank = (value: string) => value.trim() || null
    void sender.run({
      ...{ id: made.id, unitId: unit.id, employeeId: known?.id ?? made.employeeId, name: known?.name ?? name.trim() },
      ...{ agency: blank(agency), agencyNumber: blank(agencyNumber), bornOn, phoneEnd: blank(phoneEnd) },
      ...{ idShown, code: made.code },
    })
  }
  return (
    <FormDialog
      title={words.letInTitle(unit.name)}
      verb={words.letInVerb(until)}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      <TempFields
        unitId={unit.id}
        temp={temp}
        onChange={(part) => setTemp((before) => ({ ...before, ...part }))}
        faultOf={(field) => (isTried ? faults[field] : undefined) ?? sender.faultOf(field)}
      />
      <RadioRow
        label={words.idShown}
        choices={idKinds.map((id) => ({ id, label: words.idKinds[id] }))}
        value={idShown}
        onChange={setShown}
        fault={isTried && !idShown ? words.idShownFault : sender.faultOf('idShown')}
      />
    </FormDialog>
  )
}
