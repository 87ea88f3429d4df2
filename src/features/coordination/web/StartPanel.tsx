import { capture } from '#features/capture/contract.ts'
import { requirements } from '#features/requirements/contract.ts'
import { Coverage } from '#features/requirements/web/index.ts'
import { thread } from '#features/thread/contract.ts'
import { ruleWordsOf } from '#features/thread/web/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { BarRows, Mark, Section, Show, Stack, useToday } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { coordination } from '../contract.ts'
import { Ahead } from './Ahead.tsx'
import { Hours } from './Hours.tsx'
import { InTurn } from './InTurn.tsx'
import { text } from './text.ts'
import { groupsOf, linesOf, looseHref } from './to-do.ts'

/** Where a project coordinator begins; nothing for everybody else. */
export function StartPanel() {
  const places = useRead(coordination.places, {}, { staleMs: 60_000 })
  return places.data?.length ? <Start places={places.data} /> : null
}

function Start({ places }: { places: readonly { id: Id; name: string }[] }) {
  const today = useToday()
  const loose = useRead(thread.loose, {})
  const ahead = useRead(thread.ahead, {})
  const groups = groupsOf(loose.data ?? [])
  return (
    <Stack gap={6}>
      <Show of={loose} isEmpty={() => false} lines={4}>
        {() => <InTurn lines={linesOf(groups, ahead.data ?? [], today)} />}
      </Show>
      <Section title={text.loose(loose.data?.length ?? 0)}>
        {groups.length === 0 ? (
          <Mark tone="ok">{text.looseNone}</Mark>
        ) : (
          <BarRows
            caption={text.looseCaption}
            bars={groups.map(({ rule, count }) => ({ label: ruleWordsOf(rule), value: count, href: looseHref(rule) }))}
          />
        )}
      </Section>
      <Slips />
      <OpenHearings />
      <Ahead items={ahead.data ?? []} />
      <Hours places={places} />
    </Stack>
  )
}

/** Days with slips that nobody has answered, most first. */
function Slips() {
  const days = useRead(capture.events, {})
  const waiting = (days.data?.days ?? []).filter(({ unplaced }) => unplaced > 0)
  const bars = waiting
    .map(({ id, label, title, unplaced }) => ({
      label: `${label} ${title}`,
      value: unplaced,
      href: `/dage/${id}/bord`,
    }))
    .sort((a, b) => b.value - a.value)
  return (
    <Section title={text.slips(waiting.reduce((sum, { unplaced }) => sum + unplaced, 0))}>
      {bars.length === 0 ? (
        <Mark tone="ok">{text.slipsNone}</Mark>
      ) : (
        <BarRows caption={text.slipsCaption} bars={bars} />
      )}
    </Section>
  )
}

/** Who has been heard, in each hearing that is open. */
function OpenHearings() {
  const specs = useRead(requirements.specs, {})
  const open = (specs.data ?? []).filter(({ hearingId }) => hearingId !== null)
  return open.map(({ id, title, hearingId }) => (
    <Section key={id} title={text.hearing} note={title}>
      <HearingCoverage hearingId={hearingId!} />
    </Section>
  ))
}

function HearingCoverage({ hearingId }: { hearingId: Id }) {
  const coverage = useRead(requirements.coverage, { hearingId })
  return <Show of={coverage}>{(units) => <Coverage units={units} />}</Show>
}
