import { useState } from 'react'
import { org } from '#features/org/contract.ts'
import { type OfferGroup, offerGroupKeys } from '#features/org/offer-groups.ts'
import { Button, FormDialog, Lix, RadioRow, Select, TextArea, TextField } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { capture, type NeedDetail } from '../../contract.ts'
import { type NeedState, needStates } from '../../rules.ts'
import { text } from '../text.ts'
import { groupWords } from './Voices.tsx'

type Props = { need: NeedDetail; onClose: () => void }

/** What those at the table may do with a need. */
export function NeedActs({ need }: { need: NeedDetail }) {
  const [open, setOpen] = useState<'words' | 'state' | 'dots'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <Button onPress={() => setOpen('words')}>{text.change}</Button>
      <Button onPress={() => setOpen('state')}>{text.setState}</Button>
      <Button kind="plain" onPress={() => setOpen('dots')}>
        {text.paperDots}
      </Button>
      {open === 'words' && <WordsDialog need={need} onClose={close} />}
      {open === 'state' && <StateDialog need={need} onClose={close} />}
      {open === 'dots' && <DotsDialog need={need} onClose={close} />}
    </>
  )
}

const NOBODY = 'nobody'

function WordsDialog({ need, onClose }: Props) {
  const [title, setTitle] = useState(need.title)
  const [words, setWords] = useState(need.text)
  const [ownerId, setOwnerId] = useState(need.ownerId ?? NOBODY)
  const people = useRead(org.employeesOfUnit, { unitId: need.placeId })
  const sender = useWrite(capture.changeNeed, { onDone: onClose })
  const owners = [
    { id: NOBODY, label: text.nobody },
    ...(people.data ?? []).map(({ id, name }) => ({ id, label: name })),
  ]
  if (need.ownerId && !owners.some(({ id }) => id === need.ownerId))
    owners.push({ id: need.ownerId, label: need.ownerName! })
  const save = () => {
    const owner = ownerId === NOBODY ? null : ownerId
    void sender.run({ id: need.id, version: need.version, title: title.trim(), text: words.trim(), ownerId: owner })
  }
  return (
    <FormDialog title={text.change} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={text.needTitle}
        value={title}
        onChange={setTitle}
        maxLength={80}
        fault={sender.faultOf('title')}
      />
      <TextArea
        label={text.needText}
        value={words}
        onChange={setWords}
        maxLength={600}
        lines={4}
        fault={sender.faultOf('text')}
      />
      <Lix of={words} />
      <Select label={text.owner} choices={owners} value={ownerId} onChange={setOwnerId} />
    </FormDialog>
  )
}

function StateDialog({ need, onClose }: Props) {
  const [state, setState] = useState<NeedState>(need.state)
  const [reason, setReason] = useState(need.reason ?? '')
  const sender = useWrite(capture.setNeedState, { onDone: onClose })
  const save = () => void sender.run({ id: need.id, version: need.version, state, reason: reason.trim() || null })
  return (
    <FormDialog title={text.setState} sender={sender} onSave={save} onClose={onClose}>
      <RadioRow
        label={text.state}
        choices={needStates.map((id) => ({ id, label: text.needStates[id] }))}
        value={state}
        onChange={setState}
      />
      {state === 'out-of-scope' && (
        <TextArea
          label={text.reason}
          help={text.reasonHelp}
          value={reason}
          onChange={setReason}
          maxLength={400}
          fault={sender.faultOf('reason')}
        />
      )}
    </FormDialog>
  )
}

function DotsDialog({ need, onClose }: Props) {
  const [group, setGroup] = useState<OfferGroup>('residential')
  const [dots, setDots] = useState('')
  const sender = useWrite(capture.countDots, { onDone: onClose })
  const save = () => /^\d+$/.test(dots) && void sender.run({ id: need.id, group, dots: Number(dots) })
  return (
    <FormDialog title={text.paperDots} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.paperDotsHelp}</p>
      <Select
        label={text.offerGroup}
        choices={offerGroupKeys.map((id) => ({ id, label: groupWords(id) }))}
        value={group}
        onChange={setGroup}
      />
      <TextField label={text.count} value={dots} onChange={setDots} inputMode="numeric" />
    </FormDialog>
  )
}
