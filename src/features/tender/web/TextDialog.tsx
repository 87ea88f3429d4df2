import { useState } from 'react'
import { requirements } from '#features/requirements/contract.ts'
import { SuspectMark, ThreadButtons } from '#features/thread/web/index.ts'
import { Button, Disclosure, FormDialog, Row, Stack, TextArea, TextField } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type TenderText, type TenderWhole, tender } from '../contract.ts'
import { idsOf, namesOf } from './numbers.ts'
import { text } from './text.ts'

/** An annex that is written: read here, changed while it may be. */
export function TextDialog({ whole, given }: { whole: TenderWhole; given: TenderText }) {
  const [isOpen, setOpen] = useState(false)
  const mayWrite = whole.state === 'preparing' && whole.permitted.includes('prepare')
  return (
    <>
      <Disclosure title={given.title}>
        <Stack gap={3}>
          {given.body.split(/\n\s*\n/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <Row gap={2}>
            {mayWrite && <Button onPress={() => setOpen(true)}>{text.textOf(given.title)}</Button>}
            <ThreadButtons kind="tender.text" id={given.id} />
          </Row>
        </Stack>
      </Disclosure>
      <SuspectMark count={given.suspects} />
      {isOpen && <TextForm whole={whole} given={given} onClose={() => setOpen(false)} />}
    </>
  )
}

function TextForm({ whole, given, onClose }: { whole: TenderWhole; given: TenderText; onClose: () => void }) {
  const set = useRead(requirements.table, { specId: whole.specId }, { staleMs: 60_000 })
  const known = set.data?.requirements ?? []
  const [title, setTitle] = useState(given.title)
  const [body, setBody] = useState(given.body)
  const [mentions, setMentions] = useState<string>()
  const shown = mentions ?? namesOf(known, given.requirements)
  const sender = useWrite(tender.saveText, { onDone: onClose })
  const save = () =>
    void sender.run({ id: given.id, version: given.version, title, body, requirements: idsOf(known, shown) })
  return (
    <FormDialog
      title={text.textOf(given.title)}
      sender={sender}
      isReady={set.data !== undefined}
      onSave={save}
      onClose={onClose}
    >
      <TextField label={text.name} isLabelHidden value={title} onChange={setTitle} maxLength={160} />
      <TextArea label={text.body} help={text.bodyHelp} value={body} onChange={setBody} maxLength={8000} />
      <TextField label={text.mentions} help={text.mentionsHelp} value={shown} onChange={setMentions} isOptional />
    </FormDialog>
  )
}
