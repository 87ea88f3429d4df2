import { Section } from '#kernel/ui/index.ts'
import { NotesKept } from './NotesKept.tsx'
import { text } from './text.ts'
import { useKeptNotes } from './use-kept-notes.ts'

/** What was written here without the server, by anybody: in sight until it is in the journal. */
export function WaitingNotes() {
  const { notes } = useKeptNotes()
  if (notes.length === 0) return null
  return (
    <Section title={text.waiting} note={notes.length}>
      <NotesKept notes={notes} isNamed />
    </Section>
  )
}
