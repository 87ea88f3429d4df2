import { daysBetween } from '#kernel/lang/day.ts'
import {
  Columns,
  DayText,
  Lines,
  Mark,
  MomentText,
  Notice,
  Section,
  Stack,
  Table,
  Terms,
  TextLink,
  useNow,
  useToday,
} from '#kernel/ui/index.ts'
import type { TenderWhole } from '../contract.ts'
import { whyNotCorrect } from '../rules.ts'
import { BidsSection } from './BidsSection.tsx'
import { CancelTender } from './CancelTender.tsx'
import { CorrectionDialog } from './CorrectionDialog.tsx'
import { Material } from './Material.tsx'
import { PanelSection } from './PanelSection.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { StepActs } from './StepActs.tsx'
import { awaited, openQuestions, type Step, stepOf } from './step.ts'
import { TenderPage } from './TenderPage.tsx'
import { TextDialog } from './TextDialog.tsx'
import { text } from './text.ts'

export const OverviewPage = ({ tenderId }: { tenderId: string }) => (
  <TenderPage tenderId={tenderId} side="overview">
    {(whole) => (
      <Columns right={<Margin whole={whole} />}>
        <Stack gap={6}>
          <Next whole={whole} />
          <BidsSection whole={whole} />
          <PanelSection whole={whole} />
          <Texts whole={whole} />
          <Corrections whole={whole} />
        </Stack>
      </Columns>
    )}
  </TenderPage>
)

function wordsOf(step: Step, whole: TenderWhole): string {
  if (step === 'answer') return text.nextFor.answer(openQuestions(whole))
  if (step === 'needs') return text.nextFor.needs(whole.needsLeft.length)
  if (step === 'await') return text.nextFor.await(awaited(whole))
  return step === 'standstill' ? text.nextFor.standstill(whole.standstillEndsOn!) : text.nextFor[step]
}

const waits: readonly Step[] = ['wait', 'await', 'standstill', 'follow', 'closed', 'adapt']

/** One thing, said at the top; what may be done about it stands in it. */
function Next({ whole }: { whole: TenderWhole }) {
  const step = stepOf(whole, useNow())
  return (
    <Notice
      tone={waits.includes(step) ? 'info' : 'attention'}
      title={text.next}
      actions={<StepActs whole={whole} step={step} />}
    >
      <p>{wordsOf(step, whole)}</p>
      {whole.cancelledBecause && <p>{whole.cancelledBecause}</p>}
      {step === 'needs' && <NeedsLeft whole={whole} />}
    </Notice>
  )
}

const SHOWN = 8

/** What people asked for that the tender set does not ask for, each a press away from where it is settled. */
const NeedsLeft = ({ whole: { needsLeft } }: { whole: TenderWhole }) => (
  <>
    <Lines label={text.needsLeft}>
      {needsLeft.slice(0, SHOWN).map(({ id, label, title }) => (
        <li key={id}>
          <TextLink href={`/behov/${id}`}>
            {label} {title}
          </TextLink>
        </li>
      ))}
    </Lines>
    {needsLeft.length > SHOWN && <TextLink href="/behov">{text.moreNeeds(needsLeft.length - SHOWN)}</TextLink>}
  </>
)

function Margin({ whole }: { whole: TenderWhole }) {
  const today = useToday()
  const left = whole.standstillEndsOn ? daysBetween(today, whole.standstillEndsOn) : -1
  const { dates } = text
  return (
    <Stack gap={6}>
      <Section title={text.plan} actions={<PlanDialog whole={whole} />}>
        <Terms
          items={[
            { term: dates.published, value: whole.publishedAt && <MomentText at={whole.publishedAt} /> },
            { term: dates.questions, value: <MomentText at={whole.questionsCloseAt} /> },
            { term: dates.due, value: <MomentText at={whole.bidsDueAt} /> },
            { term: dates.opened, value: whole.openedAt && <MomentText at={whole.openedAt} /> },
            { term: dates.notice, value: whole.notifiedAt ? null : <DayText day={whole.noticePlannedOn} /> },
            { term: dates.told, value: whole.notifiedAt && <MomentText at={whole.notifiedAt} /> },
            { term: dates.standstill, value: whole.standstillEndsOn && <DayText day={whole.standstillEndsOn} /> },
            { term: dates.concluded, value: whole.concludedAt && <MomentText at={whole.concludedAt} /> },
          ]}
        />
        {whole.state === 'notified' && left >= 0 && <Mark tone="attention">{text.daysLeft(left)}</Mark>}
        {whole.standstillSaid && <p>{whole.standstillSaid}</p>}
        {whole.dataProtectionNote && (
          <p>
            <strong>{text.note}.</strong> {whole.dataProtectionNote}
          </p>
        )}
        <CancelTender whole={whole} />
      </Section>
      <Material whole={whole} />
    </Stack>
  )
}

const Texts = ({ whole }: { whole: TenderWhole }) => (
  <Section title={text.texts}>
    <Lines label={text.texts}>
      {whole.texts.map((one) => (
        <li key={one.id}>
          <TextDialog whole={whole} given={one} />
        </li>
      ))}
    </Lines>
  </Section>
)

function Corrections({ whole }: { whole: TenderWhole }) {
  const now = useNow()
  if (whole.state === 'preparing') return null
  const mayCorrect = whole.permitted.includes('buy') && !whyNotCorrect(whole, now.toISOString())
  if (!mayCorrect && whole.corrections.length === 0) return null
  return (
    <Section title={text.corrections} actions={mayCorrect && <CorrectionDialog whole={whole} />}>
      <Stack gap={5}>
        {whole.corrections.map(({ id, number, note, madeAt, changes }) => (
          <Stack key={id} gap={2}>
            <p>
              {number}. {note} <MomentText at={madeAt} />
            </p>
            <Table
              caption={note}
              rows={changes}
              rowKey={({ what }) => what}
              columns={[
                { head: text.what, cell: ({ what }) => what },
                { head: text.before, cell: ({ before }) => before },
                { head: text.now, cell: ({ after }) => after },
              ]}
            />
          </Stack>
        ))}
      </Stack>
    </Section>
  )
}
