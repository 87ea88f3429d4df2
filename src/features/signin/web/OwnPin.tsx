import { useState } from 'react'
import { dayOf } from '#kernel/lang/day.ts'
import { Button, FormDialog, Section, savedAndClose, shortDayWords, TextField, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Security, signin } from '../contract.ts'
import { words } from './pages-text.ts'

export function OwnPin({ security: { pinSetAt, isFresh } }: { security: Security }) {
  const today = useToday()
  const [isOpen, setOpen] = useState(false)
  const verb = pinSetAt ? words.pinChange : words.pinChoose
  return (
    <Section title={words.pin} actions={isFresh && <Button onPress={() => setOpen(true)}>{verb}</Button>}>
      <p>{words.pinWords}</p>
      <p>{pinSetAt ? words.pinSince(shortDayWords(dayOf(pinSetAt), today)) : words.pinNone}</p>
      {isOpen && <PinDialog title={verb} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function PinDialog({ title, onClose }: { title: string; onClose: () => void }) {
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [isTried, setTried] = useState(false)
  const sender = useWrite(signin.setPin, {
    onDone: savedAndClose(onClose),
  })
  const isShort = !/^\d{6,12}$/.test(pin)
  const save = () => {
    setTried(true)
    if (!isShort && pin === again) void sender.run({ pin })
  }
  const field = { type: 'password', inputMode: 'numeric', autoComplete: 'off', maxLength: 12 } as const
  const told = sender.faultOf('pin')
  const fault = isTried && isShort ? words.pinShort : told
  return (
    <FormDialog
      title={title}
      sender={{ isBusy: sender.isBusy, problemText: told ? undefined : sender.problemText }}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        {...field}
        label={words.pinField}
        help={words.pinHelp}
        value={pin}
        onChange={setPin}
        fault={fault}
        autoFocus
      />
      <TextField
        {...field}
        label={words.pinAgain}
        value={again}
        onChange={setAgain}
        fault={isTried && !isShort && pin !== again ? words.notTheSame : undefined}
      />
    </FormDialog>
  )
}
