import { useState } from 'react'
import { FormDialog, Notice, RadioRow, Select, savedAndClose, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Report, reports, sendingHows } from '../contract.ts'
import { text } from './text.ts'

type Props = { report: Report; onClose: () => void }

export function SendDialog({ report, onClose }: Props) {
  const [how, setHow] = useState<(typeof sendingHows)[number]>('digital-post')
  const [namesUnit, setNamesUnit] = useState(false)
  const [why, setWhy] = useState('')
  const sender = useWrite(reports.send, { onDone: savedAndClose(onClose), touches: ['tasks', 'goals'] })
  const nameUnit = report.isProtected && namesUnit ? { nameUnit: why } : {}
  const run = () => void sender.run({ id: report.id, version: report.version, how, ...nameUnit })
  return (
    <FormDialog title={text.send} verb={text.send} sender={sender} onSave={run} onClose={onClose}>
      <p>{`${text.toName}: ${report.toName}`}</p>
      <Select
        label={text.sendHow}
        help={text.sendHelp}
        choices={sendingHows.map((id) => ({ id, label: text.sendings[id] }))}
        value={how}
        onChange={setHow}
      />
      {report.isProtected && (
        <>
          <Notice tone="attention" title={text.isProtected}>
            <p>{text.isProtectedLead}</p>
          </Notice>
          <RadioRow
            label={text.unitOnPaper}
            choices={(['leave', 'along'] as const).map((id) => ({ id, label: text.unitOnPaperChoices[id] }))}
            value={namesUnit ? 'along' : 'leave'}
            onChange={(choice) => setNamesUnit(choice === 'along')}
          />
        </>
      )}
      {report.isProtected && namesUnit && (
        <TextField
          label={text.unitOnPaperWhy}
          help={text.unitOnPaperWhyHelp}
          maxLength={300}
          value={why}
          onChange={setWhy}
          fault={sender.faultOf('nameUnit')}
        />
      )}
    </FormDialog>
  )
}
