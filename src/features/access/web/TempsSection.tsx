import { useState } from 'react'
import type { MyUnit } from '#features/org/contract.ts'
import {
  announce,
  Button,
  Disclosure,
  Empty,
  Lines,
  momentWords,
  Person,
  Row,
  Section,
  Show,
  Stack,
  timeWords,
  useNow,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { access, type Duty } from '../contract.ts'
import { DelegateDialog } from './DelegateDialog.tsx'
import { LetInDialog } from './LetInDialog.tsx'
import { NewCodeDialog } from './NewCodeDialog.tsx'
import { words } from './temps-text.ts'
import { useAccessNow } from './use-access-now.ts'

/** On the unit's page, for those who let temps in there. */
export function TempsSection({ unit }: { unit: MyUnit }) {
  return useAccessNow()?.letInAt.includes(unit.id) ? <Temps unit={unit} /> : null
}

function Temps({ unit }: { unit: MyUnit }) {
  const [isOpen, setOpen] = useState(false)
  const rows = useRead(access.duties, { unitId: unit.id }, { live: ['access', unit.id] })
  return (
    <Section
      title={words.temps}
      actions={
        <Button kind="primary" onPress={() => setOpen(true)}>
          {words.letIn}
        </Button>
      }
    >
      <Show of={rows} lines={2} isEmpty={() => false}>
        {(all) => <Duties unitId={unit.id} all={all} />}
      </Show>
      {isOpen && <LetInDialog unit={unit} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function Duties({ unitId, all }: { unitId: string; all: readonly Duty[] }) {
  const now = all.filter(({ isNow }) => isNow)
  const earlier = all.filter(({ isNow }) => !isNow)
  return (
    <Stack gap={3}>
      {now.length === 0 ? <Empty>{words.none}</Empty> : <DutyLines unitId={unitId} rows={now} />}
      {earlier.length > 0 && (
        <Disclosure title={words.earlier(earlier.length)}>
          <DutyLines unitId={unitId} rows={earlier} />
        </Disclosure>
      )}
    </Stack>
  )
}

function DutyLines({ unitId, rows }: { unitId: string; rows: readonly Duty[] }) {
  return (
    <Lines>
      {rows.map((duty) => (
        <li key={duty.id}>
          <Row apart gap={2}>
            <Person name={duty.name} second={<Told duty={duty} />} />
            {duty.permitted.length > 0 && <Acts unitId={unitId} duty={duty} />}
          </Row>
        </li>
      ))}
    </Lines>
  )
}

function Told({ duty: { agency, untilAt, endedAt, openedByName, idShown, medicineBy, isNow } }: { duty: Duty }) {
  const now = useNow()
  const until = endedAt ?? untilAt
  return [
    agency,
    isNow ? words.untilShort(timeWords(until)) : words.ended(momentWords(until, now)),
    `${words.openedBy(openedByName)} (${words.idKinds[idShown].toLowerCase()})`,
    isNow && (medicineBy ? words.medicine(medicineBy) : words.noMedicine),
  ]
    .filter(Boolean)
    .join(' · ')
}

function Acts({ unitId, duty }: { unitId: string; duty: Duty }) {
  const [open, setOpen] = useState<'code' | 'delegate'>()
  const sender = useWrite(access.endDuty, { onDone: () => announce(words.endedNow(duty.name)) })
  const may = (act: string) => duty.permitted.includes(act)
  return (
    <Row gap={2}>
      {may('delegate') && !duty.medicineBy && (
        <Button kind="plain" aria-label={words.delegateTo(duty.name)} onPress={() => setOpen('delegate')}>
          {words.delegate}
        </Button>
      )}
      {may('code') && (
        <Button kind="plain" aria-label={words.newCodeOf(duty.name)} onPress={() => setOpen('code')}>
          {words.newCode}
        </Button>
      )}
      {may('end') && (
        <Button
          aria-label={words.endOf(duty.name)}
          isBusy={sender.isBusy}
          onPress={() => void sender.run({ id: duty.id, version: duty.version })}
        >
          {words.end}
        </Button>
      )}
      {open === 'code' && <NewCodeDialog duty={duty} onClose={() => setOpen(undefined)} />}
      {open === 'delegate' && <DelegateDialog unitId={unitId} duty={duty} onClose={() => setOpen(undefined)} />}
    </Row>
  )
}
