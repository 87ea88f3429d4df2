import { useState } from 'react'
import { Checkbox, Dialog, Menu, Row, Show } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { capture, type EventDetail, type Slip } from '../../contract.ts'
import { text } from '../text.ts'
import { AsideDialog } from './AsideDialog.tsx'
import { CorrectDialog } from './CorrectDialog.tsx'
import { HideDialog } from './HideDialog.tsx'
import styles from './SlipLine.module.css'

type Props = { slip: Slip; day: EventDetail; isChosen: boolean; onChoose: () => void }
type Open = 'aside' | 'hide' | 'correct' | 'photo' | undefined

/** What the slip says, or why it says nothing. */
export const wordsOf = (slip: Slip): string =>
  slip.withdrawn
    ? text.withdrawnSlip
    : slip.hiddenBecause
      ? text.hiddenSlip(slip.hiddenBecause)
      : (slip.text ?? text.photoSlip)

/** One slip on the table: its words, where it comes from, and the seldom verbs behind one. */
export function SlipLine({ slip, day, isChosen, onChoose }: Props) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const unhider = useWrite(capture.hide)
  const own = useWrite(capture.sameAs)
  const acts = [
    ...(slip.photoId && !slip.hiddenBecause
      ? [{ id: 'photo', label: text.showPhoto, onAct: () => setOpen('photo') }]
      : []),
    {
      id: 'correct',
      label: slip.text || !slip.photoId ? text.correct : text.transcribe,
      onAct: () => setOpen('correct'),
    },
    ...(slip.needId ? [] : [{ id: 'aside', label: text.setAside, onAct: () => setOpen('aside') }]),
    slip.hiddenBecause
      ? {
          id: 'unhide',
          label: text.unhide,
          onAct: () => void unhider.run({ id: slip.id, version: slip.version, because: null }),
        }
      : { id: 'hide', label: text.hide, onAct: () => setOpen('hide') },
    ...(slip.duplicateOfId
      ? [
          {
            id: 'own',
            label: text.ownAgain,
            onAct: () => void own.run({ id: slip.id, version: slip.version, ofId: null }),
          },
        ]
      : []),
  ]
  return (
    <li className={styles.line} data-slip={slip.id}>
      <Checkbox label={wordsOf(slip)} value={isChosen} onChange={onChoose} />
      <div className={styles.acts}>
        <Row gap={3} apart>
          <span className={styles.about}>{aboutOf(slip)}</span>
          <Menu label={slip.label} items={acts} />
        </Row>
      </div>
      {open === 'aside' && <AsideDialog slip={slip} onClose={close} />}
      {open === 'hide' && <HideDialog slip={slip} onClose={close} />}
      {open === 'correct' && <CorrectDialog slip={slip} day={day} onClose={close} />}
      {open === 'photo' && <PhotoDialog slip={slip} onClose={close} />}
    </li>
  )
}

const aboutOf = (slip: Slip): string =>
  [
    text.kinds[slip.kind],
    [slip.authorRole, slip.unitName].filter(Boolean).join(', '),
    slip.source === 'phone' ? '' : text.sources[slip.source],
    slip.needLabel && text.inNeed(slip.needLabel),
    slip.duplicateOfId && text.countedElsewhere,
    slip.state !== 'new' && slip.state !== 'read' && text.slipStates[slip.state],
    slip.dots ? text.dotsOf(slip.dots) : '',
  ]
    .filter(Boolean)
    .join(' · ')

export function PhotoDialog({ slip, onClose }: { slip: Slip; onClose: () => void }) {
  const photo = useRead(capture.photo, { id: slip.id })
  return (
    <Dialog isOpen onClose={onClose} title={slip.label}>
      <Show of={photo}>
        {({ photo: address }) => <img className={styles.picture} src={address} alt={text.photo} />}
      </Show>
    </Dialog>
  )
}
