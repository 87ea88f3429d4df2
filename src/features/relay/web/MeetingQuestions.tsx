import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  DayText,
  FormDialog,
  Lines,
  Mark,
  Row,
  Stack,
  TextArea,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Meeting, type MeetingQuestion, relay } from '../contract.ts'
import { words } from './phone-text.ts'
import { text } from './text.ts'

/** Those most want to know about first; each with its answer, or the day it is due. */
export const MeetingQuestions = ({ meeting }: { meeting: Meeting }) => (
  <Stack gap={3}>
    {meeting.questions.length === 0 ? (
      <small>{text.noQuestionsYet}</small>
    ) : (
      <Lines label={text.questions}>
        {meeting.questions.map((question) => (
          <li key={question.id}>
            <OneQuestion question={question} mayAnswer={meeting.permitted.includes('keep')} />
          </li>
        ))}
      </Lines>
    )}
    <AskAtMeeting meeting={meeting} />
  </Stack>
)

function OneQuestion({ question, mayAnswer }: { question: MeetingQuestion; mayAnswer: boolean }) {
  return (
    <Stack gap={1}>
      <p>
        <strong>{question.text}</strong>
      </p>
      {question.answer === null ? <Waiting question={question} /> : <p>→ {question.answer}</p>}
      <Row gap={3}>
        {question.answer === null && <Vote question={question} />}
        {mayAnswer && <AnswerActs question={question} />}
      </Row>
    </Stack>
  )
}

function Waiting({ question }: { question: MeetingQuestion }) {
  const isLate = question.answerDueOn < useToday()
  return (
    <small>
      <Mark tone={isLate ? 'attention' : 'info'}>
        {text.answerBy} <DayText day={question.answerDueOn} />
      </Mark>
      {question.votes > 0 && ` · ${text.votes(question.votes)}`}
      {question.parkedWith !== null && ` · ${text.parkedWith(question.parkedWith)}`}
    </small>
  )
}

function Vote({ question: { id, isMine } }: { question: MeetingQuestion }) {
  const { run, isBusy } = useWrite(relay.vote)
  return (
    <Button
      kind="plain"
      isBusy={isBusy}
      aria-pressed={isMine}
      onPress={() => void run({ questionId: id, isFor: !isMine })}
    >
      {isMine ? text.voteTaken : text.voteFor}
    </Button>
  )
}

function AnswerActs({ question }: { question: MeetingQuestion }) {
  const [open, setOpen] = useState<'answer' | 'park' | 'take-down'>()
  const close = () => setOpen(undefined)
  return (
    <>
      {question.answer === null && (
        <>
          <Button onPress={() => setOpen('answer')}>{text.answerYourself}</Button>
          <Button kind="plain" onPress={() => setOpen('park')}>
            {text.park}
          </Button>
        </>
      )}
      <Button kind="plain" onPress={() => setOpen('take-down')}>
        {words.takeDown}
      </Button>
      {open === 'answer' && <AnswerForm question={question} onClose={close} />}
      {open === 'park' && <ParkForm question={question} onClose={close} />}
      {open === 'take-down' && <TakeDownForm question={question} onClose={close} />}
    </>
  )
}

type FormProps = { question: MeetingQuestion; onClose: () => void }

function AnswerForm({ question: { id, version, text: asked }, onClose }: FormProps) {
  const [answer, setAnswer] = useState('')
  const sender = useWrite(relay.answerAtMeeting, { onDone: onClose, touches: ['thread'] })
  return (
    <FormDialog
      title={text.answer}
      sender={sender}
      onSave={() => void sender.run({ id, version, answer })}
      onClose={onClose}
    >
      <p>{asked}</p>
      <TextArea
        label={text.answer}
        value={answer}
        onChange={setAnswer}
        maxLength={2000}
        fault={sender.faultOf('answer')}
        autoFocus
      />
    </FormDialog>
  )
}

function ParkForm({ question: { id, version, text: asked }, onClose }: FormProps) {
  const [parkedWith, setWho] = useState('')
  const sender = useWrite(relay.park, { onDone: onClose })
  return (
    <FormDialog
      title={text.park}
      sender={sender}
      onSave={() => void sender.run({ id, version, parkedWith })}
      onClose={onClose}
    >
      <p>{asked}</p>
      <TextField
        label={text.parkWho}
        value={parkedWith}
        onChange={setWho}
        maxLength={80}
        fault={sender.faultOf('parkedWith')}
        autoFocus
      />
    </FormDialog>
  )
}

function TakeDownForm({ question: { id, version, text: asked }, onClose }: FormProps) {
  const [because, setBecause] = useState('')
  const sender = useWrite(relay.takeDown, { onDone: onClose, touches: ['thread'] })
  return (
    <FormDialog
      title={words.takeDownTitle}
      verb={words.takeDown}
      sender={sender}
      onSave={() => void sender.run({ id, version, because })}
      onClose={onClose}
    >
      <p>{asked}</p>
      <p>{words.takeDownHelp}</p>
      <TextField
        label={words.because}
        value={because}
        onChange={setBecause}
        maxLength={200}
        fault={sender.faultOf('because')}
        autoFocus
      />
    </FormDialog>
  )
}

function AskAtMeeting({ meeting }: { meeting: Meeting }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Row>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {text.askMeeting}
      </Button>
      {isOpen && <AskForm meeting={meeting} onClose={() => setOpen(false)} />}
    </Row>
  )
}

function AskForm({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const [id] = useState(newId)
  const [said, setSaid] = useState('')
  const sender = useWrite(relay.askAtMeeting, { onDone: onClose, touches: ['thread'] })
  const send = () => void sender.run({ id, meetingId: meeting.id, text: said })
  return (
    <FormDialog title={text.askMeeting} verb={text.send} sender={sender} onSave={send} onClose={onClose}>
      <TextArea
        label={text.question}
        help={text.askMeetingHelp}
        value={said}
        onChange={setSaid}
        maxLength={300}
        fault={sender.faultOf('text')}
        autoFocus
      />
    </FormDialog>
  )
}
