import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  DatePicker,
  Empty,
  FormDialog,
  Mark,
  Notice,
  Page,
  Row,
  Select,
  Show,
  Stack,
  shortDayWords,
  Table,
  TextLink,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { clarification, type UnitContact } from '../contract.ts'
import { EndContactDialog, LeaveLine } from './ContactEnds.tsx'
import { text } from './text.ts'
import { unitHref, WholeSides } from './UnitSides.tsx'

/** Each unit's own person, who stands in, and where nobody is. */
export function ContactsPage() {
  const contacts = useRead(clarification.contacts, {})
  return (
    <Page title={text.contacts.title} lead={text.contacts.lead}>
      <Stack gap={5}>
        <WholeSides side="contacts" />
        <Show of={contacts} lines={8} empty={<Empty>{text.matrix.none}</Empty>}>
          {(rows) => <Contacts rows={rows} />}
        </Show>
      </Stack>
    </Page>
  )
}

function Contacts({ rows }: { rows: readonly UnitContact[] }) {
  const missing = rows.filter(({ employeeId }) => employeeId === null).length
  return (
    <Stack gap={4}>
      {missing > 0 && <Notice tone="attention">{text.contacts.missing(missing)}</Notice>}
      <Table
        caption={text.contacts.title}
        rows={rows}
        rowKey={({ unitId }) => unitId}
        columns={[
          {
            head: text.contacts.unit,
            cell: ({ unitId, unitName }) => <TextLink href={unitHref(unitId)}>{unitName}</TextLink>,
          },
          { head: text.contacts.contact, cell: (row) => <Person row={row} /> },
          { head: text.contacts.deputy, cell: ({ deputyName }) => deputyName ?? text.contacts.noDeputy },
          { head: text.map.change, cell: (row) => <Acts row={row} /> },
        ]}
      />
    </Stack>
  )
}

function Person({ row }: { row: UnitContact }) {
  const today = useToday()
  if (!row.employeeName) return <Mark tone="attention">{text.contacts.none}</Mark>
  const standsIn = row.actingId !== row.employeeId
  return (
    <Stack gap={1}>
      <span>{row.employeeName}</span>
      {row.toOn && <small>{text.contacts.until(shortDayWords(row.toOn, today))}</small>}
      {row.leaves.map((leave) => (
        <LeaveLine key={leave.id} leave={leave} mayEnd={row.permitted.includes('leave')} />
      ))}
      {standsIn && (
        <Mark tone={row.actingName ? 'ok' : 'attention'}>
          {row.actingName ? `${row.actingName} ${text.contacts.acts}` : text.contacts.nobodyActs}
        </Mark>
      )}
    </Stack>
  )
}

function Acts({ row }: { row: UnitContact }) {
  const [dialog, setDialog] = useState<'name' | 'leave' | 'end'>()
  const close = () => setDialog(undefined)
  return (
    <Row gap={2}>
      {row.permitted.includes('name') && (
        <Button
          kind="plain"
          onPress={() => setDialog('name')}
          aria-label={`${row.id ? text.contacts.change : text.contacts.name}: ${row.unitName}`}
        >
          {row.id ? text.contacts.change : text.contacts.name}
        </Button>
      )}
      {row.permitted.includes('leave') && row.employeeId && (
        <Button
          kind="plain"
          onPress={() => setDialog('leave')}
          aria-label={`${text.contacts.addLeave}: ${row.unitName}`}
        >
          {text.contacts.addLeave}
        </Button>
      )}
      {row.permitted.includes('name') && row.id && (
        <Button kind="plain" onPress={() => setDialog('end')} aria-label={`${text.contacts.end}: ${row.unitName}`}>
          {text.contacts.end}
        </Button>
      )}
      {dialog === 'end' && <EndContactDialog row={row} onClose={close} />}
      {dialog === 'name' && <NameDialog row={row} onClose={close} />}
      {dialog === 'leave' && <LeaveDialog row={row} onClose={close} />}
    </Row>
  )
}

type DialogProps = { row: UnitContact; onClose: () => void }
const NOBODY = '-'

function NameDialog({ row, onClose }: DialogProps) {
  const today = useToday()
  const [employeeId, setEmployeeId] = useState(row.employeeId)
  const [deputyId, setDeputyId] = useState(row.deputyId)
  const [fromOn, setFromOn] = useState<string | null>(today)
  const candidates = useRead(clarification.candidates, { unitId: row.unitId })
  const name = useWrite(clarification.nameContact, { onDone: onClose })
  const change = useWrite(clarification.changeDeputy, { onDone: onClose })
  const isSame = row.id !== null && employeeId === row.employeeId
  const sender = isSame ? change : name
  const save = () => {
    if (isSame) void change.run({ id: row.id!, version: row.version!, deputyId })
    else if (employeeId)
      void name.run({ id: newId(), unitId: row.unitId, employeeId, deputyId, fromOn: fromOn ?? today })
  }
  const choices = (candidates.data ?? []).map(({ id, name: called }) => ({ id, label: called }))
  return (
    <FormDialog title={row.unitName} sender={sender} onSave={save} onClose={onClose}>
      {candidates.data?.length === 0 && <Notice tone="info">{text.contacts.noCandidates}</Notice>}
      <Select
        label={text.contacts.contact}
        choices={choices}
        value={employeeId}
        onChange={setEmployeeId}
        fault={sender.faultOf('employeeId')}
      />
      <Select
        label={text.contacts.deputy}
        choices={[{ id: NOBODY, label: text.contacts.noDeputy }, ...choices]}
        value={deputyId ?? NOBODY}
        onChange={(to) => setDeputyId(to === NOBODY ? null : to)}
        fault={sender.faultOf('deputyId')}
      />
      {!isSame && (
        <DatePicker label={text.contacts.from} value={fromOn} onChange={setFromOn} fault={sender.faultOf('fromOn')} />
      )}
    </FormDialog>
  )
}

function LeaveDialog({ row, onClose }: DialogProps) {
  const today = useToday()
  const [employeeId, setEmployeeId] = useState(row.employeeId)
  const [fromOn, setFromOn] = useState<string | null>(today)
  const [toOn, setToOn] = useState<string | null>(null)
  const sender = useWrite(clarification.addLeave, { onDone: onClose })
  const people = [
    { id: row.employeeId, label: row.employeeName },
    { id: row.deputyId, label: row.deputyName },
  ].filter((one): one is { id: string; label: string } => one.id !== null && one.label !== null)
  const save = () =>
    employeeId && fromOn && toOn && void sender.run({ id: newId(), unitId: row.unitId, employeeId, fromOn, toOn })
  return (
    <FormDialog title={text.contacts.addLeave} sender={sender} onSave={save} onClose={onClose}>
      <Select
        label={text.contacts.who}
        choices={people}
        value={employeeId}
        onChange={setEmployeeId}
        fault={sender.faultOf('employeeId')}
      />
      <DatePicker
        label={text.contacts.leaveFrom}
        value={fromOn}
        onChange={setFromOn}
        fault={sender.faultOf('fromOn')}
      />
      <DatePicker label={text.contacts.leaveTo} value={toOn} onChange={setToOn} fault={sender.faultOf('toOn')} />
    </FormDialog>
  )
}
