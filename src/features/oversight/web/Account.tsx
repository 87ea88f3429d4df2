import { addDays, daysBetween } from '#kernel/lang/day.ts'
import { language } from '#kernel/lang/text.ts'
import {
  BarChart,
  BarRows,
  MomentText,
  Section,
  Show,
  Stack,
  shortDayWords,
  Table,
  Terms,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { actWords } from '../actions.ts'
import { type Account as AccountOf, oversight } from '../contract.ts'
import type { Period } from './period.ts'
import { text } from './text.ts'

/** A period in figures, and what stands behind each. */
export function Account({ period }: { period: Period }) {
  const account = useRead(oversight.account, period, { keepFormer: true })
  return (
    <Show of={account} lines={8} isEmpty={() => false}>
      {(known) => (
        <Stack gap={6}>
          <Terms
            items={[
              { term: text.entriesInLog, value: known.entries.toLocaleString('da') },
              { term: text.deniedOnes, value: known.denied.toLocaleString('da') },
              { term: text.printedOnes, value: known.printed.toLocaleString('da') },
              { term: text.exportedOnes, value: known.exported.toLocaleString('da') },
            ]}
          />
          <Denials account={known} period={period} />
          <Drawings account={known} />
          <Emergencies account={known} />
          <Searches account={known} />
        </Stack>
      )}
    </Show>
  )
}

type Of = { account: AccountOf }

/** A bar a day; of a long period a bar a week, or nobody could tell them apart. */
function Denials({ account, period }: Of & { period: Period }) {
  const today = useToday()
  if (account.denied === 0) return <Section title={text.deniedOnes}>{text.noDenials}</Section>
  const step = daysBetween(period.from, period.to) > 60 ? 7 : 1
  const bars = []
  for (let day = period.from; day <= period.to; day = addDays(day, step)) {
    const last = addDays(day, step - 1)
    const value = account.deniedPerDay
      .filter((one) => one.day >= day && one.day <= last)
      .reduce((sum, { count }) => sum + count, 0)
    bars.push({ label: shortDayWords(day, today), value })
  }
  return (
    <Section title={text.deniedOnes}>
      <Stack gap={4}>
        <BarChart caption={text.deniedPerDay} bars={bars} unit={text.deniedOnes} />
        <BarRows
          caption={text.deniedByAction}
          bars={account.deniedByAction.map(({ what, count }) => ({ label: actWords(what, language()), value: count }))}
        />
      </Stack>
    </Section>
  )
}

function Drawings({ account: { drawings } }: Of) {
  const today = useToday()
  return (
    <Section title={text.drawings}>
      {drawings.length === 0 ? (
        <p>{text.noDrawings}</p>
      ) : (
        <Table
          caption={text.drawings}
          rows={drawings}
          rowKey={({ kind, from }) => `${kind} ${from}`}
          columns={[
            { head: text.what, cell: ({ kind }) => text.drawingKinds[kind] },
            {
              head: text.period,
              cell: ({ from, to }) => `${shortDayWords(from, today)} – ${shortDayWords(to, today)}`,
            },
            { head: text.hits, cell: ({ found }) => foundWords(found) },
          ]}
        />
      )}
    </Section>
  )
}

const foundWords = (found: AccountOf['drawings'][number]['found']): string =>
  found.map(({ what, count }) => `${text.reasons[what as keyof typeof text.reasons] ?? what} ${count}`).join(' · ') ||
  text.nothingFound

function Emergencies({ account: { emergencies } }: Of) {
  return (
    <Section title={text.emergencies} note={emergencies.length || undefined}>
      {emergencies.length === 0 ? (
        <p>{text.noEmergencies}</p>
      ) : (
        <Table
          caption={text.emergencies}
          rows={emergencies}
          rowKey={({ openedAt, employeeName }) => `${openedAt} ${employeeName}`}
          columns={[
            { head: text.when, cell: ({ openedAt }) => <MomentText at={openedAt} /> },
            { head: text.who, cell: ({ employeeName }) => employeeName },
            { head: text.whom, cell: ({ citizenName }) => citizenName },
            { head: text.reason, cell: ({ reason }) => reason },
            { head: text.outcome, cell: ({ outcome }) => emergencyWords(outcome) },
          ]}
        />
      )}
    </Section>
  )
}

const emergencyWords = (outcome: string | null): string =>
  outcome ? (text.emergencyOutcomes[outcome as keyof typeof text.emergencyOutcomes] ?? outcome) : text.notReviewed

function Searches({ account: { searches } }: Of) {
  return (
    <Section title={text.searches} note={searches.length || undefined}>
      {searches.length === 0 ? (
        <p>{text.noSearches}</p>
      ) : (
        <Table
          caption={text.searches}
          rows={searches}
          rowKey={({ at, name }) => `${at} ${name}`}
          columns={[
            { head: text.when, cell: ({ at }) => <MomentText at={at} /> },
            { head: text.who, cell: ({ name }) => name },
            { head: text.words, cell: ({ words }) => words },
            { head: text.hits, cell: ({ hits }) => hits, isNumber: true },
          ]}
        />
      )}
    </Section>
  )
}
