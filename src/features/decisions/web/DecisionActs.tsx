import { useState } from 'react'
import type { Day } from '#kernel/lang/day.ts'
import { Button, DatePicker, FormDialog, LinkButton, savedAndClose, TextArea, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Decision, decisions } from '../contract.ts'
import { nameOfDecision } from '../rules.ts'
import { text } from './text.ts'

type Act = 'decide' | 'withdraw' | 'reveal' | 'end-review'
type Props = { decision: Decision }

const touches = ['thread']

/** What can be done with a decision where it stands. */
export function DecisionActs({ decision }: Props) {
  const [open, setOpen] = useState<Act>()
  const begin = useWrite(decisions.beginReview, { touches })
  const { id, version, permitted } = decision
  const may = (act: string) => permitted.includes(act)
  const close = () => setOpen(undefined)
  return (
    <>
      {may('decide') && (
        <Button kind="primary" onPress={() => setOpen('decide')}>
          {text.decide}
        </Button>
      )}
      {may('change') && <LinkButton href={`/beslutninger/${id}/ret`}>{text.change}</LinkButton>}
      {may('withdraw') && (
        <Button kind="plain" onPress={() => setOpen('withdraw')}>
          {text.withdraw}
        </Button>
      )}
      {may('reveal') && <Button onPress={() => setOpen('reveal')}>{text.reveal}</Button>}
      {may('review') && (
        <Button kind="plain" onPress={() => void begin.run({ id, version })}>
          {text.review}
        </Button>
      )}
      {may('end-review') && <Button onPress={() => setOpen('end-review')}>{text.endReview}</Button>}
      {may('supersede') && (
        <LinkButton kind="plain" href={`/beslutninger/ny?afloeser=${id}`}>
          {text.supersede}
        </LinkButton>
      )}
      {open === 'decide' && <DecideDialog decision={decision} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog decision={decision} onClose={close} />}
      {open === 'reveal' && <RevealDialog decision={decision} onClose={close} />}
      {open === 'end-review' && <ReviewDialog decision={decision} onClose={close} />}
    </>
  )
}

type DialogProps = Props & { onClose: () => void }

function DecideDialog({ decision, onClose }: DialogProps) {
  const today = useToday()
  const [decidedOn, setDay] = useState<Day>(today)
  const sender = useWrite(decisions.decide, { onDone: savedAndClose(onClose), touches })
  const { id, version, title } = decision
  return (
    <FormDialog
      title={text.decideTitle}
      verb={text.decide}
      sender={sender}
      onSave={() => void sender.run({ id, version, decidedOn })}
      onClose={onClose}
    >
      <p>
        <strong>{title}</strong>
      </p>
      <p>{text.decideWords}</p>
      <DatePicker
        label={text.decidedOn}
        value={decidedOn}
        max={today}
        onChange={(day) => day && setDay(day)}
        fault={sender.faultOf('decidedOn')}
      />
    </FormDialog>
  )
}

function WithdrawDialog({ decision, onClose }: DialogProps) {
  const [because, setBecause] = useState('')
  const sender = useWrite(decisions.withdraw, { onDone: savedAndClose(onClose), touches })
  const { id, version, number } = decision
  return (
    <FormDialog
      title={`${text.withdraw}: ${nameOfDecision(number)}`}
      verb={text.withdraw}
      sender={sender}
      onSave={() => void sender.run({ id, version, because })}
      onClose={onClose}
    >
      <TextArea
        label={text.because}
        value={because}
        onChange={setBecause}
        maxLength={500}
        fault={sender.faultOf('because')}
        autoFocus
      />
    </FormDialog>
  )
}

function RevealDialog({ decision, onClose }: DialogProps) {
  const sender = useWrite(decisions.reveal, { onDone: savedAndClose(onClose), touches })
  const { id, version, title } = decision
  return (
    <FormDialog
      title={text.reveal}
      verb={text.reveal}
      sender={sender}
      onSave={() => void sender.run({ id, version })}
      onClose={onClose}
    >
      <p>
        <strong>{title}</strong>
      </p>
      <p>{text.revealWords}</p>
    </FormDialog>
  )
}

function ReviewDialog({ decision, onClose }: DialogProps) {
  const today = useToday()
  const [note, setNote] = useState('')
  const [reviewOn, setReview] = useState<Day | null>(null)
  const sender = useWrite(decisions.endReview, { onDone: savedAndClose(onClose), touches })
  const { id, version, title } = decision
  return (
    <FormDialog
      title={text.endReview}
      verb={text.endReview}
      sender={sender}
      onSave={() => void sender.run({ id, version, note, reviewOn })}
      onClose={onClose}
    >
      <p>
        <strong>{title}</strong>
      </p>
      <TextArea
        label={text.reviewNote}
        value={note}
        onChange={setNote}
        maxLength={1000}
        fault={sender.faultOf('note')}
        autoFocus
      />
      <DatePicker label={text.nextReview} value={reviewOn} min={today} onChange={setReview} isOptional />
    </FormDialog>
  )
}
