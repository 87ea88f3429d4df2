import { useState } from 'react'
import { likelyOfferGroup, type OfferGroup, offerGroupKeys } from '#features/org/offer-groups.ts'
import { newId } from '#kernel/lang/id.ts'
import { announce, Button, Columns, Empty, Notice, Page, Select, Show, Stack, ToggleChips } from '#kernel/ui/index.ts'
import { useAddressWord, useRead, useWrite } from '#kernel/web/index.ts'
import { clarification, type UnitClarification } from '../contract.ts'
import { countsOf, withTemplate } from '../rules.ts'
import { AllAnswers } from './AllAnswers.tsx'
import { OneQuestion } from './OneQuestion.tsx'
import { text } from './text.ts'
import { UnitSides } from './UnitSides.tsx'
import { isOpenItem, type UnitView, viewOf } from './unit-view.ts'

/** The contact's screen: one question at a time, made for a phone. */
export function QuestionsPage({ unitId }: { unitId: string }) {
  const known = useRead(clarification.ofUnit, { unitId })
  return (
    <Page title={text.questions.title} lead={known.data?.unitName}>
      <Stack gap={5}>
        <UnitSides unitId={unitId} side="questions" />
        <Columns>
          <Show of={known} lines={8}>
            {(unit) => <Begun known={unit} />}
          </Show>
        </Columns>
      </Stack>
    </Page>
  )
}

function Begun({ known }: { known: UnitClarification }) {
  const view = viewOf(known)
  if (!known.asked) return <Empty>{text.questions.none}</Empty>
  return view ? <Questions view={view} /> : <Begin known={known} />
}

const likely = ({ offerType, facts }: UnitClarification): OfferGroup =>
  likelyOfferGroup({ offerType, legalGrounds: facts.legalGrounds }) ?? 'residential'

function Begin({ known }: { known: UnitClarification }) {
  const [template, setTemplate] = useState<OfferGroup>(() => likely(known))
  const sender = useWrite(clarification.begin)
  const { questions, templates } = known.asked!.content
  const suggested = templates[template] ?? {}
  const counts = countsOf(questions, withTemplate({}, suggested), suggested)
  return (
    <Stack gap={4}>
      <p>{text.questions.beginLead}</p>
      <Select
        label={text.questions.kindOfOffer}
        choices={offerGroupKeys.map((id) => ({ id, label: text.templates[id] }))}
        value={template}
        onChange={setTemplate}
      />
      <p>{text.questions.counts(counts.all, counts.suggested, counts.own)}</p>
      {sender.problemText && <Notice tone="attention">{sender.problemText}</Notice>}
      <Button
        kind="primary"
        isBusy={sender.isBusy}
        onPress={() => void sender.run({ id: newId(), unitId: known.unitId, template })}
      >
        {text.questions.begin}
      </Button>
    </Stack>
  )
}

function Questions({ view }: { view: UnitView }) {
  const [show, setShow] = useAddressWord('vis', 'one')
  const { round, questions, answers, template } = view
  const counts = countsOf(questions, withTemplate(answers, template), template)
  return (
    <Stack gap={5}>
      <Stack gap={3}>
        <p>{text.questions.counts(counts.all, counts.suggested, counts.own)}</p>
        {round.sentBack && <Notice tone="attention">{text.status.sentBack(round.sentBack)}</Notice>}
        {round.because && round.state === 'in-progress' && (
          <Notice tone="info">{text.status.reopened(round.because)}</Notice>
        )}
        <TakeAll view={view} />
        <ToggleChips
          label={text.matrix.filter}
          choices={[
            { id: 'one', label: text.questions.one },
            { id: 'all', label: text.questions.list },
          ]}
          value={[show]}
          onChange={([to]) => to && setShow(to)}
        />
      </Stack>
      {show === 'one' ? <OneQuestion view={view} /> : <AllAnswers view={view} />}
    </Stack>
  )
}

/** All that is left of the suggestions, in one press; the unit's own answers are never touched. */
function TakeAll({ view: { round, items, known } }: { view: UnitView }) {
  const left = items.filter(
    (item) => isOpenItem(item) && item.suggestion !== undefined && item.question.answeredBy === 'unit',
  ).length
  const sender = useWrite(clarification.takeSuggestions, {
    onDone: ({ taken }) => announce(text.questions.taken(taken)),
  })
  const may = known.permitted.includes('answer') || known.permitted.includes('coordinate')
  if (left === 0 || round.state !== 'in-progress' || !may) return null
  return (
    <>
      {sender.problemText && <Notice tone="attention">{sender.problemText}</Notice>}
      <div>
        <Button isBusy={sender.isBusy} onPress={() => void sender.run({ id: round.id, version: round.version })}>
          {text.questions.takeAll(left)}
        </Button>
      </div>
    </>
  )
}
