import { useState } from 'react'
import { Button, FormDialog, Lines, Row, Stack, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Question, relay } from '../contract.ts'
import { Where } from './MyQuestions.tsx'
import { text } from './text.ts'

/** Questions that stand with a unit's contact: to be answered, sent up, or brought home. */
export function UnitQuestions({ questions }: { questions: readonly Question[] }) {
  if (questions.length === 0) return null
  return (
    <Lines label={text.questions}>
      {questions.map((question) => (
        <li key={question.id}>
          <Stack gap={2}>
            <p>{question.text}</p>
            {question.answer !== null && <p>→ {question.answer}</p>}
            <small>
              {question.unitName} · <Where question={question} />
            </small>
            <Acts question={question} />
          </Stack>
        </li>
      ))}
    </Lines>
  )
}

function Acts({ question }: { question: Question }) {
  const [isOpen, setOpen] = useState(false)
  const up = useWrite(relay.sendOn)
  const { id, version } = question
  const isBack = question.standsWith === 'contact-again'
  return (
    <Row gap={3}>
      <Button onPress={() => setOpen(true)}>{isBack ? text.passAnswer : text.answerYourself}</Button>
      {!isBack && (
        <Button kind="plain" isBusy={up.isBusy} onPress={() => void up.run({ id, version })}>
          {text.sendOn}
        </Button>
      )}
      {isOpen && <HomeForm question={question} onClose={() => setOpen(false)} />}
    </Row>
  )
}

function HomeForm({ question, onClose }: { question: Question; onClose: () => void }) {
  const { id, version } = question
  const [answer, setAnswer] = useState(question.answer ?? '')
  const sender = useWrite(relay.bringHome, { onDone: onClose })
  return (
    <FormDialog
      title={text.answer}
      verb={text.send}
      sender={sender}
      onSave={() => void sender.run({ id, version, answer })}
      onClose={onClose}
    >
      <p>{question.text}</p>
      <TextArea
        label={text.answer}
        help={text.answerHelp}
        value={answer}
        onChange={setAnswer}
        maxLength={2000}
        fault={sender.faultOf('answer')}
        autoFocus
      />
    </FormDialog>
  )
}
