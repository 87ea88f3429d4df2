import type { ReactNode } from 'react'
import { useWithout } from '#features/org/web/index.ts'
import { ageOn, dayOf } from '#kernel/lang/day.ts'
import { Mark, Page, Person, Stack, shortDayWords, TabLinks, useToday, Warning } from '#kernel/ui/index.ts'
import { useAddress } from '#kernel/web/index.ts'
import type { Card } from '../contract.ts'
import { shortName, usePhotos } from './people.ts'
import { text } from './text.ts'

type HeaderProps = { card: Card; actions?: ReactNode; children: ReactNode }

/** A page about one person: who it is, what must be known first, and the sides there are. */
export function CitizenHeader({ card, actions, children }: HeaderProps) {
  const photoOf = usePhotos([card])
  return (
    <Page
      title={<Person name={shortName(card)} url={photoOf(card.id)} size={64} />}
      lead={<Lead card={card} />}
      actions={actions}
    >
      <Stack gap={4}>
        <Sides citizenId={card.id} />
        {children}
      </Stack>
    </Page>
  )
}

function Lead({ card }: { card: Card }) {
  return (
    <Stack gap={1}>
      <span>{useSecond(card)}</span>
      <Protected card={card} />
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
  const age = bornOn && !diedOn ? text.age(ageOn(bornOn, today)) : undefined
  const contacts = [...new Set(contactPersons.map(({ name }) => name))].join(', ')
  const died = diedOn && text.diedOn(shortDayWords(diedOn, today))
  return [died, age, room && text.room(room), contacts && text.contactPerson(contacts)].filter(Boolean).join(' · ')
}

function Protected({ card }: { card: Card }) {
  const today = useToday()
  const until = card.protectedUntil ? text.protectedUntilDay(shortDayWords(card.protectedUntil, today)) : undefined
  return (
    <>
      {card.identityProtected && <Mark tone="violet">{until ?? text.identityProtected}</Mark>}
      {card.hiddenStay && <Mark tone="violet">{text.hiddenStay}</Mark>}
    </>
  )
}

function Sides({ citizenId }: { citizenId: string }) {
  const { pathname } = useAddress()
  const without = useWithout()
  const at = `/borger/${citizenId}`
  const items = [
    { href: at, label: text.sideThread },
    ...(without.includes('goals') ? [] : [{ href: `${at}/plan`, label: text.sidePlan }]),
    { href: `${at}/skemaer`, label: text.sideForms },
    { href: `${at}/kort`, label: text.sideCard },
    { href: `${at}/ophold`, label: text.sideStays },
  ]
  return (
    <TabLinks
      label={text.sides}
      items={items.map((item) => ({
        ...item,
        isCurrent: pathname === item.href || (item.href !== at && pathname.startsWith(`${item.href}/`)),
      }))}
    />
  )
}
