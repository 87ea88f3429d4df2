import { useState } from 'react'
import { Notice, Person } from '#kernel/ui/index.ts'
import type { PinPerson } from '../contract.ts'
import styles from './PinDoor.module.css'
import { PinPad } from './PinPad.tsx'
import { text } from './text.ts'

type Props = {
  people: readonly PinPerson[]
  /** Who is most likely to come back. */
  first?: string
  onLong: () => void
  onIn: () => void
}

/** One's name, then one's PIN. Those who have one stand first: in a large house the others are many. */
export function PinDoor({ people, first, onLong, onIn }: Props) {
  const [picked, pick] = useState(() => people.find(({ id, hasPin }) => id === first && hasPin))
  if (picked) return <PinPad person={picked} onBack={() => pick(undefined)} onLong={onLong} onIn={onIn} />
  if (people.length === 0)
    return (
      <Notice tone="neutral">
        <p>{text.nobodyWorksHere}</p>
      </Notice>
    )
  return (
    <ul className={styles.people}>
      {people
        .toSorted((a, b) => Number(b.hasPin) - Number(a.hasPin))
        .map((person) => (
          <li key={person.id}>
            <button type="button" className={styles.pick} onClick={() => (person.hasPin ? pick(person) : onLong())}>
              <Person name={person.name} second={person.hasPin ? person.profession : text.noPin} />
            </button>
          </li>
        ))}
    </ul>
  )
}
