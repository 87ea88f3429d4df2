import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  FormDialog,
  Mark,
  Notice,
  Row,
  Section,
  Select,
  Stack,
  Terms,
  TextField,
  useNow,
} from '#kernel/ui/index.ts'
import { call, useWrite } from '#kernel/web/index.ts'
import { type MyPlace, training } from '../contract.ts'
import { DOOR_OPENS_MINUTES, EXERCISES_FOR_CAN } from '../rules.ts'
import { text } from './text.ts'
import { useWhen } from './when.ts'

const MINUTE_MS = 60_000

/** »Dit kursus: torsdag 27. august kl. 9, i jeres egen opsætning«, and what one may do about it. */
export function MyPlaceCard({ place, title }: { place: MyPlace; title: string }) {
  const when = useWhen()
  const ownSetUp = place.courseSort === 'start' && place.appliedAt !== null ? `, ${text.inOwnSetUp}` : ''
  return (
    <Section title={`${title}: ${when(place)}${ownSetUp}`}>
      <Stack gap={3}>
        <p>
          <strong>{place.courseTitle}</strong>{' '}
          <Mark tone={place.state === 'enrolled' ? 'info' : 'attention'}>{text.states[place.state]}</Mark>
        </p>
        {place.cancelledBecause && <Notice tone="attention">{text.cancelled(place.cancelledBecause)}</Notice>}
        {place.state === 'waiting' && <p>{text.queue(place.queue)}</p>}
        {place.state === 'invited' && place.courseSort === 'start' && place.appliedAt === null && (
          <p>{text.notSetUp}</p>
        )}
        <Terms
          items={[
            { term: text.covers, value: place.covers || place.competences.join(', ') },
            { term: text.where, value: place.place },
            { term: text.trainer, value: place.trainer || text.noTrainer },
            { term: text.unit, value: place.unitName },
            {
              term: text.practise,
              value:
                place.exercises > 0 &&
                (place.passed >= EXERCISES_FOR_CAN ? text.can : text.exercises(place.passed, place.exercises)),
            },
          ]}
        />
        <Asked place={place} />
        <Acts place={place} />
      </Stack>
    </Section>
  )
}

/** What may be put in the telephone's calendar; the file holds no more than the invitation. */
async function toCalendar(id: string): Promise<void> {
  const { name, content } = await call(training.appointment, { id })
  const url = URL.createObjectURL(new Blob([content], { type: 'text/calendar' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

function Acts({ place }: { place: MyPlace }) {
  const [open, setOpen] = useState<'door' | 'swap'>()
  const now = useNow().getTime()
  const isAtDoor = now >= Date.parse(place.startsAt) - DOOR_OPENS_MINUTES * MINUTE_MS && now <= Date.parse(place.endsAt)
  const close = () => setOpen(undefined)
  return (
    <Row gap={2}>
      {isAtDoor && place.cancelledBecause === null && (
        <Button kind="primary" onPress={() => setOpen('door')}>
          {text.atDoor}
        </Button>
      )}
      <Button onPress={() => void toCalendar(place.id)}>{text.toCalendar}</Button>
      {place.colleagues.length > 0 && !place.asking && <Button onPress={() => setOpen('swap')}>{text.swap}</Button>}
      {place.asking && <Mark tone="info">{text.asking}</Mark>}
      {open === 'door' && <DoorDialog place={place} onClose={close} />}
      {open === 'swap' && <SwapDialog place={place} onClose={close} />}
    </Row>
  )
}

function DoorDialog({ place, onClose }: { place: MyPlace; onClose: () => void }) {
  const [code, setCode] = useState('')
  const sender = useWrite(training.checkIn, { onDone: onClose })
  return (
    <FormDialog
      title={text.atDoor}
      verb={text.iAmHere}
      sender={sender}
      onSave={() => void sender.run({ id: place.id, code })}
      onClose={onClose}
    >
      <TextField
        label={text.doorCode}
        help={text.doorHelp}
        value={code}
        onChange={setCode}
        maxLength={12}
        fault={sender.faultOf('code')}
        autoFocus
      />
    </FormDialog>
  )
}

function SwapDialog({ place, onClose }: { place: MyPlace; onClose: () => void }) {
  const [id] = useState(newId)
  const [theirsId, setTheirs] = useState('')
  const when = useWhen()
  const sender = useWrite(training.askSwap, { onDone: onClose })
  return (
    <FormDialog
      title={text.swapTitle}
      verb={text.askSwap}
      sender={sender}
      onSave={() => void sender.run({ id, mineId: place.id, theirsId })}
      onClose={onClose}
    >
      <Select
        label={text.swapWith}
        help={text.swapHelp}
        choices={place.colleagues.map(({ enrolmentId, name, startsAt }) => ({
          id: enrolmentId,
          label: `${name} · ${when({ startsAt, endsAt: startsAt })}`,
        }))}
        value={theirsId}
        onChange={setTheirs}
      />
    </FormDialog>
  )
}

function Asked({ place }: { place: MyPlace }) {
  const when = useWhen()
  const sender = useWrite(training.answerSwap)
  return place.asked.map(({ swapId, name, startsAt }) => (
    <Notice
      key={swapId}
      tone="info"
      actions={
        <Row gap={2}>
          <Button kind="primary" isBusy={sender.isBusy} onPress={() => void sender.run({ id: swapId, accepted: true })}>
            {text.yes}
          </Button>
          <Button onPress={() => void sender.run({ id: swapId, accepted: false })}>{text.no}</Button>
        </Row>
      }
    >
      <p>{text.askedBy(name, when({ startsAt, endsAt: startsAt }))}</p>
      {sender.problemText && <p role="alert">{sender.problemText}</p>}
    </Notice>
  ))
}
