import { useState } from 'react'
import { CitizenFrame } from '#features/citizens/web/index.ts'
import { dayOf } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Button, Empty, Notice, Row, Section, Stack, shortDayWords, Table, Terms, useToday } from '#kernel/ui/index.ts'
import { useMe, useRead } from '#kernel/web/index.ts'
import { type Row as Answered, answerWords, rowsOf } from '../answer-words.ts'
import { type Answer, assessments, type Field } from '../contract.ts'
import { shownFields } from '../rules.ts'
import { BandWords } from './BandWords.tsx'
import { asText } from './field-props.ts'
import { PhotoLink } from './PhotoField.tsx'
import { StrikeDialog } from './StrikeDialog.tsx'
import { text } from './text.ts'
import { useFilledPaper } from './use-paper.ts'
import { useSaying } from './use-saying.ts'

/** A form as it was signed, in the words of the version it was answered under. */
export function AnswerPage({ citizenId, answerId }: { citizenId: Id; answerId: Id }) {
  const answers = useRead(assessments.ofCitizen, { citizenId })
  return (
    <CitizenFrame citizenId={citizenId} of={answers} back={{ href: `/borger/${citizenId}/skemaer`, label: text.back }}>
      {(all) => <Found answer={all.find(({ id }) => id === answerId)} />}
    </CitizenFrame>
  )
}

const Found = ({ answer }: { answer: Answer | undefined }) =>
  answer ? <Whole answer={answer} /> : <Empty>{text.unknownForm}</Empty>

function Whole({ answer }: { answer: Answer }) {
  const today = useToday()
  const { form, formTitle, formVersion, answeredOn, signedAt, writtenByName, struck, score } = answer
  const signed = signedAt && text.signedBy(writtenByName, shortDayWords(dayOf(signedAt), today))
  return (
    <Section title={`${formTitle} · ${shortDayWords(answeredOn, today)}`} note={text.version(formVersion)}>
      <Stack gap={5}>
        <Stack gap={2}>
          {signed && <span>{signed}</span>}
          {!struck && <BandWords form={form} score={score} />}
          <Acts answer={answer} />
        </Stack>
        {struck && (
          <Notice tone="attention" title={text.struckBecause}>
            <p>{struck.reason}</p>
          </Notice>
        )}
        <Given answer={answer} />
      </Stack>
    </Section>
  )
}

function Acts({ answer }: { answer: Answer }) {
  const [isOpen, setOpen] = useState(false)
  const me = useMe()
  const paper = useFilledPaper()
  const mayStrike = !answer.struck && answer.writtenById === me.id
  return (
    <Row gap={2}>
      <Button isBusy={paper.isBusy} onPress={() => void paper.run({ id: answer.id })}>
        {text.paper}
      </Button>
      {mayStrike && (
        <Button kind="plain" onPress={() => setOpen(true)}>
          {text.strike}
        </Button>
      )}
      {paper.problemText && <span role="alert">{paper.problemText}</span>}
      {isOpen && <StrikeDialog answer={answer} onClose={() => setOpen(false)} />}
    </Row>
  )
}

/** Question and answer, in the order of the form; a table stands by itself. */
function Given({ answer }: { answer: Answer }) {
  const say = useSaying()
  const { form, given, id } = answer
  const value = (field: Field) => {
    if (field.kind === 'table') return <Rows field={field} answer={answer} />
    if (field.kind === 'photo' && given[field.key]) return <PhotoLink answerId={id} fileId={asText(given[field.key])} />
    return answerWords(field, given[field.key], say)
  }
  return <Terms items={shownFields(form, given).map((field) => ({ term: field.label, value: value(field) }))} />
}

function Rows({ field, answer }: { field: Field; answer: Answer }) {
  return (
    <Table
      caption={field.label}
      rows={rowsOf(answer.given[field.key])}
      columns={(field.columns ?? []).map(({ key, label }) => ({
        head: label,
        cell: (row: Answered) => row[key] ?? '',
      }))}
    />
  )
}
