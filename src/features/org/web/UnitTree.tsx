import { Disclosure, Mark, Stack, shortDayWords, TextLink, useToday } from '#kernel/ui/index.ts'
import type { UnitInTree } from '../contract.ts'
import { words } from './administration-text.ts'
import styles from './UnitTree.module.css'

/** Each under the one it belongs to; the closed ones behind a word. */
export function UnitTree({ units }: { units: readonly UnitInTree[] }) {
  const today = useToday()
  const isClosed = ({ closedOn }: UnitInTree) => closedOn !== null && closedOn <= today
  const open = units.filter((unit) => !isClosed(unit))
  const closed = units.filter(isClosed)
  const known = new Set(open.map(({ id }) => id))
  const tops = open.filter(({ parentId }) => parentId === null || !known.has(parentId))
  return (
    <Stack gap={4}>
      <Branches of={tops} all={open} />
      {closed.length > 0 && (
        <Disclosure title={words.showClosed(closed.length)}>
          <ul className={styles.tree}>
            {closed.map((unit) => (
              <li key={unit.id}>
                <Line unit={unit} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Stack>
  )
}

function Branches({ of, all }: { of: readonly UnitInTree[]; all: readonly UnitInTree[] }) {
  return (
    <ul className={styles.tree}>
      {of.map((unit) => {
        const below = all.filter(({ parentId }) => parentId === unit.id)
        return (
          <li key={unit.id}>
            <Line unit={unit} />
            {below.length > 0 && <Branches of={below} all={all} />}
          </li>
        )
      })}
    </ul>
  )
}

function Line({ unit: { id, name, people, closedOn, permitted } }: { unit: UnitInTree }) {
  const today = useToday()
  return (
    <span className={styles.line}>
      {permitted.length > 0 ? <TextLink href={`/administration/enhed/${id}`}>{name}</TextLink> : <span>{name}</span>}
      {people > 0 && <span className={styles.count}>{words.people(people)}</span>}
      {closedOn && (
        <Mark>
          {closedOn <= today
            ? words.closedSince(shortDayWords(closedOn, today))
            : words.closes(shortDayWords(closedOn, today))}
        </Mark>
      )}
    </span>
  )
}
