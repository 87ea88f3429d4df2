import { useState } from 'react'
import type { SettingKey } from '#features/profiles/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { FormDialog, Select, savedAndClose, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { golive } from '../contract.ts'
import { settingChoices } from './TakeDialog.tsx'
import { text } from './text.ts'

type Props = { id: string; onClose: () => void }

export function StopDialog({ id, onClose }: Props) {
  const [stopId] = useState(newId)
  const [because, setBecause] = useState('')
  const sender = useWrite(golive.stopLine, { onDone: savedAndClose(onClose) })
  return (
    <FormDialog
      title={text.stopLine}
      verb={text.stopLine}
      sender={sender}
      onSave={() => void sender.run({ id, stopId, because })}
      onClose={onClose}
    >
      <p>{text.stopWords}</p>
      <TextArea
        label={text.stopTitle}
        value={because}
        onChange={setBecause}
        maxLength={500}
        fault={sender.faultOf('because')}
        autoFocus
      />
    </FormDialog>
  )
}

/** What a case of set-up taught, for the waves to come. */
export function SuggestDialog({ id: caseId, onClose }: Props) {
  const [id] = useState(newId)
  const [words, setWords] = useState('')
  const [settingKey, setKey] = useState<SettingKey | null>(null)
  const sender = useWrite(golive.suggest, { onDone: savedAndClose(onClose) })
  return (
    <FormDialog
      title={text.suggest}
      verb={text.suggest}
      sender={sender}
      onSave={() => void sender.run({ id, caseId, settingKey, text: words })}
      onClose={onClose}
    >
      <TextArea
        label={text.suggestTitle}
        value={words}
        onChange={setWords}
        maxLength={500}
        fault={sender.faultOf('text')}
        autoFocus
      />
      <Select
        label={text.setting}
        choices={settingChoices()}
        value={settingKey}
        onChange={setKey}
        fault={sender.faultOf('settingKey')}
        isOptional
      />
    </FormDialog>
  )
}
