import { useState } from 'react'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { announce, ComboBox, FormDialog, Section, TextArea, TextField } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { capture } from '../../contract.ts'
import { text } from '../text.ts'

type Props = { placeId: Id; slipIds: readonly Id[]; onDone: () => void; onClose: () => void }

/** Into a need that is there, or a new one in plain words. */
export function GatherDialog({ placeId, slipIds, onDone, onClose }: Props) {
  const needs = useRead(capture.needs, {})
  const [needId, setNeedId] = useState<Id | null>(null)
  const [title, setTitle] = useState('')
  const [words, setWords] = useState('')
  const done = () => {
    announce(text.saved)
    onDone()
    onClose()
  }
  const gatherer = useWrite(capture.gather, { onDone: done })
  const maker = useWrite(capture.createNeed, { onDone: done })
  const chosen = needs.data?.find(({ id }) => id === needId)
  const save = () => {
    if (chosen) void gatherer.run({ id: chosen.id, version: chosen.version, slipIds: [...slipIds], quoted: false })
    else if (title.trim() && words.trim())
      void maker.run({ id: newId(), placeId, title: title.trim(), text: words.trim(), slipIds: [...slipIds] })
  }
  return (
    <FormDialog title={text.gather} sender={needId ? gatherer : maker} onSave={save} onClose={onClose}>
      <p>{text.chosen(slipIds.length)}</p>
      {(needs.data?.length ?? 0) > 0 && (
        <ComboBox
          label={text.existing}
          options={(needs.data ?? []).map((need) => ({
            id: need.id,
            label: `${need.label} · ${need.title}`,
            second: need.text,
          }))}
          value={needId}
          onChange={setNeedId}
        />
      )}
      {!needId && (
        <Section title={needs.data?.length ? text.orNew : text.newNeed}>
          <TextField label={text.needTitle} value={title} onChange={setTitle} maxLength={80} />
          <TextArea label={text.needText} value={words} onChange={setWords} maxLength={600} lines={4} />
        </Section>
      )}
    </FormDialog>
  )
}
