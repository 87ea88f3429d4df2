import { useState } from 'react'
import { useMyUnits } from '#features/org/web/index.ts'
import { Button, Lines, Person, Section } from '#kernel/ui/index.ts'
import type { Card } from '../contract.ts'
import { AssignDialog } from './AssignDialog.tsx'
import { text } from './text.ts'

export function ContactPersons({ card }: { card: Card }) {
  const [isOpen, setOpen] = useState(false)
  const units = useMyUnits().data ?? []
  const nameOf = (unitId: string) => units.find(({ id }) => id === unitId)?.name
  const mayAssign = card.permitted.includes('change') && !card.diedOn && card.unitIds.length > 0
  return (
    <Section
      title={text.contactPersons}
      actions={mayAssign && <Button onPress={() => setOpen(true)}>{text.assign}</Button>}
    >
      {card.contactPersons.length === 0 && <p>{text.noContactPersons}</p>}
      <Lines label={text.contactPersons}>
        {card.contactPersons.map(({ employeeId, name, unitId }) => (
          <li key={`${employeeId} ${unitId}`}>
            <Person name={name} second={nameOf(unitId)} />
          </li>
        ))}
      </Lines>
      {isOpen && <AssignDialog card={card} onClose={() => setOpen(false)} />}
    </Section>
  )
}
