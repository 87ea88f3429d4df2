import { useState } from 'react'
import { addDays } from '#kernel/lang/day.ts'
import { Page, Section, Stack, Tabs, ToggleChips, useToday } from '#kernel/ui/index.ts'
import { Account } from './Account.tsx'
import { Chains } from './Chains.tsx'
import { Inquiry } from './Inquiry.tsx'
import type { Period } from './period.ts'
import { Samples } from './Samples.tsx'
import { text } from './text.ts'

const days = { week: 6, month: 29, year: 364 } as const
type Span = keyof typeof days

/** For the data protection officer: what follows from the log. */
export function LogPage() {
  const today = useToday()
  const [span, setSpan] = useState<Span>('month')
  const period = { from: addDays(today, -days[span]), to: today }
  const inPeriod = (
    <ToggleChips
      label={text.period}
      choices={(Object.keys(days) as Span[]).map((id) => ({ id, label: text.periods[id] }))}
      value={[span]}
      onChange={([chosen]) => chosen && setSpan(chosen)}
    />
  )
  return (
    <Page title={text.log} lead={text.logLead}>
      <Stack gap={5}>
        {inPeriod}
        <Tabs
          label={text.log}
          items={[
            { id: 'overview', label: text.overview, content: <Account period={period} /> },
            { id: 'samples', label: text.samples, content: <Samples period={period} /> },
            { id: 'inquire', label: text.whoLooked, content: <Inquire period={period} /> },
            { id: 'chains', label: text.chains, content: <Chains period={period} /> },
          ]}
        />
      </Stack>
    </Page>
  )
}

const Inquire = ({ period }: { period: Period }) => (
  <Section title={text.inquire}>
    <Inquiry period={period} />
  </Section>
)
