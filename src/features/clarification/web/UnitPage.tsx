import type { ReactNode } from 'react'
import {
  Columns,
  DayText,
  Empty,
  Knot,
  LinkButton,
  MomentText,
  Notice,
  Page,
  Section,
  Show,
  Stack,
  Thread,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { clarification, type UnitClarification } from '../contract.ts'
import { standingOf } from '../rules.ts'
import { StandingMark } from './CellMark.tsx'
import { Follows } from './Follows.tsx'
import { refusalWords } from './refusal-words.ts'
import { Sentences } from './Sentences.tsx'
import { StepActs } from './StepActs.tsx'
import { text } from './text.ts'
import { UnitGaps } from './UnitGaps.tsx'
import { UnitSides, unitHref } from './UnitSides.tsx'
import { type UnitView, viewOf } from './unit-view.ts'

/** Where the unit stands, what is set up in ten sentences, and the leader's yes. */
export function UnitPage({ unitId }: { unitId: string }) {
  const known = useRead(clarification.ofUnit, { unitId })
  return (
    <Page title={known.data?.unitName ?? text.title} lead={text.panel.approval}>
      <Stack gap={5}>
        <UnitSides unitId={unitId} side="overview" />
        <Show of={known} lines={8}>
          {(unit) => <Whole known={unit} />}
        </Show>
      </Stack>
    </Page>
  )
}

function Whole({ known }: { known: UnitClarification }) {
  const view = viewOf(known)
  if (!known.asked) return <Empty>{text.questions.none}</Empty>
  if (!view)
    return (
      <Empty action={<LinkButton href={unitHref(known.unitId, '/spoergsmaal')}>{text.questions.begin}</LinkButton>}>
        {text.standings['not-started']}
      </Empty>
    )
  return (
    <Columns right={<Way view={view} />}>
      <Stack gap={6}>
        <Summary view={view} />
        <StepActs view={view} />
        <UnitGaps known={known} />
        <Follows view={view} />
      </Stack>
    </Columns>
  )
}

function Summary({ view: { sentences, round, whyNotApprove } }: { view: UnitView }) {
  const isApproved = round.approvedAt !== null
  const shown = isApproved ? round.sentences : sentences
  return (
    <Section title={text.status.summaryTitle}>
      <Stack gap={4}>
        {!isApproved && round.state !== 'in-progress' && <p>{text.status.readFirst}</p>}
        <Sentences sentences={shown} />
        {round.state !== 'in-progress' && whyNotApprove && !isApproved && (
          <Notice tone="attention" title={text.status.blocked}>
            <p>{refusalWords(whyNotApprove)}</p>
          </Notice>
        )}
      </Stack>
    </Section>
  )
}

/** From the first answer to daily use, along the thread; what has not come is hollow. */
function Way({ view: { round } }: { view: UnitView }) {
  const standing = standingOf(round, round.applied)
  const isIn = round.applied === 'applied' || round.applied === 'in-use'
  return (
    <Section title={text.status.title} note={<StandingMark standing={standing} />}>
      <Thread label={text.status.title}>
        <Step title={text.standings[round.number > 1 ? 'reopened' : 'in-progress']} isDone said={round.because} />
        <Step
          title={text.standings.submitted}
          isDone={round.submittedAt !== null}
          when={round.submittedAt && <MomentText at={round.submittedAt} />}
        />
        <Step
          title={text.standings.met}
          isDone={round.metOn !== null}
          when={round.metOn && <DayText day={round.metOn} />}
          said={round.metNote}
        />
        <Step
          title={text.standings.approved}
          isDone={round.approvedAt !== null}
          when={round.approvedAt && <MomentText at={round.approvedAt} />}
          said={round.approvedByName}
        />
        <Step title={text.standings.previewed} isDone={round.proposalId !== null} />
        <Step title={text.standings['in-use']} isDone={isIn} />
      </Thread>
    </Section>
  )
}

type StepProps = { title: string; isDone: boolean; when?: ReactNode; said?: string | null }

const Step = ({ title, isDone, when, said }: StepProps) => (
  <Knot kind={isDone ? 'ordinary' : 'past'} title={isDone ? title : undefined} label={isDone ? when : title}>
    {said}
  </Knot>
)
