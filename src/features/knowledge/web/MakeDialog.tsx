import { useState } from 'react'
import { requirements } from '#features/requirements/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { FormDialog, Select } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { knowledge } from '../contract.ts'
import { text } from './text.ts'

const NONE = 'none'
type Props = { placeId: string; onSaid: (words: string) => void; onClose: () => void }

export function MakeDialog({ placeId, onSaid, onClose }: Props) {
  const [id] = useState(newId)
  const specs = useRead(requirements.specs, {})
  const [chosen, setChosen] = useState<string>()
  const specId = chosen ?? specs.data?.[0]?.id ?? NONE
  const sender = useWrite(knowledge.makePackage, {
    onDone: (made) => {
      onSaid(text.made(made.requirements, made.decisions))
      onClose()
    },
  })
  const save = () => void sender.run({ id, placeId, specId: specId === NONE ? null : specId })
  const choices = [
    ...(specs.data ?? []).map((one) => ({ id: one.id, label: one.title })),
    { id: NONE, label: text.noSpec },
  ]
  return (
    <FormDialog
      title={text.make}
      verb={text.make}
      sender={sender}
      isReady={specs.data !== undefined}
      onSave={save}
      onClose={onClose}
    >
      <p>{text.leftOut}</p>
      <Select label={text.spec} choices={choices} value={specId} onChange={setChosen} />
    </FormDialog>
  )
}
