import { useState } from 'react'
import {
  Button,
  Columns,
  DatePicker,
  Disclosure,
  Empty,
  FormDialog,
  Lines,
  Page,
  RadioRow,
  Row,
  Show,
  Stack,
  TextArea,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Question, relay } from '../contract.ts'
import { Where } from './MyQuestions.tsx'
import { Sides } from './Sides.tsx'
import { text } from './text.ts'

/** Questions on their way: those the coordinator has first. */
export function QuestionsPage() {
  const questions = useRead(relay.questions, {})
  return (
    <Page title={text.coordinatorTitle}>
      <Stack gap={5}>
        <Sides side="questions" />
        <Columns>
          <Show of={questions} empty={<Empty>{text.noQuestions}</Empty>}>
            {(rows) => <Questions questions={rows} />}
          </Show>
        </Columns>
      </Stack>
    </Page>
  )
}

function Questions({ questions }: { questions: readonly Question[] }) {
  const open = questions.filter(({ standsWith }) => standsWith !== 'home')
  const home = questions.filter(({ standsWith }) => standsWith === 'home')
  return (
    <Stack gap={5}>
      {open.length === 0 ? <Empty>{text.noQuestions}</Empty> : <QuestionLines questions={open} />}
      {home.length > 0 && (
        <Disclosure title={`${text.answered} (${home.length})`}>
          <QuestionLines questions={home} />
        </Disclosure>
      )}
    </Stack>
  )
}

const QuestionLines = ({ questions }: { questions: readonly Question[] }) => (
  <Lines label={text.questions}>
    {questions.map((question) => (
      <li key={question.id}>
        <Stack gap={2}>
          <p>
            <strong>{question.text}</strong>
          </p>
          {question.answer !== null && <p>→ {question.answer}</p>}
          <small>
            {[question.unitName, question.messageTitle].filter(Boolean).join(' · ')} · <Where question={question} />
          </small>
          <Owner question={question} />
          {question.permitted.includes('coordinate') && <Acts question={question} />}
        </Stack>
      </li>
    ))}
  </Lines>
)

function Owner({ question: { ownerKind, ownerName, standsWith } }: { question: Question }) {
  if (standsWith === 'home') return null
  if (ownerKind === null) return <small>{text.unowned}</small>
  return <small>{text.ownedBy(ownerName ?? text.owners[ownerKind])}</small>
}

function Acts({ question }: { question: Question }) {
  const [open, setOpen] = useState<'owner' | 'answer'>()
  const close = () => setOpen(undefined)
  return (
    <Row gap={3}>
      <Button kind="primary" onPress={() => setOpen('answer')}>
        {text.answerYourself}
      </Button>
      {question.standsWith === 'coordinator' && (
        <Button kind="plain" onPress={() => setOpen('owner')}>
          {text.giveOwner}
        </Button>
      )}
      {open === 'owner' && <OwnerForm question={question} onClose={close} />}
      {open === 'answer' && <AnswerForm question={question} onClose={close} />}
    </Row>
  )
}

const kinds = ['vendor', 'organisation'] as const

function OwnerForm({ question, onClose }: { question: Question; onClose: () => void }) {
  const today = useToday()
  const [ownerKind, setKind] = useState<(typeof kinds)[number]>('vendor')
  const [ownerName, setName] = useState('')
  const [answerOn, setDay] = useState<string | null>(null)
  const sender = useWrite(relay.giveOwner, { onDone: onClose, touches: ['thread'] })
  const { id, version } = question
  const save = () => void sender.run({ id, version, ownerKind, ownerName, answerOn: answerOn ?? '' })
  return (
    <FormDialog title={text.giveOwner} sender={sender} onSave={save} onClose={onClose}>
      <p>{question.text}</p>
      <RadioRow
        label={text.ownerKind}
        choices={kinds.map((id) => ({ id, label: text.owners[id] }))}
        value={ownerKind}
        onChange={setKind}
      />
      <TextField
        label={text.ownerName}
        value={ownerName}
        onChange={setName}
        maxLength={80}
        fault={sender.faultOf('ownerName')}
      />
      <DatePicker
        label={text.answerOn}
        value={answerOn}
        min={today}
        onChange={setDay}
        fault={sender.faultOf('answerOn')}
      />
    </FormDialog>
  )
}

function AnswerForm({ question, onClose }: { question: Question; onClose: () => void }) {
  const [answer, setAnswer] = useState('')
  const sender = useWrite(relay.answer, { onDone: onClose, touches: ['thread'] })
  const { id, version } = question
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
        value={answer}
        onChange={setAnswer}
        maxLength={2000}
        fault={sender.faultOf('answer')}
        autoFocus
      />
    </FormDialog>
  )
}
