import { bilingual } from '#kernel/lang/text.ts'
import { announce, Button, Dialog, Notice, Show, Stack, ToggleChips } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { journal, type Matter, type NoteRow } from '../contract.ts'
import { text } from './text.ts'

/** Fetched with the dialog: the first page of a night carries none of it. */
const words = bilingual(
  { tied: 'Gemt', none: 'Borgeren har ingen delmål endnu.' },
  { tied: 'Saved', none: 'The citizen has no goals yet.' },
)

type TieProps = { note: NoteRow; onClose: () => void }

/** Which goals a note that stands tells something about: one tap ties it, one more lets go. Nothing of the note itself changes. */
export function TieDialog({ note, onClose }: TieProps) {
  const matters = useRead(journal.mattersOf, { citizenId: note.citizenId! })
  const offered = (all: readonly Matter[]) => all.filter(({ id, isOpen }) => isOpen || note.belongsTo.includes(id))
  return (
    <Dialog isOpen onClose={onClose} title={text.belongsTo} actions={<Button onPress={onClose}>{text.close}</Button>}>
      <Show of={matters} isEmpty={(all) => offered(all).length === 0} empty={<p>{words.none}</p>}>
        {(all) => <Goals note={note} offered={offered(all)} />}
      </Show>
    </Dialog>
  )
}

function Goals({ note, offered }: { note: NoteRow; offered: readonly Matter[] }) {
  const done = { touches: ['goals'], onDone: () => announce(words.tied) }
  const tie = useWrite(journal.tie, done)
  const untie = useWrite(journal.untie, done)
  const why = tie.problemText ?? untie.problemText
  const change = (to: readonly string[]) => {
    for (const matterId of to.filter((id) => !note.belongsTo.includes(id))) void tie.run({ noteId: note.id, matterId })
    for (const matterId of note.belongsTo.filter((id) => !to.includes(id)))
      void untie.run({ noteId: note.id, matterId })
  }
  return (
    <Stack gap={3}>
      <ToggleChips
        label={text.belongsTo}
        isMultiple
        choices={offered.map(({ id, title }) => ({ id, label: title }))}
        value={note.belongsTo}
        onChange={change}
      />
      {why !== undefined && (
        <Notice tone="attention" isUrgent>
          <p>{why}</p>
        </Notice>
      )}
    </Stack>
  )
}
