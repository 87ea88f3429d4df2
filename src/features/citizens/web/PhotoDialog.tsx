import { useState } from 'react'
import { FileField, FormDialog, savedAndClose } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Card, citizens } from '../contract.ts'
import { usePhotos } from './people.ts'
import { smallPhoto } from './small-photo.ts'
import { text } from './text.ts'

type Chosen = { name: string; url: string }

/** A new face, or none. */
export function PhotoDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const former = usePhotos([card])(card.id)
  const [chosen, setChosen] = useState<Chosen | null>()
  const [fault, setFault] = useState<string>()
  const sender = useWrite(citizens.setPhoto, {
    onDone: savedAndClose(onClose),
  })
  const choose = async (file: File) => {
    const url = await smallPhoto(file).catch(() => undefined)
    setFault(url ? undefined : text.photoUnreadable)
    if (url) setChosen({ name: text.photoChosen, url })
  }
  const save = () =>
    chosen === undefined
      ? onClose()
      : void sender.run({ id: card.id, version: card.version, photo: chosen?.url ?? null })
  const now = former ? { name: text.photoNow, url: former } : null
  return (
    <FormDialog title={text.photoTitle} sender={sender} onSave={save} onClose={onClose}>
      <FileField
        label={text.photoTitle}
        help={text.photoHelp}
        chosen={chosen === undefined ? now : chosen}
        onChoose={(file) => void choose(file)}
        onRemove={() => setChosen(null)}
        verb={text.photoVerb}
        fault={fault ?? sender.faultOf('photo')}
      />
    </FormDialog>
  )
}
