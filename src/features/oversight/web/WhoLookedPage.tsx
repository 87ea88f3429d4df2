import { useState } from 'react'
import { citizens } from '#features/citizens/contract.ts'
import { CitizenHeader } from '#features/citizens/web/index.ts'
import { addDays } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Columns, Section, Show, Stack, ToggleChips, useToday } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { oversight } from '../contract.ts'
import { Looks } from './Looks.tsx'
import { text } from './text.ts'

const days = { week: 6, month: 29, year: 364 } as const
type Period = keyof typeof days
const periods = Object.keys(days) as Period[]

/** Who has seen or changed something about the citizen, day by day. */
export function WhoLookedPage({ citizenId }: { citizenId: Id }) {
  const card = useRead(citizens.card, { citizenId })
  return (
    <Show of={card} lines={8} isEmpty={() => false}>
      {(known) => (
        <CitizenHeader card={known}>
          <Columns>
            <Section title={text.whoLooked}>
              <Stack gap={4}>
                <p>{text.whoLookedLead}</p>
                <OfPeriod citizenId={citizenId} />
              </Stack>
            </Section>
          </Columns>
        </CitizenHeader>
      )}
    </Show>
  )
}

function OfPeriod({ citizenId }: { citizenId: Id }) {
  const today = useToday()
  const [period, setPeriod] = useState<Period>('month')
  const from = addDays(today, -days[period])
  const looks = useRead(oversight.whoLooked, { citizenId, from, to: today }, { keepFormer: true })
  return (
    <Stack gap={4}>
      <ToggleChips
        label={text.period}
        choices={periods.map((id) => ({ id, label: text.periods[id] }))}
        value={[period]}
        onChange={([chosen]) => chosen && setPeriod(chosen)}
      />
      <Show of={looks} empty={text.nobodyLooked} lines={8}>
        {(rows) => <Looks looks={rows} />}
      </Show>
    </Stack>
  )
}
