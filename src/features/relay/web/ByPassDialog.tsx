import { useState } from 'react'
import type { MyUnit } from '#features/org/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { announce, Button, FormDialog, Row, Select, useNow } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type BreakdownKind, breakdownKinds, breakdowns } from '../breakdowns.ts'
import { relay } from '../contract.ts'
import { whyNotByPass } from '../rules.ts'
import { text } from './text.ts'

/** Offered only while no coordinator is at work, to those who may. */
export function ByPassButton({ unit }: { unit: MyUnit }) {
  const [isOpen, setOpen] = useState(false)
  const here = useRead(relay.here, { unitId: unit.id }, { staleMs: 5 * 60_000 })
  const isNight = whyNotByPass(useNow().toISOString()) === undefined
  if (!isNight || !here.data?.permitted.includes('by-pass')) return null
  return (
    <Row>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {text.byPass}
      </Button>
      {isOpen && <ByPassForm unit={unit} onClose={() => setOpen(false)} />}
    </Row>
  )
}

function ByPassForm({ unit, onClose }: { unit: MyUnit; onClose: () => void }) {
  const [id] = useState(newId)
  const [kind, setKind] = useState<BreakdownKind>('down')
  const done = () => {
    announce(text.sent)
    onClose()
  }
  const sender = useWrite(relay.byPass, { onDone: done })
  const send = () => void sender.run({ id, unitId: unit.id, kind })
  return (
    <FormDialog title={text.byPassTitle} verb={text.byPassSend} sender={sender} onSave={send} onClose={onClose}>
      <p>{text.byPassHelp}</p>
      <Select
        label={text.byPassKind}
        choices={breakdownKinds.map((one) => ({ id: one, label: text.byPassKinds[one] }))}
        value={kind}
        onChange={setKind}
      />
      <p>
        <strong>{breakdowns[kind].title}</strong>
      </p>
      <p>{breakdowns[kind].body}</p>
    </FormDialog>
  )
}
