import { useState } from 'react'
import { FaultText, FormDialog, Menu, type MenuAct, savedAndClose, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { nameOfNumber } from '../content.ts'
import { type Requirement, requirements } from '../contract.ts'
import { BehindDialog } from './BehindDialog.tsx'
import { FactsDialog } from './FactsDialog.tsx'
import { HistoryDialog } from './HistoryDialog.tsx'
import { text } from './text.ts'
import { type MoveRequirement, useMoveRequirement } from './use-move-requirement.ts'
import type { Whole } from './use-set.ts'

type ActsProps = { requirement: Requirement; whole: Whole }
type Open = 'facts' | 'behind' | 'history' | 'drop'

/** The seldom deeds of a requirement. */
export function TaskActs({ requirement, whole }: ActsProps) {
  const [open, setOpen] = useState<Open>()
  const takeUp = useWrite(requirements.takeUp)
  const { id, version } = requirement
  const close = () => setOpen(undefined)
  const move = useMoveRequirement(requirement, whole)
  const items = actsOn(requirement, whole, setOpen, () => void takeUp.run({ id, version }))
  return (
    <>
      <Menu label={text.acts} items={[...items, ...placesOf(move, requirement, whole)]} />
      {move.problemText && <FaultText>{move.problemText}</FaultText>}
      {open === 'facts' && <FactsDialog requirement={requirement} whole={whole} onClose={close} />}
      {open === 'behind' && <BehindDialog requirement={requirement} whole={whole} onClose={close} />}
      {open === 'history' && <HistoryDialog requirement={requirement} onClose={close} />}
      {open === 'drop' && <DropDialog requirement={requirement} onClose={close} />}
    </>
  )
}

function actsOn({ state }: Requirement, whole: Whole, open: (what: Open) => void, takeUp: () => void): MenuAct[] {
  const isLive = state !== 'dropped'
  const mayEdit = whole.permitted.includes('edit') && isLive
  return [
    ...(mayEdit && state === 'proposed' ? [{ id: 'take-up', label: text.takeUp, onAct: takeUp }] : []),
    ...(mayEdit ? [{ id: 'facts', label: text.facts, onAct: () => open('facts') }] : []),
    { id: 'behind', label: text.behind, onAct: () => open('behind') },
    { id: 'history', label: text.history, onAct: () => open('history') },
    ...(mayEdit ? [{ id: 'drop', label: text.drop, onAct: () => open('drop') }] : []),
  ]
}

/** Its place in its area; a requirement that is dropped keeps the one it had. */
function placesOf({ up, down }: MoveRequirement, { state }: Requirement, whole: Whole): MenuAct[] {
  if (state === 'dropped' || !whole.permitted.includes('edit')) return []
  return [
    ...(up ? [{ id: 'up', label: text.moveTaskUp, onAct: () => void up() }] : []),
    ...(down ? [{ id: 'down', label: text.moveTaskDown, onAct: () => void down() }] : []),
  ]
}

function DropDialog({ requirement, onClose }: { requirement: Requirement; onClose: () => void }) {
  const [because, setBecause] = useState('')
  const sender = useWrite(requirements.drop, { onDone: savedAndClose(onClose), touches: ['thread'] })
  const { id, version, number } = requirement
  return (
    <FormDialog
      title={text.dropTitle(nameOfNumber(number))}
      verb={text.drop}
      sender={sender}
      onSave={() => void sender.run({ id, version, because })}
      onClose={onClose}
    >
      <p>{text.dropHelp}</p>
      <TextArea
        label={text.dropWhy}
        value={because}
        onChange={setBecause}
        maxLength={500}
        fault={sender.faultOf('because')}
        autoFocus
      />
    </FormDialog>
  )
}
