import { Button, Knot, MomentText, Thread } from '#kernel/ui/index.ts'
import type { Waiting } from './opened.ts'
import { text } from './text.ts'

type Props = { notes: readonly Waiting[]; isNamed?: boolean; onDiscard?: (note: Waiting) => void }

/** Written, and not yet in the journal; with the refusal's sentence where there was one. */
export const NotesKept = ({ notes, isNamed = false, onDiscard }: Props) => (
  <Thread label={text.waiting}>
    {notes.map((note) => (
      <Knot
        key={note.id}
        kind="open"
        word={note.state === 'refused' ? text.refused : text.waits}
        title={note.words.citizenName}
        label={
          <>
            <MomentText at={note.at} />
            {isNamed && ` · ${note.authorName}`}
          </>
        }
        actions={
          note.state === 'refused' && onDiscard && <Button onPress={() => onDiscard(note)}>{text.discard}</Button>
        }
      >
        <p>{note.words.text}</p>
        {note.words.why && <p>{note.words.why}</p>}
      </Knot>
    ))}
  </Thread>
)
