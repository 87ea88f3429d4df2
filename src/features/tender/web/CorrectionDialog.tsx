import { useState } from 'react'
import { requirements } from '#features/requirements/contract.ts'
import { dayOf, instantAt } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { Button, DateField, FormDialog, Select, TextArea, timeWords } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type TenderWhole, tender } from '../contract.ts'
import { text } from './text.ts'

const KEEP = 'keep'

/** Everything that is changed after publishing goes through here, and is told to all. */
export function CorrectionDialog({ whole }: { whole: TenderWhole }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>{text.correct}</Button>
      {isOpen && <CorrectionForm whole={whole} onClose={() => setOpen(false)} />}
    </>
  )
}

function CorrectionForm({ whole, onClose }: { whole: TenderWhole; onClose: () => void }) {
  const set = useRead(requirements.table, { specId: whole.specId })
  const later = (set.data?.baselines ?? []).filter((one) => one.publishedAt && one.id !== whole.baselineId)
  const models = whole.models.filter(({ lockedAt, publishedAt }) => lockedAt && !publishedAt)
  const [correctionId] = useState(newId)
  const [note, setNote] = useState('')
  const [version, setVersion] = useState(KEEP)
  const [model, setModel] = useState(KEEP)
  const [dueOn, setDue] = useState<string | null>(dayOf(whole.bidsDueAt))
  const annex = useAnnex(whole)
  const sender = useWrite(tender.correct, { onDone: onClose })
  const due = instantAt(dueOn ?? dayOf(whole.bidsDueAt), timeWords(whole.bidsDueAt).replace('.', ':'))
  const send = () =>
    void sender.run({
      ...{ id: whole.id, version: whole.version, correctionId, note, texts: annex.texts },
      baselineId: version === KEEP ? null : version,
      modelId: model === KEEP ? null : model,
      bidsDueAt: dueOn === dayOf(whole.bidsDueAt) ? null : due,
    })
  return (
    <FormDialog title={text.correct} verb={text.publish} sender={sender} onSave={send} onClose={onClose}>
      <p>{text.correctHelp}</p>
      <TextArea
        label={text.correctNote}
        value={note}
        onChange={setNote}
        maxLength={1000}
        fault={sender.faultOf('note')}
      />
      <Select
        label={text.laterVersion}
        choices={[{ id: KEEP, label: text.keepVersion }, ...later.map(({ id, label }) => ({ id, label }))]}
        value={version}
        onChange={setVersion}
      />
      {models.length > 0 && (
        <Select
          label={text.newModel}
          choices={[
            { id: KEEP, label: text.keepModel },
            ...models.map(({ id, revision }) => ({ id, label: text.revision(revision) })),
          ]}
          value={model}
          onChange={setModel}
        />
      )}
      <AnnexFields whole={whole} annex={annex} />
      <DateField label={text.dates.due} value={dueOn} onChange={setDue} fault={sender.faultOf('bidsDueAt')} />
    </FormDialog>
  )
}

/** One annex for each sheet: bidders read what stood there, and what stands there now. */
function useAnnex({ texts }: TenderWhole) {
  const [id, setId] = useState(KEEP)
  const [body, setBody] = useState('')
  const before = texts.find((one) => one.id === id)
  const choose = (to: string) => {
    setId(to)
    setBody(texts.find((one) => one.id === to)?.body ?? '')
  }
  return { id, choose, body, setBody, texts: before && before.body !== body ? [{ id, body }] : [] }
}

function AnnexFields({ whole, annex }: { whole: TenderWhole; annex: ReturnType<typeof useAnnex> }) {
  return (
    <>
      <Select
        label={text.annexToCorrect}
        choices={[{ id: KEEP, label: text.keepAnnex }, ...whole.texts.map(({ id, title }) => ({ id, label: title }))]}
        value={annex.id}
        onChange={annex.choose}
      />
      {annex.id !== KEEP && (
        <TextArea label={text.annexAfter} value={annex.body} onChange={annex.setBody} maxLength={8000} lines={4} />
      )}
    </>
  )
}
