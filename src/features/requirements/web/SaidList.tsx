import { useState } from 'react'
import {
  Button,
  FormDialog,
  Lines,
  Mark,
  MomentText,
  RadioRow,
  Row,
  Show,
  Stack,
  savedAndClose,
  TextArea,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { nameOfNumber } from '../content.ts'
import { requirements, type Said } from '../contract.ts'
import { text } from './text.ts'

/** Troubles and comments, those nobody has replied to first. */
export function SaidList({ hearingId, mayReply }: { hearingId: string; mayReply: boolean }) {
  const said = useRead(requirements.said, { hearingId })
  const [replying, setReplying] = useState<Said>()
  return (
    <>
      <Show of={said} empty={text.nothingSaid}>
        {(known) => (
          <Lines label={text.said}>
            {known.map((one) => (
              <li key={one.id}>
                <One said={one} onReply={mayReply ? () => setReplying(one) : undefined} />
              </li>
            ))}
          </Lines>
        )}
      </Show>
      {replying && <ReplyDialog said={replying} onClose={() => setReplying(undefined)} />}
    </>
  )
}

function One({ said, onReply }: { said: Said; onReply: (() => void) | undefined }) {
  return (
    <Stack gap={2}>
      <Row gap={3}>
        <strong>{said.unitName}</strong>
        <Mark tone={said.answer === 'trouble' ? 'attention' : 'info'}>{text.answers[said.answer]}</Mark>
        {said.changedSince && <Mark tone="ok">{text.changedSince}</Mark>}
      </Row>
      <p>»{said.text}«</p>
      <p>
        {nameOfNumber(said.number)} {said.title} · {said.answeredByName} · <MomentText at={said.answeredAt} />
      </p>
      {said.outcome && (
        <p>
          {text.outcomes[said.outcome]}: {said.reply}
        </p>
      )}
      {!said.outcome && onReply && (
        <Row>
          <Button onPress={onReply}>{text.reply}</Button>
        </Row>
      )}
    </Stack>
  )
}

const outcomes = ['changed', 'kept'] as const

function ReplyDialog({ said, onClose }: { said: Said; onClose: () => void }) {
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>(said.changedSince ? 'changed' : 'kept')
  const [words, setWords] = useState('')
  const sender = useWrite(requirements.reply, { onDone: savedAndClose(onClose), touches: ['thread'] })
  return (
    <FormDialog
      title={text.replyTitle}
      verb={text.send}
      sender={sender}
      onSave={() => void sender.run({ answerId: said.id, outcome, text: words })}
      onClose={onClose}
    >
      <p>
        {said.unitName}: »{said.text}«
      </p>
      <RadioRow
        label={text.outcome}
        choices={outcomes.map((id) => ({ id, label: text.outcomes[id] }))}
        value={outcome}
        onChange={setOutcome}
      />
      <TextArea
        label={text.replyText}
        value={words}
        onChange={setWords}
        maxLength={1000}
        fault={sender.faultOf('text')}
        autoFocus
      />
    </FormDialog>
  )
}
