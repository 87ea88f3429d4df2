import { useState } from 'react'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { Button, FaultText, Foot, FormDialog, Lines, Menu, Row, Stack, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { capture, type EventDetail, type Slip } from '../../contract.ts'
import { likeness } from '../../rules.ts'
import { text } from '../text.ts'
import { GatherDialog } from './GatherDialog.tsx'

type Props = {
  day: EventDetail
  slips: readonly Slip[]
  chosen: readonly Id[]
  onLay: (themeId: Id | null) => void
  onDone: () => void
}

/** What can be done with the slips one has chosen; stays at the foot of the screen. */
export function DeskBar({ day, slips, chosen, onLay, onDone }: Props) {
  const [open, setOpen] = useState<'theme' | 'gather'>()
  const close = () => setOpen(undefined)
  const lay = [
    ...day.themes.map((theme, at) => ({
      id: theme.id,
      label: `${at + 1}. ${theme.name}`,
      onAct: () => onLay(theme.id),
    })),
    { id: 'new', label: text.newTheme, onAct: () => setOpen('theme') },
    { id: 'none', label: text.backToUnsorted, onAct: () => onLay(null) },
  ]
  const one = chosen.length === 1 ? slips.find(({ id }) => id === chosen[0]) : undefined
  return (
    <Foot>
      <Stack gap={2}>
        {one && <Alike slip={one} slips={slips} onDone={onDone} />}
        <Row gap={3}>
          <strong>{text.chosen(chosen.length)}</strong>
          <Menu label={text.layIn} items={lay} />
          <span data-key="b">
            <Button kind="primary" onPress={() => setOpen('gather')}>
              {text.gather}
            </Button>
          </span>
          <Button kind="plain" onPress={onDone}>
            {text.chooseNone}
          </Button>
        </Row>
      </Stack>
      {open === 'theme' && <ThemeDialog day={day} onMade={onLay} onClose={close} />}
      {open === 'gather' && <GatherDialog placeId={day.placeId} slipIds={chosen} onDone={onDone} onClose={close} />}
    </Foot>
  )
}

const LIKE = 0.5

/** The same slip on phone and paper is offered, never merged by itself. */
function Alike({ slip, slips, onDone }: { slip: Slip; slips: readonly Slip[]; onDone: () => void }) {
  const sender = useWrite(capture.sameAs, { onDone })
  const alike = slips.filter(
    (other) => other.id !== slip.id && !other.duplicateOfId && likeness(slip.text ?? '', other.text ?? '') >= LIKE,
  )
  if (alike.length === 0 || slip.duplicateOfId) return null
  return (
    <Lines label={text.alike}>
      {alike.slice(0, 3).map((other) => (
        <li key={other.id}>
          <Row gap={3} apart>
            <span>
              {text.alike} {other.label}: {other.text}
            </span>
            <Button onPress={() => void sender.run({ id: slip.id, version: slip.version, ofId: other.id })}>
              {text.sameSlip}
            </Button>
          </Row>
        </li>
      ))}
      {sender.problemText && <FaultText>{sender.problemText}</FaultText>}
    </Lines>
  )
}

function ThemeDialog({
  day,
  onMade,
  onClose,
}: {
  day: EventDetail
  onMade: (themeId: Id) => void
  onClose: () => void
}) {
  const [name, setName] = useState('')
  const sender = useWrite(capture.saveTheme, {
    onDone: ({ id }) => {
      onMade(id)
      onClose()
    },
  })
  const sort = Math.max(0, ...day.themes.map((theme) => theme.sort)) + 1
  const save = () => name.trim() && void sender.run({ id: newId(), eventId: day.id, name: name.trim(), sort })
  return (
    <FormDialog title={text.newTheme} sender={sender} onSave={save} onClose={onClose}>
      <TextField label={text.themeName} value={name} onChange={setName} maxLength={60} autoFocus />
    </FormDialog>
  )
}
