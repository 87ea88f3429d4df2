import { useState } from 'react'
import { useUnit } from '#features/org/web/index.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  announce,
  Button,
  Checkbox,
  Dialog,
  FormDialog,
  momentWords,
  Notice,
  RadioRow,
  Stack,
  TextArea,
  TextField,
  TextLink,
  useNow,
} from '#kernel/ui/index.ts'
import { useAddress, useWrite } from '#kernel/web/index.ts'
import { golive } from '../contract.ts'
import { nameOfCase, type Severity, severities } from '../rules.ts'
import { screenOf } from './screen-of.ts'
import { text } from './text.ts'

/** The employee's own words; the kind of page and the set-up go with them, never whom the page was about. */
export function TellDialog({ onClose }: { onClose: () => void }) {
  const unit = useUnit()
  const now = useNow()
  const { pathname } = useAddress()
  const [form, setForm] = useState(() => ({
    id: newId(),
    title: '',
    what: '',
    severity: 'middle' as Severity,
    namesSeen: false,
  }))
  const [told, setTold] = useState<string>()
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }))
  const sender = useWrite(golive.report, {
    onDone: ({ number, answerByAt }) => {
      const words = text.told(nameOfCase(number), momentWords(answerByAt, now))
      announce(words)
      setTold(words)
    },
  })
  const looksLikeName = sender.faultOf('title') ?? sender.faultOf('what')
  const save = () => void sender.run({ ...form, unitId: unit?.id ?? '', screen: screenOf(pathname) })
  if (told) return <Thanks told={told} onClose={onClose} />
  return (
    <FormDialog title={text.tell} verb={text.send} sender={sender} onSave={save} onClose={onClose}>
      <Notice tone="info">
        <p>{text.tellHelp}</p>
      </Notice>
      <TextField
        label={text.tellTitle}
        value={form.title}
        onChange={(title) => set({ title })}
        maxLength={160}
        fault={sender.faultOf('title')}
        autoFocus
      />
      <TextArea
        label={text.tellWhat}
        value={form.what}
        onChange={(what) => set({ what })}
        maxLength={2000}
        fault={sender.faultOf('what')}
        isOptional
      />
      <RadioRow
        label={text.severity}
        choices={severities.map((id) => ({ id, label: text.severities[id] }))}
        value={form.severity}
        onChange={(severity) => set({ severity })}
      />
      {(looksLikeName || form.namesSeen) && (
        <Checkbox label={text.namesSeen} value={form.namesSeen} onChange={(namesSeen) => set({ namesSeen })} />
      )}
    </FormDialog>
  )
}

/** Said where one looks, with the way back to it. */
const Thanks = ({ told, onClose }: { told: string; onClose: () => void }) => (
  <Dialog
    isOpen
    onClose={onClose}
    title={text.thanks}
    actions={
      <Button kind="primary" onPress={onClose}>
        {text.closeThanks}
      </Button>
    }
  >
    <Stack gap={3}>
      <p>{told}</p>
      <TextLink href="/klar/det-skete?vis=mine">{text.seeYourCases}</TextLink>
    </Stack>
  </Dialog>
)
