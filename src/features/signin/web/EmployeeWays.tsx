import { useState } from 'react'
import { announce, Button, Dialog, FaultText, FormDialog, Row, Section, Select, TextField } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { signin } from '../contract.ts'
import { words } from './pages-text.ts'

type Person = { id: string; name: string; permitted: readonly string[] }

/** What an administrator puts right for somebody who cannot come in. */
export function EmployeeWays({ person }: { person: Person }) {
  const [open, setOpen] = useState<'reset' | 'link'>()
  if (!person.permitted.includes('password')) return null
  const close = () => setOpen(undefined)
  return (
    <Section title={words.ways}>
      <Row gap={2}>
        <Button onPress={() => setOpen('reset')}>{words.reset}</Button>
        <Button onPress={() => setOpen('link')}>{words.link}</Button>
      </Row>
      {open === 'reset' && <ResetDialog person={person} onClose={close} />}
      {open === 'link' && <LinkDialog person={person} onClose={close} />}
    </Section>
  )
}

type DialogProps = { person: Person; onClose: () => void }
const saved = (onClose: () => void) => () => {
  announce(words.saved)
  onClose()
}

function ResetDialog({ person, onClose }: DialogProps) {
  const { run, isBusy, problemText } = useWrite(signin.resetFactors, { onDone: saved(onClose) })
  const act = (
    <Button kind="primary" isBusy={isBusy} onPress={() => void run({ employeeId: person.id })}>
      {words.resetAct}
    </Button>
  )
  return (
    <Dialog isOpen onClose={onClose} title={words.resetTitle(person.name)} actions={act}>
      <p>{words.resetWords}</p>
      {problemText && <FaultText>{problemText}</FaultText>}
    </Dialog>
  )
}

function LinkDialog({ person, onClose }: DialogProps) {
  const providers = useRead(signin.providers, {})
  const choices = (providers.data ?? []).map(({ id, label }) => ({ id, label }))
  const [chosen, choose] = useState<string>()
  const [subject, setSubject] = useState('')
  const sender = useWrite(signin.linkIdentity, { onDone: saved(onClose) })
  const providerId = chosen ?? choices[0]?.id
  const save = () => {
    if (providerId) void sender.run({ employeeId: person.id, providerId, subject: subject.trim() || null })
  }
  if (providers.data && choices.length === 0)
    return (
      <Dialog isOpen onClose={onClose} title={words.linkTitle(person.name)}>
        <p>{words.noProviders}</p>
      </Dialog>
    )
  return (
    <FormDialog title={words.linkTitle(person.name)} sender={sender} onSave={save} onClose={onClose}>
      <Select label={words.linkProvider} choices={choices} value={providerId ?? null} onChange={choose} />
      <TextField
        label={words.linkSubject}
        help={words.linkHelp}
        value={subject}
        onChange={setSubject}
        maxLength={500}
        fault={sender.faultOf('subject')}
      />
    </FormDialog>
  )
}
