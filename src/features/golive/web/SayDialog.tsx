import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { FormDialog, RadioRow, savedAndClose, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { golive, type UnitReadiness } from '../contract.ts'
import { type Verdict, verdicts } from '../rules.ts'
import { text } from './text.ts'

/** Go, no-go, or go with conditions. */
export function SayDialog({ unit, onClose }: { unit: UnitReadiness; onClose: () => void }) {
  const [id] = useState(newId)
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [because, setBecause] = useState('')
  const [conditions, setConditions] = useState('')
  const sender = useWrite(golive.say, { onDone: savedAndClose(onClose) })
  const lines = conditions.split('\n').filter((line) => line.trim())
  const save = () =>
    void sender.run({
      id,
      unitId: unit.id,
      verdict: verdict!,
      because,
      conditions: verdict === 'conditions' ? lines : [],
    })
  return (
    <FormDialog title={text.sayTitle(unit.name)} verb={text.say} sender={sender} onSave={save} onClose={onClose}>
      <RadioRow
        label={text.verdict}
        choices={verdicts.map((one) => ({ id: one, label: text.verdicts[one] }))}
        value={verdict}
        onChange={setVerdict}
        fault={sender.faultOf('verdict')}
      />
      {verdict === 'conditions' && (
        <TextArea
          label={text.conditions}
          help={text.conditionsHelp}
          value={conditions}
          onChange={setConditions}
          maxLength={2000}
          fault={sender.faultOf('conditions')}
        />
      )}
      <TextArea
        label={text.because}
        help={text.becauseHelp}
        value={because}
        onChange={setBecause}
        maxLength={1000}
        fault={sender.faultOf('because')}
      />
    </FormDialog>
  )
}
