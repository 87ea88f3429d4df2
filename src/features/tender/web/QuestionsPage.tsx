import { useState } from 'react'
import { requirements } from '#features/requirements/contract.ts'
import { ThreadButtons } from '#features/thread/web/index.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  Checkbox,
  Columns,
  DateField,
  DayText,
  Empty,
  FormDialog,
  Lines,
  Mark,
  Row,
  Stack,
  TextArea,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Question, type TenderWhole, tender } from '../contract.ts'
import { nameOfQuestion } from '../rules.ts'
import { idsOf, namesOf } from './numbers.ts'
import { TenderPage } from './TenderPage.tsx'
import { text } from './text.ts'

export const QuestionsPage = ({ tenderId }: { tenderId: string }) => (
  <TenderPage tenderId={tenderId} side="questions" actions={(whole) => mayAsk(whole) && <AskDialog whole={whole} />}>
    {(whole) => (
      <Columns>
        {whole.questions.length === 0 ? <Empty>{text.noQuestions}</Empty> : <Questions whole={whole} />}
      </Columns>
    )}
  </TenderPage>
)

const mayAsk = ({ permitted, state }: TenderWhole) => permitted.includes('prepare') && state === 'published'

function Questions({ whole }: { whole: TenderWhole }) {
  const set = useRead(requirements.table, { specId: whole.specId }, { staleMs: 60_000 })
  const known = set.data?.requirements ?? []
  return (
    <Lines label={text.tabs.questions}>
      {whole.questions.map((question) => (
        <li key={question.id}>
          <Stack gap={2}>
            <Row gap={3}>
              <strong>{nameOfQuestion(question.number)}</strong>
              <span>{namesOf(known, question.requirements)}</span>
              <DayText day={question.askedOn} />
              {question.answer === null && <Mark tone="attention">{text.unanswered}</Mark>}
            </Row>
            <p>{question.text}</p>
            {question.answer !== null && <p>→ {question.answer}</p>}
            <Row gap={2}>
              {question.answer === null && mayAsk(whole) && <AnswerDialog question={question} />}
              <ThreadButtons kind="tender.question" id={question.id} />
            </Row>
          </Stack>
        </li>
      ))}
    </Lines>
  )
}

function AnswerDialog({ question }: { question: Question }) {
  const [isOpen, setOpen] = useState(false)
  const [answer, setAnswer] = useState('')
  const name = nameOfQuestion(question.number)
  const sender = useWrite(tender.answerQuestion)
  return (
    <>
      <Row>
        <Button onPress={() => setOpen(true)}>{text.answerTo(name)}</Button>
      </Row>
      {isOpen && (
        <FormDialog
          title={text.answerTo(name)}
          verb={text.sendAnswer}
          sender={sender}
          onSave={() => void sender.run({ id: question.id, version: question.version, answer })}
          onClose={() => setOpen(false)}
        >
          <p>{question.text}</p>
          <TextArea label={text.answer} help={text.answerHelp} value={answer} onChange={setAnswer} maxLength={4000} />
        </FormDialog>
      )}
    </>
  )
}

function AskDialog({ whole }: { whole: TenderWhole }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="primary" onPress={() => setOpen(true)}>
        {text.ask}
      </Button>
      {isOpen && <AskForm whole={whole} onClose={() => setOpen(false)} />}
    </>
  )
}

function AskForm({ whole, onClose }: { whole: TenderWhole; onClose: () => void }) {
  const set = useRead(requirements.table, { specId: whole.specId }, { staleMs: 60_000 })
  const today = useToday()
  const [id] = useState(newId)
  const [said, setSaid] = useState('')
  const [about, setAbout] = useState('')
  const [askedOn, setAskedOn] = useState<string | null>(today)
  const [isAnonymous, setAnonymous] = useState(false)
  const sender = useWrite(tender.ask, { onDone: onClose })
  const known = idsOf(set.data?.requirements ?? [], about)
  const save = () =>
    void sender.run({
      ...{ id, tenderId: whole.id, text: said, askedOn: askedOn ?? today, requirements: known, isAnonymous },
    })
  return (
    <FormDialog title={text.ask} sender={sender} isReady={set.data !== undefined} onSave={save} onClose={onClose}>
      <TextArea
        label={text.question}
        help={text.questionHelp}
        value={said}
        onChange={setSaid}
        maxLength={2000}
        fault={sender.faultOf('text')}
      />
      <TextField label={text.about} value={about} onChange={setAbout} isOptional />
      <DateField label={text.askedOn} value={askedOn} onChange={setAskedOn} />
      <Checkbox label={text.anonymous} value={isAnonymous} onChange={setAnonymous} />
    </FormDialog>
  )
}
