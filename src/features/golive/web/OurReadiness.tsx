import type { MyUnit } from '#features/org/contract.ts'
import { Lines, Mark, Section, Stack, shortDayWords, TextLink, useToday } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { golive } from '../contract.ts'
import { isInOrder } from '../rules.ts'
import { checksOf } from '../standing.ts'
import { Taps } from './PulsePage.tsx'
import { TellButton } from './TellButton.tsx'
import { text } from './text.ts'

const AT_ONCE = 3

/** On the unit's page: what is missing before its day, the pulse when it is open, and where to write what happened. */
export function OurReadiness({ unit }: { unit: MyUnit }) {
  const today = useToday()
  const places = useRead(golive.readiness, {}, { staleMs: 60_000 })
  const place = places.data?.find(({ units }) => units.some(({ id }) => id === unit.id))
  const own = place?.units.find(({ id }) => id === unit.id)
  const pulses = useRead(golive.pulses, {}, { staleMs: 60_000 })
  const pulse = pulses.data?.find(({ isOpen, hasAnswered }) => isOpen && !hasAnswered)
  const open = place && own ? checksOf(place.items, own, today).filter(({ result }) => !isInOrder(result)) : []
  if (!own && !pulse) return null
  return (
    <Stack gap={5}>
      {own && own.goLiveOn > today && (
        <Section
          title={text.lacks(open.length, shortDayWords(own.goLiveOn, today))}
          actions={<TextLink href="/klar">{text.checks}</TextLink>}
        >
          <Lines label={text.checks}>
            {open.slice(0, AT_ONCE).map(({ item, result }) => (
              <li key={item.id}>
                {item.title} <Mark tone="attention">{text.status[result.status]}</Mark>
              </li>
            ))}
          </Lines>
        </Section>
      )}
      {pulse && (
        <Section title={text.tabs.pulse} note={text.pulseLead}>
          <Taps pulse={pulse} />
        </Section>
      )}
      {own && own.goLiveOn <= today && (
        <div>
          <TellButton />
        </div>
      )}
    </Stack>
  )
}
