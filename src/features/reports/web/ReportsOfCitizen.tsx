import { useState } from 'react'
import type { Card } from '#features/citizens/contract.ts'
import { orders } from '#features/orders/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  DatePicker,
  FormDialog,
  Lines,
  LinkButton,
  Row,
  Section,
  Show,
  savedAndClose,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { reports } from '../contract.ts'
import { ReportLine } from './ReportLine.tsx'
import { text } from './text.ts'

type PanelProps = { card: Card; unitId: string | undefined }

/** On the plan: the reports there are, and where a new one is begun. */
export function ReportsOfCitizen({ card, unitId }: PanelProps) {
  const [isOpen, setOpen] = useState(false)
  const [begun, setBegun] = useState<string>()
  const rows = useRead(reports.ofCitizen, { citizenId: card.id })
  return (
    <Section
      title={text.list}
      note={rows.data?.length || undefined}
      actions={unitId && <Button onPress={() => setOpen(true)}>{text.begin}</Button>}
    >
      <Show of={rows} empty={<p>{text.none}</p>}>
        {(all) => (
          <Lines label={text.list}>
            {all.map((report) => (
              <li key={report.id}>
                <Row apart gap={2}>
                  <ReportLine report={report} />
                  {report.id === begun && (
                    <LinkButton kind="primary" href={`/borger/${card.id}/plan/status/${report.id}`}>
                      {text.edit}
                    </LinkButton>
                  )}
                </Row>
              </li>
            ))}
          </Lines>
        )}
      </Show>
      {isOpen && unitId && (
        <BeginDialog card={card} unitId={unitId} onBegun={setBegun} onClose={() => setOpen(false)} />
      )}
    </Section>
  )
}

/** Half a year, as most follow-ups have it. */
const USUAL_DAYS = 182
type BeginProps = { card: Card; unitId: string; onBegun: (id: string) => void; onClose: () => void }

function BeginDialog({ card, unitId, onBegun, onClose }: BeginProps) {
  const today = useToday()
  const [id] = useState(newId)
  const order = (useRead(orders.ofCitizen, { citizenId: card.id }).data ?? [])[0]
  const [fromOn, setFrom] = useState(addDays(today, -USUAL_DAYS))
  const [toOn, setTo] = useState(today)
  const [typed, setName] = useState<string>()
  const [followUp, setFollowUp] = useState<string | null>()
  const toName = typed ?? order?.authorityName ?? ''
  const followUpOn = followUp === undefined ? (order?.followUpOn ?? null) : followUp
  const done = savedAndClose(onClose)
  const sender = useWrite(reports.begin, {
    onDone: () => {
      onBegun(id)
      done()
    },
  })
  const save = () => void sender.run({ id, citizenId: card.id, unitId, fromOn, toOn, toName, followUpOn })
  return (
    <FormDialog title={text.begin} verb={text.beginVerb} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.beginHelp}</p>
      <TextField
        label={text.toName}
        value={toName}
        onChange={setName}
        maxLength={200}
        fault={sender.faultOf('toName')}
      />
      <Row gap={3}>
        <DatePicker label={text.fromOn} value={fromOn} max={today} onChange={(day) => day && setFrom(day)} />
        <DatePicker
          label={text.toOn}
          value={toOn}
          max={today}
          onChange={(day) => day && setTo(day)}
          fault={sender.faultOf('toOn')}
        />
      </Row>
      <DatePicker label={text.followUpOn} isOptional value={followUpOn} onChange={setFollowUp} />
    </FormDialog>
  )
}
