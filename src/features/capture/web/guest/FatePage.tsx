import { useState } from 'react'
import { nounOf, stateWordOf } from '#features/thread/web/index.ts'
import { dayOf } from '#kernel/lang/day.ts'
import {
  announce,
  Button,
  Dialog,
  FaultText,
  Knot,
  Notice,
  Page,
  Row,
  Show,
  Stack,
  shortDayWords,
  TextField,
  Thread,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { capture, type Fate } from '../../contract.ts'
import { readCode, shownCode } from '../../rules.ts'
import { text } from '../text.ts'

const LETTERS = 8

/** What became of a slip, for whoever holds the receipt, also months later. The code stands in no address. */
export function FatePage() {
  const [typed, setTyped] = useState('')
  const [code, setCode] = useState<string>()
  if (code) return <Told code={code} onLeave={() => setCode(undefined)} />
  return (
    <Page title={text.fateTitle} lead={text.fateLead}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setCode(readCode(typed))
        }}
      >
        <Stack gap={4}>
          <TextField
            label={text.receiptCode}
            value={typed}
            onChange={setTyped}
            maxLength={12}
            autoComplete="off"
            autoFocus
          />
          <Button kind="primary" type="submit" isDisabled={readCode(typed).length !== LETTERS}>
            {text.look}
          </Button>
        </Stack>
      </form>
    </Page>
  )
}

function Told({ code, onLeave }: { code: string; onLeave: () => void }) {
  const fate = useRead(capture.fate, { code })
  return (
    <Page title={text.fateTitle} lead={shownCode(code)} actions={<Button onPress={onLeave}>{text.anotherCode}</Button>}>
      <Show of={fate}>
        {(told) => (
          <Stack gap={5}>
            <FateWords fate={told} />
            <FateThread fate={told} />
            {told.mayWithdraw && <WithdrawButton code={code} />}
          </Stack>
        )}
      </Show>
    </Page>
  )
}

function FateWords({ fate }: { fate: Fate }) {
  if (fate.withdrawn) return <Notice tone="neutral">{text.fateWithdrawn}</Notice>
  return (
    <Notice tone={fate.state === 'gathered' ? 'ok' : 'info'} title={text.fateState[fate.state]}>
      {fate.reason && <p>{text.fateReason(fate.reason)}</p>}
      {fate.hidden && <p>{text.fateHidden}</p>}
    </Notice>
  )
}

/** The slip, and every step that may be told to anybody. */
function FateThread({ fate }: { fate: Fate }) {
  const today = useToday()
  return (
    <Thread label={text.fateThread}>
      <Knot
        kind="important"
        word={text.yours}
        title={fate.label}
        label={`${fate.eventTitle} · ${shortDayWords(dayOf(fate.writtenAt), today)}`}
      >
        {fate.text ?? (fate.withdrawn ? null : text.fatePhoto)}
      </Knot>
      {fate.steps.map((step) => (
        <Knot
          key={`${step.kind} ${step.label} ${step.title}`}
          title={[step.label, step.title].filter(Boolean).join(' · ')}
          label={[
            nounOf(step.kind),
            step.at && shortDayWords(dayOf(step.at), today),
            stateWordOf(step.kind, step.state),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
    </Thread>
  )
}

function WithdrawButton({ code }: { code: string }) {
  const [isOpen, setOpen] = useState(false)
  const done = () => {
    announce(text.saved)
    setOpen(false)
  }
  const { run, isBusy, problemText } = useWrite(capture.withdraw, { onDone: done })
  const act = (
    <Button kind="primary" isBusy={isBusy} onPress={() => void run({ code })}>
      {text.withdraw}
    </Button>
  )
  return (
    <Row>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {text.withdraw}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={text.withdrawTitle} actions={act}>
        <p>{text.withdrawWords}</p>
        {problemText && <FaultText>{problemText}</FaultText>}
      </Dialog>
    </Row>
  )
}
