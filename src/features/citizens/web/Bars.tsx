import { useState } from 'react'
import type { MyUnit } from '#features/org/contract.ts'
import { addDays, dayOf } from '#kernel/lang/day.ts'
import {
  Button,
  FormDialog,
  Lines,
  Row,
  Section,
  Show,
  Stack,
  savedAndClose,
  shortDayWords,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Bar, citizens } from '../contract.ts'
import { BarDialog } from './BarDialog.tsx'
import { text } from './text.ts'

/** On the unit's page, for those who decide it: who is kept apart from whom. Silent for everybody else. */
export function Bars({ unit }: { unit: Pick<MyUnit, 'id'> }) {
  const here = useRead(citizens.atUnit, { unitId: unit.id }, { staleMs: 5 * 60_000 })
  return here.data?.permitted.includes('bar') ? <KeptApart unitId={unit.id} /> : null
}

function KeptApart({ unitId }: { unitId: string }) {
  const [isOpen, setOpen] = useState(false)
  const bars = useRead(citizens.bars, { unitId })
  return (
    <Section title={text.bars} actions={<Button onPress={() => setOpen(true)}>{text.barAct}</Button>}>
      <p>{text.barsNote}</p>
      <Show of={bars} lines={2} empty={text.nobodyBarred}>
        {(rows) => (
          <Lines label={text.bars}>
            {rows.map((bar) => (
              <li key={bar.id}>
                <BarLine bar={bar} />
              </li>
            ))}
          </Lines>
        )}
      </Show>
      {isOpen && <BarDialog unitId={unitId} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function BarLine({ bar }: { bar: Bar }) {
  const today = useToday()
  const [isLifting, lift] = useState(false)
  const { employeeName, calledName, reason, fromOn, toOn, setByName, setAt, permitted } = bar
  const period = text.period(shortDayWords(fromOn, today), toOn ? shortDayWords(toOn, today) : undefined)
  return (
    <Row apart gap={2}>
      <Stack gap={1}>
        <strong>{text.barredFrom(employeeName, calledName)}</strong>
        <span>{reason}</span>
        <small>
          {period} · {text.setBy(setByName, shortDayWords(dayOf(setAt), today))}
        </small>
      </Stack>
      {permitted.includes('end') && (
        <Button kind="plain" aria-label={text.liftBarOf(employeeName, calledName)} onPress={() => lift(true)}>
          {text.liftBar}
        </Button>
      )}
      {isLifting && <LiftDialog bar={bar} onClose={() => lift(false)} />}
    </Row>
  )
}

function LiftDialog({ bar, onClose }: { bar: Bar; onClose: () => void }) {
  const today = useToday()
  const sender = useWrite(citizens.endBar, {
    onDone: savedAndClose(onClose),
  })
  const save = () => void sender.run({ id: bar.id, version: bar.version, lastDay: addDays(today, -1) })
  return (
    <FormDialog
      title={text.liftBarOf(bar.employeeName, bar.calledName)}
      verb={text.liftBar}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      <p>{text.liftBarHelp}</p>
    </FormDialog>
  )
}
