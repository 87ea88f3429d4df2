import { language } from '#kernel/lang/text.ts'
import { BarRows, Mark, MomentText, Section, Show, Stack, shortDayWords, Table, useToday } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { actWords } from '../actions.ts'
import { judgements, oversight, type Sampled } from '../contract.ts'
import type { Period } from './period.ts'
import { text } from './text.ts'

/** Every look-up that was drawn, and what it was found to be. */
export function Samples({ period }: { period: Period }) {
  const rows = useRead(oversight.sampled, period, { keepFormer: true })
  return (
    <Show of={rows} lines={8} empty={text.noSamples}>
      {(all) => (
        <Stack gap={5}>
          <Outcomes rows={all} />
          <List rows={all} />
        </Stack>
      )}
    </Show>
  )
}

function Outcomes({ rows }: { rows: readonly Sampled[] }) {
  const count = (judgement: Sampled['judgement']) => rows.filter((row) => row.judgement === judgement).length
  const bars = judgements.map((one) => ({ label: text.judgements[one], value: count(one), isStrong: one === 'misuse' }))
  return <BarRows caption={text.judged} bars={[...bars, { label: text.waitingJudgement, value: count(null) }]} />
}

const List = ({ rows }: { rows: readonly Sampled[] }) => (
  <Section title={text.samples} note={rows.length}>
    <Table
      caption={text.samples}
      rows={rows}
      columns={[
        { head: text.when, cell: ({ at }) => <MomentText at={at} /> },
        { head: text.who, cell: ({ actorName, unitName }) => `${actorName}, ${unitName}` },
        { head: text.what, cell: ({ action }) => actWords(action, language()) },
        { head: text.whom, cell: ({ citizenName }) => citizenName ?? '–' },
        { head: text.why, cell: ({ reason }) => text.reasons[reason] },
        { head: text.outcome, cell: (row) => <Outcome row={row} /> },
      ]}
    />
  </Section>
)

function Outcome({ row }: { row: Sampled }) {
  const today = useToday()
  const { judgement, note, judgedByName, dueOn, isWithOfficer } = row
  if (!judgement)
    return (
      <Mark tone={dueOn < today ? 'attention' : 'neutral'}>
        {isWithOfficer ? text.withOfficer : text.withLeader} · {shortDayWords(dueOn, today)}
      </Mark>
    )
  return (
    <Stack gap={1}>
      <Mark tone={judgement === 'misuse' ? 'attention' : 'ok'}>{text.judgements[judgement]}</Mark>
      {note && <span>{note}</span>}
      {judgedByName && <small>{text.judgedBy(judgedByName)}</small>}
    </Stack>
  )
}
