import { useState } from 'react'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  Dialog,
  FormDialog,
  LinkButton,
  Notice,
  Person,
  RadioRow,
  Stack,
  shortDayWords,
  TextArea,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useAddress, useWrite } from '#kernel/web/index.ts'
import { access, type Sought } from '../contract.ts'
import { text } from './text.ts'

type Seeking = { id: Id; found: readonly Sought[] }

/** Whom, then why. Nothing is shown of anybody before it is opened. */
export function EmergencyDialog({ minutes, onClose }: { minutes: number; onClose: () => void }) {
  const [seeking, setSeeking] = useState<Seeking>()
  if (seeking && seeking.found.length > 0)
    return <OpenDialog seeking={seeking} onBack={() => setSeeking(undefined)} onClose={onClose} />
  return <SeekDialog minutes={minutes} isNobody={seeking !== undefined} onFound={setSeeking} onClose={onClose} />
}

type SeekProps = { minutes: number; isNobody: boolean; onFound: (seeking: Seeking) => void; onClose: () => void }

function SeekDialog({ minutes, isNobody, onFound, onClose }: SeekProps) {
  const [words, setWords] = useState('')
  const [fault, setFault] = useState<string>()
  const sender = useWrite(access.seek, { onDone: onFound })
  const save = () => {
    setFault(words.trim() ? undefined : text.whoFault)
    if (words.trim()) void sender.run({ id: newId(), words })
  }
  return (
    <FormDialog title={text.title} verb={text.seek} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.lead(minutes)}</p>
      {isNobody && (
        <Notice tone="neutral" isUrgent>
          <p>{text.nobody}</p>
        </Notice>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label={text.who}
          help={text.whoHelp}
          value={words}
          onChange={setWords}
          fault={fault ?? sender.faultOf('words')}
          autoComplete="off"
          maxLength={200}
          autoFocus
        />
      </form>
    </FormDialog>
  )
}

type OpenProps = { seeking: Seeking; onBack: () => void; onClose: () => void }

function OpenDialog({ seeking, onBack, onClose }: OpenProps) {
  const { found } = seeking
  const [id] = useState(newId)
  const [chosen, choose] = useState(found.length === 1 ? found[0]!.id : null)
  const [reason, setReason] = useState('')
  const { go } = useAddress()
  const citizen = found.find((one) => one.id === chosen)
  const sender = useWrite(access.open, {
    onDone: () => {
      onClose()
      go(`/borger/${chosen}`)
    },
  })
  if (citizen?.isMine) return <Mine citizen={citizen} onClose={onClose} />
  const save = () => chosen && void sender.run({ id, seekingId: seeking.id, citizenId: chosen, reason })
  return (
    <FormDialog
      title={text.title}
      verb={text.open}
      sender={sender}
      onSave={save}
      onClose={onClose}
      more={<Button onPress={onBack}>{text.seekAgain}</Button>}
    >
      {found.length === 1 ? (
        <Known citizen={found[0]!} />
      ) : (
        <Namesakes found={found} value={chosen} onChange={choose} />
      )}
      <TextArea
        label={text.reason}
        help={text.reasonHelp}
        value={reason}
        onChange={setReason}
        fault={sender.faultOf('reason')}
        maxLength={500}
      />
    </FormDialog>
  )
}

function useSecond(): (citizen: Sought) => string {
  const today = useToday()
  return ({ bornOn, identityProtected }) =>
    [bornOn ? text.born(shortDayWords(bornOn, today)) : text.bornUnknown, identityProtected && text.identityProtected]
      .filter(Boolean)
      .join(' · ')
}

function Known({ citizen }: { citizen: Sought }) {
  return <Person name={citizen.fullName} second={useSecond()(citizen)} />
}

type NamesakesProps = { found: readonly Sought[]; value: Id | null; onChange: (id: Id) => void }

function Namesakes({ found, value, onChange }: NamesakesProps) {
  const second = useSecond()
  const choices = found.map((one) => ({ id: one.id, label: `${one.fullName}, ${second(one)}` }))
  return <RadioRow label={text.pick} choices={choices} value={value} onChange={onChange} />
}

function Mine({ citizen, onClose }: { citizen: Sought; onClose: () => void }) {
  return (
    <Dialog
      isOpen
      title={text.title}
      onClose={onClose}
      actions={
        <LinkButton kind="primary" href={`/borger/${citizen.id}`}>
          {text.seeCitizen}
        </LinkButton>
      }
    >
      <Stack gap={3}>
        <Known citizen={citizen} />
        <p>{text.already}</p>
      </Stack>
    </Dialog>
  )
}
