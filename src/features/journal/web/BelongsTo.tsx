import type { Id } from '#kernel/lang/id.ts'
import { Mark, Row, Stack, ToggleChips } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { journal, MAX_MATTERS, type Matter, type NoteRow } from '../contract.ts'
import { belongingOf, isEvent } from './composition.ts'
import type { People } from './people.ts'
import { text } from './text.ts'
import type { Composing } from './use-composer.ts'

/** Long enough that one who writes about several people in a row does not ask for the same goals again. */
const STALE_MS = 60_000

type BelongsProps = { composing: Composing; people: People }

/** One tap says which goal the note tells something about. Silent where the citizen has none. */
export const BelongsTo = ({ composing, people }: BelongsProps) =>
  composing.composition.about.map((citizenId) => (
    <OfCitizen
      key={citizenId}
      composing={composing}
      citizenId={citizenId}
      label={isEvent(composing.composition) ? text.belongsToOf(people.nameOf(citizenId)) : text.belongsTo}
    />
  ))

function OfCitizen({ composing, citizenId, label }: { composing: Composing; citizenId: Id; label: string }) {
  const { composition, change } = composing
  const { data = [] } = useRead(journal.mattersOf, { citizenId }, { staleMs: STALE_MS })
  const chosen = belongingOf(composition, citizenId)
  const offered = data.filter(({ id, isOpen }) => isOpen || chosen.includes(id))
  if (offered.length === 0) return null
  return (
    <Stack gap={1}>
      <span>{label}</span>
      <ToggleChips
        label={label}
        isMultiple
        choices={offered.map(({ id, title }) => ({ id, label: title }))}
        value={chosen}
        onChange={(to) =>
          change((before) => ({ ...before, belongsTo: { ...before.belongsTo, [citizenId]: to.slice(0, MAX_MATTERS) } }))
        }
      />
    </Stack>
  )
}

/** On a note: the goals it belongs to, as far as their names are known here. */
export function GoalChips({ note, matters }: { note: NoteRow; matters: readonly Matter[] }) {
  const named = matters.filter(({ id }) => note.belongsTo.includes(id))
  if (named.length === 0) return null
  return (
    <Row gap={2}>
      {named.map(({ id, title }) => (
        <Mark key={id} tone="info">
          {title}
        </Mark>
      ))}
    </Row>
  )
}
