import { useState } from 'react'
import { type Consent, citizens } from '#features/citizens/contract.ts'
import { ConsentDialog } from '#features/citizens/web/index.ts'
import type { Day } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { Button, FormDialog, Notice, Select, Stack, savedAndClose, useToday } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { journal, type NoteRow } from '../contract.ts'
import { ShareLines } from './ShareLines.tsx'
import { text } from './text.ts'

type ShareProps = { note: NoteRow; citizenId: Id; onClose: () => void }

/** What in the register lets a note of the unit be shown to another today. */
const covers = (unitId: Id, today: Day) => (consent: Consent) =>
  consent.what === 'notes' &&
  consent.unitId === unitId &&
  consent.toUnitId !== null &&
  consent.withdrawnAt === null &&
  consent.fromOn <= today &&
  (consent.toOn === null || consent.toOn >= today)

/** One note, to one unit, on a ground that stands in the register. */
export function ShareDialog({ note, citizenId, onClose }: ShareProps) {
  const [id] = useState(newId)
  const [chosen, choose] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const [isWriting, write] = useState(false)
  const today = useToday()
  const shares = useRead(journal.sharesOf, { noteId: note.id })
  const consents = useRead(citizens.consentsOf, { citizenId })
  const isSharedWith = (unitId: Id | null) => shares.data?.some(({ toUnitId }) => toUnitId === unitId)
  const grounds = (consents.data ?? []).filter(covers(note.unitId, today)).filter((one) => !isSharedWith(one.toUnitId))
  const only = grounds.length === 1 ? grounds[0]!.id : null
  const ground = grounds.find((one) => one.id === (chosen ?? only))
  const sender = useWrite(journal.shareNote, {
    onDone: savedAndClose(onClose, text.savedShare),
  })
  const save = () => {
    setTried(true)
    if (ground) void sender.run({ id, noteId: note.id, toUnitId: ground.toUnitId!, consentId: ground.id })
  }
  if (isWriting)
    return <ConsentDialog card={{ id: citizenId, unitIds: [note.unitId] }} what="notes" onClose={() => write(false)} />
  return (
    <FormDialog title={text.shareTitle} verb={text.shareVerb} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.shareHelp}</p>
      {consents.data && grounds.length === 0 ? (
        <Notice
          tone={isTried ? 'attention' : 'info'}
          actions={<Button onPress={() => write(true)}>{text.writeGround}</Button>}
        >
          <p>{text.noGround}</p>
        </Notice>
      ) : (
        <Select
          label={text.shareWith}
          choices={grounds.map((one) => ({ id: one.id, label: groundWords(one) }))}
          value={ground?.id ?? null}
          onChange={choose}
          fault={isTried && !ground ? text.shareWithFault : (sender.faultOf('toUnitId') ?? sender.faultOf('consentId'))}
        />
      )}
      {shares.data && shares.data.length > 0 && (
        <Stack gap={2}>
          <strong>{text.sharedAlready}</strong>
          <ShareLines rows={shares.data.map((share) => ({ ...share, permitted: ['end'] }))} />
        </Stack>
      )}
    </FormDialog>
  )
}

const groundWords = ({ toUnitName, basis, lawReference }: Consent): string =>
  `${toUnitName} · ${basis === 'law' ? text.onLaw(lawReference ?? '') : text.onConsent}`
