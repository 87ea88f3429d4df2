import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { FormDialog, Section, Show, TextArea, TextField } from '#kernel/ui/index.ts'
import { useAddress, useRead, useWrite } from '#kernel/web/index.ts'
import { type Baseline, requirements } from '../contract.ts'
import { differencesBetween } from '../differences.ts'
import { nextLabel } from '../rules.ts'
import { CorrectionSheet } from './CorrectionSheet.tsx'
import { contentOf } from './task.ts'
import { text } from './text.ts'
import type { Whole } from './use-set.ts'

type MakeProps = { whole: Whole; corrects: Baseline | undefined; onClose: () => void }

/** What stands becomes a version; where one is published, exactly what differs is shown first. */
export function MakeVersionDialog({ whole, corrects, onClose }: MakeProps) {
  const { go } = useAddress()
  const [id] = useState(newId)
  const [label, setLabel] = useState(() =>
    nextLabel(
      whole.baselines.map((one) => one.label),
      'version',
    ),
  )
  const [note, setNote] = useState('')
  const sender = useWrite(requirements.makeBaseline, { onDone: () => go(`/krav/${whole.id}/udgaver/${id}`) })
  const save = () => void sender.run({ id, specId: whole.id, label, note, correctsId: corrects?.id ?? null })
  return (
    <FormDialog
      title={corrects ? text.makeCorrection : text.makeVersion}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      <TextField label={text.label} value={label} onChange={setLabel} fault={sender.faultOf('label')} />
      <TextArea
        label={text.versionNote}
        value={note}
        onChange={setNote}
        maxLength={500}
        fault={sender.faultOf('note')}
        autoFocus
      />
      {corrects && (
        <Section title={text.changesSinceLast}>
          <Pending whole={whole} corrects={corrects} />
        </Section>
      )}
    </FormDialog>
  )
}

function Pending({ whole, corrects }: { whole: Whole; corrects: Baseline }) {
  const former = useRead(requirements.baseline, { id: corrects.id })
  const now = whole.requirements
    .filter(({ state }) => state !== 'dropped' && state !== 'proposed')
    .map((requirement) => contentOf(requirement, whole.areas))
  return (
    <Show of={former}>
      {({ contents }) => (
        <CorrectionSheet differences={differencesBetween(contents, now)} nothing={text.sheetNothing} />
      )}
    </Show>
  )
}
