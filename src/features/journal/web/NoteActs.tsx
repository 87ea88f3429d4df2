import { useState } from 'react'
import { Button, momentWords, Row, useNow } from '#kernel/ui/index.ts'
import type { NoteRow } from '../contract.ts'
import { CorrectDialog } from './CorrectDialog.tsx'
import { text } from './text.ts'
import { VersionsDialog } from './VersionsDialog.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

type Act = 'correct' | 'withdraw' | 'versions'

/** What may be done with a note: offered only where the row says so. */
export function NoteActs({ note, name }: { note: NoteRow; name?: string | undefined }) {
  const [act, setAct] = useState<Act>()
  const now = useNow()
  const close = () => setAct(undefined)
  return (
    <Row gap={2}>
      {note.version > 1 && (
        <Button kind="plain" onPress={() => setAct('versions')}>
          {text.correctedAt(note.correctedAt ? momentWords(note.correctedAt, now) : '')}
        </Button>
      )}
      {note.permitted.includes('correct') && (
        <Button kind="plain" onPress={() => setAct('correct')} aria-label={text.actOn(text.correct, name)}>
          {text.correct}
        </Button>
      )}
      {note.permitted.includes('withdraw') && (
        <Button kind="plain" onPress={() => setAct('withdraw')} aria-label={text.actOn(text.withdraw, name)}>
          {text.withdraw}
        </Button>
      )}
      {act === 'correct' && <CorrectDialog note={note} onClose={close} />}
      {act === 'withdraw' && <WithdrawDialog note={note} onClose={close} />}
      {act === 'versions' && <VersionsDialog noteId={note.id} onClose={close} />}
    </Row>
  )
}
