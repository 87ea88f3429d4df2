import { useState } from 'react'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { ComboBox, FormDialog, Select, savedAndClose } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type KnotFound, thread } from '../contract.ts'
import { type LinkType, linkTypes } from '../link-vocabulary.ts'
import { nounOf } from './faces.ts'
import { text } from './text.ts'

const LEAST_LETTERS = 2

/** Ties the record to another by hand: how, and with what. */
export function ConnectDialog({ kind, id, onClose }: { kind: string; id: Id; onClose: () => void }) {
  const [words, setWords] = useState('')
  const [type, setType] = useState<LinkType>('mentioned-in')
  const [chosen, setChosen] = useState<KnotFound>()
  const isEnough = words.trim().length >= LEAST_LETTERS
  const found = useRead(thread.find, { words: words.trim() }, { enabled: isEnough, keepFormer: true })
  const others = (found.data ?? []).filter((one) => one.id !== id)
  const choose = (key: Id | null) => setChosen(key === chosen?.id ? chosen : others.find((one) => one.id === key))
  const sender = useWrite(thread.connect, {
    onDone: savedAndClose(onClose, text.done),
  })
  const save = () =>
    chosen && void sender.run({ id: newId(), type, fromKind: kind, fromId: id, toKind: chosen.kind, toId: chosen.id })
  return (
    <FormDialog title={text.connectTitle} verb={text.connectVerb} sender={sender} onSave={save} onClose={onClose}>
      <Select
        label={text.thisToThat}
        choices={linkTypes.map((one) => ({ id: one, label: text.links[one].on }))}
        value={type}
        onChange={setType}
      />
      <ComboBox
        label={text.find}
        help={text.findHelp}
        options={others.map(optionOf)}
        value={chosen?.id ?? null}
        onChange={choose}
        search={words}
        onSearch={setWords}
        isSearching={found.isFetching}
      />
    </FormDialog>
  )
}

const optionOf = (one: KnotFound) => ({
  id: one.id,
  label: [one.label, one.title].filter(Boolean).join(' · '),
  second: nounOf(one.kind),
})
