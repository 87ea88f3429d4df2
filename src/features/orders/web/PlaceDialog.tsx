import { useState } from 'react'
import { org } from '#features/org/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { announce, ComboBox, FormDialog } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { orders } from '../contract.ts'
import { text } from './text.ts'

type PlaceProps = { title: string; order: { id: Id; version: number; unitId?: Id }; onClose: () => void }

/** Which unit is to do it: among those within my reach. */
export function PlaceDialog({ title, order, onClose }: PlaceProps) {
  const [unitId, setUnit] = useState<Id | null>(null)
  const units = (useRead(org.myUnits, {}, { staleMs: 5 * 60_000 }).data ?? []).filter(
    ({ id, kind, roles }) => kind === 'offer' && roles.length > 0 && id !== order.unitId,
  )
  const sender = useWrite(orders.place, {
    touches: ['citizens'],
    onDone: () => {
      announce(text.placed(units.find(({ id }) => id === unitId)?.name ?? ''))
      onClose()
    },
  })
  const save = () => void sender.run({ id: order.id, version: order.version, unitId: unitId ?? '' })
  return (
    <FormDialog title={title} verb={text.place} sender={sender} onSave={save} onClose={onClose}>
      <ComboBox
        label={text.placeWhere}
        help={text.placeHelp}
        options={units.map(({ id, name }) => ({ id, label: name }))}
        value={unitId}
        onChange={setUnit}
        fault={sender.faultOf('unitId')}
        autoFocus
      />
    </FormDialog>
  )
}
