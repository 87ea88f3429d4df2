import { roleWords } from '#features/org/web/index.ts'
import { language } from '#kernel/lang/text.ts'
import { Mark, MomentText, Section, Stack, Terms } from '#kernel/ui/index.ts'
import { actWords } from '../actions.ts'
import type { Lookup, Reason } from '../contract.ts'
import { text } from './text.ts'

function whomOf({ isAboutOne, citizenName, reason }: Lookup): string | undefined {
  if (citizenName) return text.about(citizenName)
  if (isAboutOne) return text.about(text.unknownCitizen)
  return reason === 'many' ? text.about(text.severalCitizens) : undefined
}

const relationOf = ({ relation, isAboutOne }: Lookup): string | undefined => {
  if (!isAboutOne) return undefined
  return relation ? (text.relations[relation as keyof typeof text.relations] ?? relation) : text.noRelation
}

const purposeOf = ({ purpose }: Lookup): string | undefined =>
  ({ print: text.forPrint, export: text.forExport })[purpose ?? '']

/** Who did what, about whom, in a sentence; what else is known, word by word. */
export function LookupFacts({ lookup }: { lookup: Lookup }) {
  const extent = lookup.reason === 'many' ? text.citizensOf(lookup.entries) : text.entriesOf(lookup.entries)
  return (
    <Section title={lookup.actorName}>
      <Stack gap={3}>
        <p>
          {[actWords(lookup.action, language()), whomOf(lookup)].filter(Boolean).join(' ')}{' '}
          {lookup.outcome === 'denied' && <Mark tone="attention">{text.wasDenied}</Mark>}
        </p>
        <Terms
          items={[
            { term: text.when, value: <MomentText at={lookup.at} /> },
            { term: text.where, value: lookup.unitName },
            { term: text.role, value: lookup.roles.map(roleWords).join(', ') },
            { term: text.relation, value: relationOf(lookup) },
            { term: text.thatDay, value: lookup.isAboutOne ? text.sameDay(lookup.sameDay, lookup.wroteSameDay) : null },
            { term: text.searchedFor, value: lookup.words },
            { term: text.entries, value: lookup.entries > 1 || !lookup.isAboutOne ? extent : null },
            { term: text.purpose, value: purposeOf(lookup) },
            { term: text.device, value: lookup.device },
          ]}
        />
      </Stack>
    </Section>
  )
}

/** Why this one, in the margin: a rule, not an accusation. */
export const WhyAsked = ({ reason }: { reason: Reason }) => (
  <Section title={text.why}>
    <Stack gap={2}>
      <strong>{text.reasons[reason]}</strong>
      <p>{text.reasonsLong[reason]}</p>
    </Stack>
  </Section>
)
