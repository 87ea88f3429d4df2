import type { Card } from '#features/citizens/contract.ts'
import { MomentText, Stack, TextLink } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { journal, type SharedNote } from '../contract.ts'

import { ShareLines } from './ShareLines.tsx'
import { text } from './text.ts'
import { NOTE_WORD } from './use-arrive-at-note.ts'

/** On the card, beneath what may be shared: the single notes that are. Silent when there is none. */
export function SharedNotes({ card }: { card: Pick<Card, 'id'> }) {
  const shares = useRead(journal.sharesAbout, { citizenId: card.id })
  if (!shares.data || shares.data.length === 0) return null
  return (
    <Stack gap={2}>
      <h3>{text.sharedNotes}</h3>
      <ShareLines rows={shares.data} head={(row) => <Which citizenId={card.id} row={row} />} />
    </Stack>
  )
}

const Which = ({ citizenId, row }: { citizenId: string; row: SharedNote }) => (
  <>
    <TextLink href={`/borger/${citizenId}?${NOTE_WORD}=${row.noteId}`}>
      {text.noteFrom} <MomentText at={row.happenedAt} />
    </TextLink>{' '}
    {text.fromTo(row.unitName, row.toUnitName)}
  </>
)
