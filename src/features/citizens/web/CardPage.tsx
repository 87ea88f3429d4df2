import type { Id } from '#kernel/lang/id.ts'
import { Columns, Section, Show, Stack } from '#kernel/ui/index.ts'
import { Panels, useRead } from '#kernel/web/index.ts'
import { type Card, citizens } from '../contract.ts'
import { CardActs } from './CardActs.tsx'
import { CardFacts } from './CardFacts.tsx'
import { CitizenHeader } from './CitizenHeader.tsx'
import { ContactPersons } from './ContactPersons.tsx'
import { Contacts } from './Contacts.tsx'
import { Sharing } from './Sharing.tsx'
import { text } from './text.ts'
import { Warnings } from './Warnings.tsx'

/** What stands on the citizen's card; the citizen's own words first. */
export function CardPage({ citizenId }: { citizenId: Id }) {
  const card = useRead(citizens.card, { citizenId })
  return (
    <Show of={card} lines={8} isEmpty={() => false}>
      {(known) => (
        <CitizenHeader card={known} actions={<CardActs card={known} />}>
          <Columns>
            <Stack gap={6}>
              <About card={known} />
              <Warnings card={known} />
              <Contacts card={known} />
              <ContactPersons card={known} />
              <CardFacts card={known} />
              <Sharing card={known} />
              <Panels slot="card.main" card={known} />
            </Stack>
          </Columns>
        </CitizenHeader>
      )}
    </Show>
  )
}

function About({ card: { about } }: { card: Card }) {
  const paragraphs = (about ?? '').split(/\n+/).filter((line) => line.trim() !== '')
  return (
    <Section title={text.aboutTitle}>
      {paragraphs.length === 0 && <p>{text.aboutEmpty}</p>}
      {paragraphs.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Section>
  )
}
