import { useState } from 'react'
import type { Card } from '#features/citizens/contract.ts'
import { CitizenFrame } from '#features/citizens/web/index.ts'
import { dayOf } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import {
  Disclosure,
  Hidden,
  Lines,
  LinkButton,
  Mark,
  Row,
  Section,
  Select,
  Stack,
  shortDayWords,
  TextLink,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Answer, assessments } from '../contract.ts'
import { BandWords } from './BandWords.tsx'
import { begunOf, type Series, seriesOf } from './by-form.ts'
import { ScorePicture } from './ScorePicture.tsx'
import { text } from './text.ts'
import { useForms } from './use-forms.ts'

/** A citizen's forms: what they say now, how it has gone, and where a new one is begun. */
export function AnswersPage({ citizenId }: { citizenId: Id }) {
  const answers = useRead(assessments.ofCitizen, { citizenId })
  return (
    <CitizenFrame citizenId={citizenId} of={answers}>
      {(all, card) => <Answers card={card} all={all} />}
    </CitizenFrame>
  )
}

function Answers({ card, all }: { card: Card; all: readonly Answer[] }) {
  const may = useRead(assessments.forCitizen, { citizenId: card.id }, { staleMs: 60_000 }).data
  const series = seriesOf(all)
  const mayFill = (isHealth: boolean) =>
    (isHealth ? may?.healthUnitIds : may?.unitIds)?.length !== 0 && may !== undefined
  return (
    <Stack gap={6}>
      {mayFill(false) && <Choose citizenId={card.id} hasHealth={mayFill(true)} />}
      <Begun citizenId={card.id} begun={begunOf(all)} />
      {series.length === 0 && <p>{text.none}</p>}
      {series.map((one) => (
        <OneForm key={one.key} citizenId={card.id} series={one} mayFill={mayFill(one.latest.form.isHealth)} />
      ))}
    </Stack>
  )
}

const placeOf = (citizenId: Id, formKey: string, answerId: Id) =>
  `/borger/${citizenId}/skemaer/udfyld/${formKey}/${answerId}`

function Choose({ citizenId, hasHealth }: { citizenId: Id; hasHealth: boolean }) {
  const [answerId] = useState(newId)
  const forms = useForms().filter(({ isHealth }) => hasHealth || !isHealth)
  const [key, setKey] = useState<string | null>(null)
  const chosen = forms.find((form) => form.key === key)
  return (
    <Section title={text.choose}>
      <Stack gap={3}>
        <Select
          label={text.chooseWhich}
          choices={forms.map(({ key: id, title }) => ({ id, label: title }))}
          value={key}
          onChange={setKey}
        />
        {chosen && (
          <>
            <p>{chosen.purpose}</p>
            <Row>
              <LinkButton kind="primary" href={placeOf(citizenId, chosen.key, answerId)}>
                {text.begin}
              </LinkButton>
            </Row>
          </>
        )}
      </Stack>
    </Section>
  )
}

function Begun({ citizenId, begun }: { citizenId: Id; begun: readonly Answer[] }) {
  const today = useToday()
  if (begun.length === 0) return null
  return (
    <Section title={text.begun}>
      <Lines label={text.begun}>
        {begun.map(({ id, formKey, formTitle, answeredOn }) => (
          <li key={id}>
            <Row apart gap={2}>
              <TextLink href={placeOf(citizenId, formKey, id)}>{text.goOn(formTitle)}</TextLink>
              <span>{shortDayWords(answeredOn, today)}</span>
            </Row>
          </li>
        ))}
      </Lines>
    </Section>
  )
}

type OneProps = { citizenId: Id; series: Series; mayFill: boolean }

function OneForm({ citizenId, series, mayFill }: OneProps) {
  const [answerId] = useState(newId)
  const { latest, answers, scored, key } = series
  return (
    <Section
      title={latest.formTitle}
      actions={
        mayFill && (
          <LinkButton href={placeOf(citizenId, key, answerId)}>
            {text.again}
            <Hidden>: {latest.formTitle}</Hidden>
          </LinkButton>
        )
      }
    >
      <Stack gap={3}>
        {!latest.struck && <BandWords form={latest.form} score={latest.score} />}
        {scored.length > 1 && <ScorePicture form={latest.form} scored={scored} />}
        <AnswerLine citizenId={citizenId} answer={latest} />
        {answers.length > 1 && (
          <Disclosure title={text.earlier(answers.length)}>
            <Lines label={text.earlier(answers.length)}>
              {answers.map((answer) => (
                <li key={answer.id}>
                  <AnswerLine citizenId={citizenId} answer={answer} hasScore />
                </li>
              ))}
            </Lines>
          </Disclosure>
        )}
      </Stack>
    </Section>
  )
}

type LineProps = { citizenId: Id; answer: Answer; hasScore?: boolean }

function AnswerLine({ citizenId, answer, hasScore = false }: LineProps) {
  const today = useToday()
  const { id, answeredOn, writtenByName, signedAt, struck, form, score } = answer
  return (
    <Row gap={2}>
      <TextLink href={`/borger/${citizenId}/skemaer/${id}`}>{shortDayWords(answeredOn, today)}</TextLink>
      <span>{signedAt && text.signedBy(writtenByName, shortDayWords(dayOf(signedAt), today))}</span>
      {hasScore && !struck && <BandWords form={form} score={score} isBrief />}
      {struck && <Mark>{text.struck}</Mark>}
    </Row>
  )
}
