import type { Id } from '#kernel/lang/id.ts'
import { Dialog, Knot, MomentText, Show, Thread } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { journal, type NoteVersion } from '../contract.ts'
import { text } from './text.ts'

/** Every version, the newest first: nothing written is gone. */
export function VersionsDialog({ noteId, onClose }: { noteId: Id; onClose: () => void }) {
  const versions = useRead(journal.versions, { noteId })
  return (
    <Dialog isOpen onClose={onClose} title={text.versionsTitle}>
      <Show of={versions}>
        {(rows) => (
          <Thread label={text.versionsTitle}>
            {[...rows].reverse().map((row) => (
              <VersionKnot key={row.version} row={row} />
            ))}
          </Thread>
        )}
      </Show>
    </Dialog>
  )
}

const VersionKnot = ({ row }: { row: NoteVersion }) => (
  <Knot
    kind={row.important ? 'important' : 'ordinary'}
    title={text.versionOf(row.version)}
    label={
      <>
        <MomentText at={row.writtenAt} /> · {row.authorName}
      </>
    }
  >
    {row.text === '' ? text.hiddenText : row.text}
    {row.reason && `\n${text.reason}: ${row.reason}`}
  </Knot>
)
