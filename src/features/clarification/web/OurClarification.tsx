import type { MyUnit } from '#features/org/contract.ts'
import { bringsIntoUse } from '#features/org/roles.ts'
import { Row, Section, Stack, Terms, TextLink } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { clarification } from '../contract.ts'
import { text } from './text.ts'
import { unitHref } from './UnitSides.tsx'

/** On the unit's page: who the contact is, how it will be, and for those who answer the way there. Nothing where nobody is named and nothing approved. */
export function OurClarification({ unit }: { unit: MyUnit }) {
  const contacts = useRead(clarification.contacts, {}, { staleMs: 60_000 })
  const summary = useRead(clarification.plainSummary, { unitId: unit.id }, { staleMs: 60_000 })
  const contact = contacts.data?.find(({ unitId }) => unitId === unit.id)
  const answers = bringsIntoUse(unit.roles)
  const isApproved = (summary.data?.sentences.length ?? 0) > 0
  if (!contact || (!contact.employeeId && !answers && !isApproved)) return null
  const standsIn = contact.employeeId && contact.actingId !== contact.employeeId
  const acting = standsIn ? ` · ${contact.actingName ? text.panel.acting(contact.actingName) : text.panel.nobody}` : ''
  return (
    <Section title={text.panel.title}>
      <Stack gap={3}>
        <Terms
          items={[{ term: text.panel.contact, value: `${contact.employeeName ?? text.panel.noContact}${acting}` }]}
        />
        <Row gap={4}>
          {answers && <TextLink href={unitHref(unit.id, '/saadan-er-vi')}>{text.panel.map}</TextLink>}
          {answers && <TextLink href={unitHref(unit.id, '/spoergsmaal')}>{text.panel.questions}</TextLink>}
          {answers && <TextLink href={unitHref(unit.id)}>{text.panel.approval}</TextLink>}
          {isApproved && <TextLink href={unitHref(unit.id, '/saadan-bliver-det')}>{text.plain.panel}</TextLink>}
        </Row>
      </Stack>
    </Section>
  )
}
