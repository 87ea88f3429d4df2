import { useState } from 'react'
import { dayOf, instantAt } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { Button, DatePicker, FormDialog, Row, TextField, TimeField, timeWords, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Meeting, relay } from '../contract.ts'
import { text } from './text.ts'

type Slot = { id: string; day: string | null; time: string }

const slotsOf = (of: Meeting | undefined): Slot[] =>
  of?.slots.map(({ id, startsAt }) => ({ id, day: dayOf(startsAt), time: timeWords(startsAt).replace('.', ':') })) ?? [
    { id: newId(), day: null, time: '14:00' },
  ]

/** Once, or morning and evening for those who work shifts. */
export function MeetingDialog({
  placeId,
  of,
  onClose,
}: {
  placeId: string
  of: Meeting | undefined
  onClose: () => void
}) {
  const today = useToday()
  const [id] = useState(() => of?.id ?? newId())
  const [title, setTitle] = useState(of?.title ?? '')
  const [venue, setVenue] = useState(of?.venue ?? '')
  const [audience, setAudience] = useState(of?.audience ?? '')
  const [slots, setSlots] = useState(() => slotsOf(of))
  const sender = useWrite(relay.keepMeeting, { onDone: onClose, touches: ['thread'] })
  const save = () => {
    const starts = slots.map(({ id: slot, day, time }) => ({
      id: slot,
      startsAt: instantAt(day ?? today, time || '00:00'),
    }))
    void sender.run({
      id,
      version: of?.version ?? 0,
      placeId: of?.placeId ?? placeId,
      title,
      venue,
      audience,
      slots: starts,
    })
  }
  return (
    <FormDialog title={of ? text.changeMeeting : text.addMeeting} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={text.meetingTitle}
        value={title}
        onChange={setTitle}
        maxLength={120}
        fault={sender.faultOf('title')}
        autoFocus
      />
      <TextField label={text.venue} value={venue} onChange={setVenue} maxLength={120} fault={sender.faultOf('venue')} />
      <TextField label={text.audience} value={audience} onChange={setAudience} maxLength={120} isOptional />
      <p>{text.slotsHelp}</p>
      <Slots slots={slots} onChange={setSlots} />
    </FormDialog>
  )
}

function Slots({ slots, onChange }: { slots: readonly Slot[]; onChange: (slots: Slot[]) => void }) {
  const change = (id: string, part: Partial<Slot>) =>
    onChange(slots.map((slot) => (slot.id === id ? { ...slot, ...part } : slot)))
  return (
    <>
      {slots.map((slot) => (
        <Row key={slot.id} gap={3}>
          <DatePicker label={text.slotDay} value={slot.day} onChange={(day) => change(slot.id, { day })} />
          <TimeField
            label={text.slotTime}
            value={slot.time}
            onChange={(time) => change(slot.id, { time: time ?? '' })}
          />
          {slots.length > 1 && (
            <Button kind="plain" onPress={() => onChange(slots.filter(({ id }) => id !== slot.id))}>
              {text.removeSlot}
            </Button>
          )}
        </Row>
      ))}
      <Row>
        <Button kind="plain" onPress={() => onChange([...slots, { id: newId(), day: null, time: '19:00' }])}>
          {text.addSlot}
        </Button>
      </Row>
    </>
  )
}
