import type { MyUnit } from '#features/org/contract.ts'
import { Row, Section, Stack, TextLink, useNow } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { training } from '../contract.ts'
import { text } from './text.ts'
import { Updates } from './Updates.tsx'
import { useWhen } from './when.ts'

/** On the unit's page: my next course, and for those who may count, how far the unit is. Nothing where nothing is to come. */
export function UnitPanel({ unit }: { unit: MyUnit }) {
  const places = useRead(training.mine, {}, { staleMs: 60_000 })
  const counts = useRead(training.coverage, {}, { staleMs: 60_000 })
  const now = useNow().getTime()
  const when = useWhen()
  const next = places.data?.find(
    ({ endsAt, state }) =>
      Date.parse(endsAt) >= now && (state === 'enrolled' || state === 'waiting' || state === 'invited'),
  )
  const covered = counts.data?.find(({ id }) => id === unit.id)
  if (!places.data?.length && !covered) return null
  const isOwn = next?.courseSort === 'start' && next.appliedAt !== null
  return (
    <Section title={text.panel}>
      <Stack gap={3}>
        <Updates />
        {next && (
          <p>
            <strong>
              {text.next}: {when(next)}
              {isOwn && `, ${text.inOwnSetUp}`}
            </strong>
          </p>
        )}
        {covered && (
          <p>
            {covered.permanentTrained !== null && text.ofPermanent(covered.permanentTrained, covered.permanent)}
            {covered.tempsTrained !== null &&
              covered.temps > 0 &&
              ` · ${text.ofTemps(covered.tempsTrained, covered.temps)}`}
          </p>
        )}
        <Row gap={3}>
          {(places.data?.length ?? 0) > 0 && <TextLink href="/kurser/mine">{text.panelMine}</TextLink>}
          {covered?.permitted.includes('names') && (
            <TextLink href={`/kurser/enhed/${unit.id}`}>{text.panelUnit}</TextLink>
          )}
        </Row>
      </Stack>
    </Section>
  )
}
