import { lazy, Suspense, useState } from 'react'
import { Button, Hidden, Menu, momentWords, patiently, Row, useNow } from '#kernel/ui/index.ts'
import type { NoteRow } from '../contract.ts'
import { CorrectDialog } from './CorrectDialog.tsx'
import { ShareDialog } from './ShareDialog.tsx'
import { text } from './text.ts'
import { VersionsDialog } from './VersionsDialog.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

const TieDialog = lazy(async () => ({ default: (await patiently(() => import('./TieDialog.tsx'))).TieDialog }))

const acts = ['correct', 'tie', 'share', 'withdraw'] as const
type Act = (typeof acts)[number] | 'versions'

/** What may be done with a note: offered only where the row says so. */
export function NoteActs({ note, name }: { note: NoteRow; name?: string | undefined }) {
  const [act, setAct] = useState<Act>()
  const now = useNow()
  const close = () => setAct(undefined)
  const offered = acts
    .filter((one) => note.permitted.includes(one))
    .map((id) => ({ id, label: id === 'tie' ? text.belongsTo : text[id], onAct: () => setAct(id) }))
  return (
    <Row gap={2}>
      {note.version > 1 && (
        <Button kind="plain" onPress={() => setAct('versions')}>
          {text.correctedAt(note.correctedAt ? momentWords(note.correctedAt, now) : '')}
        </Button>
      )}
      {offered.length > 0 && <Menu label={<MenuWords name={name} />} items={offered} />}
      {act === 'correct' && <CorrectDialog note={note} onClose={close} />}
      {act === 'share' && note.citizenId && <ShareDialog note={note} citizenId={note.citizenId} onClose={close} />}
      {act === 'withdraw' && <WithdrawDialog note={note} onClose={close} />}
      <Suspense>{act === 'tie' && <TieDialog note={note} onClose={close} />}</Suspense>
      {act === 'versions' && <VersionsDialog noteId={note.id} onClose={close} />}
    </Row>
  )
}

const MenuWords = ({ name }: { name: string | undefined }) => (
  <>
    {text.acts}
    <Hidden> {text.actsOn(name)}</Hidden>
  </>
)
