import type { ReactNode } from 'react'
import { ageOn, dayOf } from '#kernel/lang/day.ts'
import { Page, Person, Stack, shortDayWords, useToday, Warning } from '#kernel/ui/index.ts'
import type { Card } from '../contract.ts'
import { CitizenMarks } from './CitizenMarks.tsx'
import { CitizenTabs } from './CitizenTabs.tsx'
import { shortName } from './short-name.ts'
import { text } from './text.ts'
import { usePortraits } from './use-citizens.ts'

type HeaderProps = { card: Card; actions?: ReactNode; children: ReactNode }

/** The one top of every page about a citizen: who it is, what must be known first, and the sides. */
export function CitizenHeader({ card, actions, children }: HeaderProps) {
  const photo = usePortraits([card]).get(card.id)
  return (
    <Page
      title={<Person name={shortName(card)} url={photo} size={64} />}
      lead={<CitizenLead card={card} />}
      actions={actions}
    >
      <Stack gap={5}>
        <CitizenTabs citizenId={card.id} />
        {children}
      </Stack>
    </Page>
  )
}

function CitizenLead({ card }: { card: Card }) {
  return (
    <Stack gap={1}>
      <span>{useSecond(card)}</span>
      <CitizenMarks of={card} />
      {card.warnings.map(({ id, text: words, writtenAt }) => (
        <Warning key={id} since={dayOf(writtenAt)}>
          {words}
        </Warning>
      ))}
    </Stack>
  )
}

function useSecond({ bornOn, room, contactPersons, diedOn }: Card): string {
  const today = useToday()
  const years = bornOn ? ageOn(bornOn, diedOn ?? today) : undefined
  if (diedOn) return text.died(shortDayWords(diedOn, today), years)
  const names = contactPersons.map(({ name }) => name).join(', ')
  return [years !== undefined && text.age(years), room && text.room(room), names && text.contactPerson(names)]
    .filter(Boolean)
    .join(' · ')
}
