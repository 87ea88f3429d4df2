import { useState } from 'react'
import { shortName } from '#features/citizens/web/index.ts'
import { useMyUnits } from '#features/org/web/index.ts'
import { newId } from '#kernel/lang/id.ts'
import { Button, DatePicker, Dialog, FormDialog, Select, savedAndClose, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { stays } from '../contract.ts'
import { GroundField } from './StayFields.tsx'
import type { ActProps } from './stay-act.ts'
import { text } from './text.ts'

/** To another of my units; to one that is not mine its leader takes the citizen in. */
export function MoveDialog({ stay, card, onClose }: ActProps) {
  const units = (useMyUnits().data ?? []).filter(({ id }) => id !== stay.unitId)
  const [newStayId] = useState(newId)
  const [toUnitId, setUnit] = useState<string | null>(null)
  const [legalGround, setGround] = useState(stay.legalGround)
  const [day, setDay] = useState(useToday())
  const sender = useWrite(stays.move, { onDone: savedAndClose(onClose), touches: ['citizens', 'journal'] })
  const title = text.moveTitle(shortName(card))
  if (units.length === 0) return <Nowhere title={title} onClose={onClose} />
  const save = () =>
    toUnitId && void sender.run({ stayId: stay.id, version: stay.version, newStayId, toUnitId, legalGround, day })
  return (
    <FormDialog title={title} verb={text.move} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.moveHelp(stay.unitName)}</p>
      <Select
        label={text.moveTo}
        choices={units.map(({ id, name }) => ({ id, label: name }))}
        value={toUnitId}
        onChange={setUnit}
        fault={sender.faultOf('toUnitId')}
      />
      <GroundField
        unit={units.find(({ id }) => id === toUnitId)}
        value={legalGround}
        onChange={setGround}
        fault={sender.faultOf('legalGround')}
      />
      <DatePicker
        label={text.moveDay}
        value={day}
        min={stay.startsOn}
        onChange={(to) => to && setDay(to)}
        fault={sender.faultOf('day')}
      />
    </FormDialog>
  )
}

const Nowhere = ({ title, onClose }: { title: string; onClose: () => void }) => (
  <Dialog isOpen title={title} onClose={onClose} actions={<Button onPress={onClose}>{text.close}</Button>}>
    <p>{text.moveNowhere}</p>
  </Dialog>
)
