import { useState } from 'react'
import { announce, Disclosure, FormDialog, Lix, TextArea, TextLink, ToggleChips } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Carried, relay } from '../contract.ts'
import { channels } from '../rules.ts'
import { text } from './text.ts'

type Channel = (typeof channels)[number]

/** The coordinator's words stand ready; the contact may put their own above them. */
export function PassOnDialog({ row, onClose }: { row: Carried; onClose: () => void }) {
  const [words, setWords] = useState('')
  const [how, setHow] = useState<Channel[]>(['product'])
  const done = () => {
    announce(text.passedOn)
    onClose()
  }
  const sender = useWrite(relay.passOn, { onDone: done })
  const pass = () =>
    void sender.run({ messageId: row.id, unitId: row.unitId, words: words.trim() || null, channels: how })
  return (
    <FormDialog title={text.passOnTitle} verb={text.passOn} sender={sender} onSave={pass} onClose={onClose}>
      <p>
        <strong>{row.title}</strong>
      </p>
      <p>{row.body}</p>
      {row.vendorBody !== null && (
        <Disclosure title={text.vendorWords}>
          <p>{row.vendorTitle}</p>
          <p>{row.vendorBody}</p>
        </Disclosure>
      )}
      <TextArea
        label={text.ownWords}
        help={text.ownWordsHelp}
        value={words}
        onChange={setWords}
        maxLength={1000}
        fault={sender.faultOf('words')}
      />
      <Lix of={words} />
      <p>{text.howPassed}</p>
      <ToggleChips
        label={text.howPassed}
        choices={channels.map((id) => ({ id, label: text.channels[id] }))}
        value={how}
        onChange={(chosen) => setHow(chosen.length > 0 ? chosen : ['product'])}
        isMultiple
      />
      <TextLink href={`/beskeder/opslag/${row.id}/${row.unitId}`}>{text.sheet}</TextLink>
    </FormDialog>
  )
}
