import { useState } from 'react'
import { shortName, usePhotos } from '#features/citizens/web/index.ts'
import { DatePicker, FormDialog, Lines, Person, savedAndClose, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { stays } from '../contract.ts'
import type { ActProps } from './stay-act.ts'
import { text } from './text.ts'

/** Slowly, with the name, and with what follows from it. */
export function DeathDialog({ stay, card, onClose }: ActProps) {
  const today = useToday()
  const [day, setDay] = useState(today)
  const sender = useWrite(stays.close, { onDone: savedAndClose(onClose), touches: ['citizens', 'journal'] })
  const save = () => void sender.run({ stayId: stay.id, version: stay.version, day, reason: 'died' })
  const name = shortName(card)
  const photoOf = usePhotos([card])
  return (
    <FormDialog
      title={text.deathTitle(name)}
      verb={text.deathVerb(name)}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      <Person name={card.fullName} url={photoOf(card.id)} second={card.room && text.room(card.room)} />
      <p>{text.deathHelp(name)}</p>
      <Lines>
        {text.deathPoints.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </Lines>
      <p>{text.deathNoWayBack}</p>
      <DatePicker
        label={text.deathDay}
        value={day}
        min={stay.startsOn}
        max={today}
        onChange={(to) => to && setDay(to)}
        fault={sender.faultOf('day')}
      />
    </FormDialog>
  )
}
