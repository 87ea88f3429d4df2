import { useState } from 'react'
import { FindEmployee } from '#features/org/web/index.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { Button, DatePicker, FormDialog, savedAndClose } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Absence, plan } from '../contract.ts'
import { PersonField } from './PersonField.tsx'
import { text } from './text.ts'
import { touches } from './touches.ts'

type Props = { planId: Id; of: Absence | undefined; onClose: () => void }

/** Days only, never why. Written again it is changed; taken back it is gone. */
export function AbsenceDialog({ planId, of, onClose }: Props) {
  const [id] = useState(() => of?.id ?? newId())
  const [employeeId, setEmployee] = useState<Id | null>(of?.employeeId ?? null)
  const [deputyId, setDeputy] = useState<Id | null>(of?.deputyId ?? null)
  const [fromOn, setFrom] = useState<string | null>(of?.fromOn ?? null)
  const [toOn, setTo] = useState<string | null>(of?.toOn ?? null)
  const sender = useWrite(plan.keepAbsence, { onDone: savedAndClose(onClose), touches })
  const save = (isCancelled: boolean) =>
    void sender.run({
      ...{ id, planId, employeeId: employeeId ?? '', deputyId },
      ...{ fromOn: fromOn ?? '', toOn: toOn ?? '', isCancelled },
    })
  return (
    <FormDialog
      title={of ? of.name : text.addAbsence}
      sender={sender}
      onSave={() => save(false)}
      onClose={onClose}
      more={
        of && (
          <Button kind="plain" onPress={() => save(true)}>
            {text.notAway}
          </Button>
        )
      }
    >
      {!of && <FindEmployee value={employeeId} onChange={setEmployee} fault={sender.faultOf('employeeId')} />}
      <DatePicker label={text.awayFrom} value={fromOn} onChange={setFrom} fault={sender.faultOf('fromOn')} />
      <DatePicker label={text.awayTo} value={toOn} onChange={setTo} fault={sender.faultOf('toOn')} />
      <PersonField
        title={text.whoStandsIn}
        was={of && { employeeId: of.deputyId, who: of.deputyName ?? '' }}
        value={{ employeeId: deputyId, who: '' }}
        onChange={({ employeeId: deputy }) => setDeputy(deputy)}
        fault={sender.faultOf('deputyId')}
      />
    </FormDialog>
  )
}
