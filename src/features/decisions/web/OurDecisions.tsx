import type { MyUnit } from '#features/org/contract.ts'
import { DayText, Lines, Section, TextLink } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { decisions } from '../contract.ts'
import { nameOfDecision } from '../rules.ts'
import { text } from './text.ts'

const LATEST = 5

/** On the unit's page: the latest decisions that concern it, in plain words. Nothing where there are none. */
export function OurDecisions({ unit }: { unit: MyUnit }) {
  const log = useRead(decisions.log, { unitId: unit.id }, { staleMs: 60_000 })
  const standing = (log.data ?? []).filter(({ state }) => state === 'in-force' || state === 'under-review')
  if (standing.length === 0) return null
  return (
    <Section title={text.ours} actions={<TextLink href={`/beslutninger?enhed=${unit.id}`}>{text.seeAll}</TextLink>}>
      <Lines label={text.ours}>
        {standing.slice(0, LATEST).map(({ id, number, title, why, decidedOn }) => (
          <li key={id}>
            <p>
              <strong>{title}</strong>
            </p>
            <p>{why}</p>
            <p>
              {nameOfDecision(number)} · {decidedOn && <DayText day={decidedOn} />}
            </p>
          </li>
        ))}
      </Lines>
    </Section>
  )
}
