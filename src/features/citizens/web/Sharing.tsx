import { useState } from 'react'
import { type Day, dayOf } from '#kernel/lang/day.ts'
import {
  Button,
  Disclosure,
  FormDialog,
  Lines,
  Mark,
  Row,
  Section,
  Show,
  Stack,
  savedAndClose,
  shortDayWords,
  useToday,
} from '#kernel/ui/index.ts'
import { Panels, useRead, useWrite } from '#kernel/web/index.ts'
import { type Card, type Consent, citizens } from '../contract.ts'
import { isHidden } from './CardFacts.tsx'
import { ConsentDialog } from './ConsentDialog.tsx'
import { text } from './text.ts'

const isOver = ({ withdrawnAt, toOn }: Consent, today: Day): boolean =>
  withdrawnAt !== null || (toOn !== null && toOn < today)

/** What units of mine share about the citizen, what they were given, and on what ground. */
export function Sharing({ card }: { card: Card }) {
  const [isOpen, setOpen] = useState(false)
  const consents = useRead(citizens.consentsOf, { citizenId: card.id })
  return (
    <Section
      title={text.sharing}
      actions={
        card.permitted.includes('share') && !card.diedOn && <Button onPress={() => setOpen(true)}>{text.share}</Button>
      }
    >
      <Show of={consents} lines={2} empty={isHidden(card) ? text.nothingSharedHidden : text.nothingShared}>
        {(all) => <Register all={all} />}
      </Show>
      <Panels slot="card.shared" card={card} />
      {isOpen && <ConsentDialog card={card} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function Register({ all }: { all: readonly Consent[] }) {
  const today = useToday()
  const former = all.filter((one) => isOver(one, today))
  return (
    <Stack gap={3}>
      <ConsentLines rows={all.filter((one) => !isOver(one, today))} />
      {former.length > 0 && (
        <Disclosure title={text.formerSharing(former.length)}>
          <ConsentLines rows={former} />
        </Disclosure>
      )}
    </Stack>
  )
}

const ConsentLines = ({ rows }: { rows: readonly Consent[] }) => (
  <Lines label={text.sharing}>
    {rows.map((one) => (
      <li key={one.id}>
        <ConsentLine consent={one} />
      </li>
    ))}
  </Lines>
)

const whom = ({ toUnitName, toWhom }: Consent): string => toUnitName ?? toWhom ?? ''

function ConsentLine({ consent }: { consent: Consent }) {
  const today = useToday()
  const [isEnding, end] = useState(false)
  const { what, unitName, basis, lawReference, fromOn, toOn, recordedByName, recordedAt, note, permitted } = consent
  const ground = basis === 'law' ? text.onLaw(lawReference ?? '') : text.onConsent
  const period = text.period(shortDayWords(fromOn, today), toOn ? shortDayWords(toOn, today) : undefined)
  return (
    <Row apart gap={2}>
      <Stack gap={1}>
        <strong>{text.shareWhats[what]}</strong>
        <span>
          {text.sharedFromTo(unitName, whom(consent))} · {ground}
        </span>
        {note && <span>{note}</span>}
        <small>
          {period} · {text.recordedBy(recordedByName, shortDayWords(dayOf(recordedAt), today))}
        </small>
        <Over consent={consent} />
      </Stack>
      {permitted.includes('withdraw') && !isOver(consent, today) && (
        <Button
          kind="plain"
          aria-label={text.withdrawOf(text.shareWhats[what], whom(consent))}
          onPress={() => end(true)}
        >
          {text.withdraw}
        </Button>
      )}
      {isEnding && <WithdrawDialog consent={consent} onClose={() => end(false)} />}
    </Row>
  )
}

function Over({ consent: { withdrawnAt, toOn } }: { consent: Consent }) {
  const today = useToday()
  if (withdrawnAt) return <Mark>{text.withdrawnOn(shortDayWords(dayOf(withdrawnAt), today))}</Mark>
  return toOn !== null && toOn < today ? <Mark>{text.sharedOver(shortDayWords(toOn, today))}</Mark> : null
}

function WithdrawDialog({ consent, onClose }: { consent: Consent; onClose: () => void }) {
  const sender = useWrite(citizens.withdrawConsent, {
    touches: ['journal'],
    onDone: savedAndClose(onClose),
  })
  const save = () => void sender.run({ id: consent.id, version: consent.version })
  return (
    <FormDialog title={text.withdrawTitle} verb={text.withdraw} sender={sender} onSave={save} onClose={onClose}>
      <p>
        <strong>{text.shareWhats[consent.what]}</strong>, {text.sharedFromTo(consent.unitName, whom(consent))}
      </p>
      <p>{text.withdrawHelp}</p>
    </FormDialog>
  )
}
