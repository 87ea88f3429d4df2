import type { ComponentProps } from 'react'
import { nameOfNumber } from '#features/requirements/content.ts'
import { SuspectMark } from '#features/thread/web/index.ts'
import { DayText, Mark, Row, Section, Show, Stack, Table, TextLink } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { nameOfRow } from '../answer-sheet.ts'
import { type Adaptation, type Gap, type TenderWhole, tender } from '../contract.ts'
import { moneyInWords } from '../danish.ts'
import { isGapOpen, nameOfAdaptation, nameOfGap } from '../rules.ts'
import { AddAdaptation, AddGap, MoveAdaptation, MoveGap } from './AdaptationDialogs.tsx'
import { adaptationTones } from './adaptation-tones.ts'
import { FitBars } from './FitBars.tsx'
import { FitRows } from './FitRows.tsx'
import { LedgerNumbers } from './LedgerNumbers.tsx'
import { TenderPage } from './TenderPage.tsx'
import { text } from './text.ts'

export const AdaptationsPage = ({ tenderId }: { tenderId: string }) => (
  <TenderPage tenderId={tenderId} side="adaptations">
    {(whole) => (
      <Stack gap={6}>
        {isAfter(whole) && <LedgerNumbers whole={whole} />}
        {isAfter(whole) && <Decided whole={whole} />}
        <FitBars whole={whole} />
        <FitRows whole={whole} />
        {!isAfter(whole) && <Decided whole={whole} />}
      </Stack>
    )}
  </TenderPage>
)

/** Bidders have been told: from then on what is decided about the chosen system is what people come for. */
const isAfter = ({ state }: TenderWhole): boolean => state === 'notified' || state === 'concluded'

const Decided = ({ whole }: { whole: TenderWhole }) => (
  <>
    <Ledger whole={whole} />
    <Gaps whole={whole} />
  </>
)

function Ledger({ whole }: { whole: TenderWhole }) {
  const known = useRead(tender.adaptations, { tenderId: whole.id }, { live: ['tender', whole.placeId] })
  const mayAdapt = whole.permitted.includes('adapt')
  return (
    <Section title={text.ledger} actions={mayAdapt && whole.baselineId && <AddAdaptation whole={whole} />}>
      <Show of={known} empty={text.ledgerNone}>
        {(rows) => (
          <Table
            caption={text.ledger}
            rows={rows}
            columns={[
              { head: text.ledger, cell: (row) => <Title row={row} /> },
              { head: text.requirement, cell: (row) => nameOfAsked(row) },
              {
                head: text.state,
                cell: (row) => (
                  <StateCell row={row} tone={adaptationTones[row.state]} words={text.adaptationStates[row.state]} />
                ),
              },
              { head: text.hoursField, cell: ({ hours }) => hours ?? '–', isNumber: true },
              {
                head: text.priceField,
                cell: ({ priceOere }) => (priceOere === null ? '–' : moneyInWords(priceOere)),
                isNumber: true,
              },
              {
                head: text.decision,
                cell: ({ decisionNumber }) => decisionNumber && `D-${String(decisionNumber).padStart(3, '0')}`,
              },
              { head: text.outcome, cell: ({ outcome }) => outcome },
              ...(mayAdapt
                ? [{ head: text.move, cell: (row: Adaptation) => <MoveAdaptation whole={whole} row={row} /> }]
                : []),
            ]}
          />
        )}
      </Show>
    </Section>
  )
}

type StateCellProps = {
  row: { agreedBy: string | null; refusedBecause: string; askedUnitName?: string | null }
  tone: ComponentProps<typeof Mark>['tone']
  words: string
}

/** The state, and beneath it what a leader has said to it. */
function StateCell({ row, tone, words }: StateCellProps) {
  return (
    <Stack gap={1}>
      <Mark tone={tone}>{words}</Mark>
      {row.agreedBy && <small>{text.saidYes(row.agreedBy)}</small>}
      {!row.agreedBy && row.askedUnitName && <small>{text.leaderOf(row.askedUnitName)}</small>}
      {row.refusedBecause && <small>{text.saidNo(row.refusedBecause)}</small>}
    </Stack>
  )
}

const nameOfAsked = ({ requirementNumber, lineNo }: Adaptation) =>
  lineNo ? nameOfRow(requirementNumber, lineNo) : nameOfNumber(requirementNumber)

const Title = ({ row }: { row: Adaptation }) => (
  <Stack gap={1}>
    <Row gap={2}>
      <TextLink href={`/traad/tender.adaptation/${row.id}`}>
        {nameOfAdaptation(row.number)} {row.title}
      </TextLink>
      <SuspectMark count={row.suspects} />
    </Row>
    {row.costOfNot && <small>{text.ifNot(row.costOfNot)}</small>}
  </Stack>
)

function Gaps({ whole }: { whole: TenderWhole }) {
  const known = useRead(tender.gaps, { tenderId: whole.id }, { live: ['tender', whole.placeId] })
  const mayAdapt = whole.permitted.includes('adapt')
  return (
    <Section title={text.gaps} actions={mayAdapt && <AddGap whole={whole} />}>
      <Show of={known} empty={text.gapsNone}>
        {(rows) => (
          <Table
            caption={text.gaps}
            rows={rows}
            columns={[
              {
                head: text.gaps,
                cell: ({ id, number, text: said }) => (
                  <TextLink href={`/traad/tender.gap/${id}`}>{`${nameOfGap(number)} ${said}`}</TextLink>
                ),
              },
              { head: text.requirement, cell: (row) => asksOf(row) },
              { head: text.unit, cell: ({ unitName }) => unitName },
              {
                head: text.state,
                cell: (row) => (
                  <StateCell
                    row={row}
                    tone={isGapOpen(row.state) ? 'attention' : 'ok'}
                    words={text.gapStates[row.state]}
                  />
                ),
              },
              {
                head: text.nextStep,
                cell: ({ nextStep, nextOn }) => (nextStep || nextOn ? <NextStep words={nextStep} on={nextOn} /> : null),
              },
              ...(mayAdapt ? [{ head: text.move, cell: (row: Gap) => <MoveGap row={row} /> }] : []),
            ]}
          />
        )}
      </Show>
    </Section>
  )
}

/** `K-003.2, K-016`: the row in the place of its requirement. */
const asksOf = ({ requirements, row }: Gap) =>
  requirements.map((number) => (row?.number === number ? nameOfRow(number, row.no) : nameOfNumber(number))).join(', ')

const NextStep = ({ words, on }: { words: string; on: string | null }) => (
  <>
    {words} {on && <DayText day={on} />}
  </>
)
