import { type Card, citizens } from '#features/citizens/contract.ts'
import { ageOn, dayOf } from '#kernel/lang/day.ts'
import { Person, Stack, TabLinks, useToday, Warning } from '#kernel/ui/index.ts'
import { useAddress, useRead } from '#kernel/web/index.ts'
import { shortName } from './people.ts'
import { text } from './text.ts'

/** Who it is: face and name. */
export function CitizenTop({ card }: { card: Card }) {
  const portrait = useRead(citizens.portraits, { citizenIds: [card.id] }, { enabled: card.hasPhoto })
  return <Person name={shortName(card)} url={portrait.data?.[0]?.photo} size={64} />
}

/** Age, room, contact person, and what must be known before anything is done. */
export function CitizenLead({ card }: { card: Card }) {
  return (
    <Stack gap={1}>
      <span>{useSecond(card)}</span>
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
  const age = bornOn ? text.age(ageOn(bornOn, today)) : undefined
  const contacts = contactPersons.map(({ name }) => name).join(', ')
  return [age, room && text.room(room), contacts && text.contactPerson(contacts), diedOn && text.dead]
    .filter(Boolean)
    .join(' · ')
}

export function CitizenSides({ citizenId }: { citizenId: string }) {
  const { pathname } = useAddress()
  const at = `/borger/${citizenId}`
  const items = [
    { href: at, label: text.sideThread },
    { href: `${at}/kort`, label: text.sideCard },
    { href: `${at}/ophold`, label: text.sideStays },
  ]
  return <TabLinks label={text.sides} items={items.map((item) => ({ ...item, isCurrent: item.href === pathname }))} />
}
