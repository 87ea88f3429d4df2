import { useState } from 'react'
import { dayOf } from '#kernel/lang/day.ts'
import { Button, FormDialog, Section, savedAndClose, shortDayWords, TextField, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Security, signin } from '../contract.ts'
import { isReady, NewPasswordFields, noPassword } from './NewPasswordFields.tsx'
import { words } from './pages-text.ts'

export function PasswordSection({ security: { hasPassword, passwordSetAt } }: { security: Security }) {
  const today = useToday()
  const [isOpen, setOpen] = useState(false)
  const since = passwordSetAt ? words.passwordSince(shortDayWords(dayOf(passwordSetAt), today)) : words.passwordUnknown
  return (
    <Section
      title={words.password}
      actions={hasPassword && <Button onPress={() => setOpen(true)}>{words.change}</Button>}
    >
      <p>{hasPassword ? since : words.noPassword}</p>
      {isOpen && <ChangeDialog onClose={() => setOpen(false)} />}
    </Section>
  )
}

function ChangeDialog({ onClose }: { onClose: () => void }) {
  const [current, setCurrent] = useState('')
  const [value, setValue] = useState(noPassword)
  const [isTried, setTried] = useState(false)
  const sender = useWrite(signin.changePassword, {
    onDone: savedAndClose(onClose),
  })
  const save = () => {
    setTried(true)
    if (current && isReady(value)) void sender.run({ current, password: value.password })
  }
  const told = sender.faultOf('current') ?? sender.faultOf('password')
  return (
    <FormDialog
      title={words.changePassword}
      sender={{ isBusy: sender.isBusy, problemText: told ? undefined : sender.problemText }}
      onSave={save}
      onClose={onClose}
    >
      <p>{words.othersEnd}</p>
      <TextField
        label={words.current}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        value={current}
        onChange={setCurrent}
        fault={isTried && !current ? words.currentMissing : sender.faultOf('current')}
        autoFocus
      />
      <NewPasswordFields value={value} onChange={setValue} isTried={isTried} fault={sender.faultOf('password')} />
    </FormDialog>
  )
}
