import { useState } from 'react'
import { Button, FormDialog, Row, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type TenderWhole, tender } from '../contract.ts'
import { text } from './text.ts'

/** The buyer gives a tender up, with the reason that stays beside it; everything it held stays too. */
export function CancelTender({ whole }: { whole: TenderWhole }) {
  const [isOpen, setOpen] = useState(false)
  if (!whole.permitted.includes('buy') || whole.state === 'concluded' || whole.state === 'cancelled') return null
  return (
    <Row>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {text.cancel}
      </Button>
      {isOpen && <CancelForm whole={whole} onClose={() => setOpen(false)} />}
    </Row>
  )
}

function CancelForm({ whole, onClose }: { whole: TenderWhole; onClose: () => void }) {
  const [because, setBecause] = useState('')
  const sender = useWrite(tender.cancel, { onDone: onClose })
  const save = () => void sender.run({ id: whole.id, version: whole.version, because })
  return (
    <FormDialog title={text.cancel} verb={text.cancel} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.cancelHelp}</p>
      <TextArea
        label={text.cancelBecause}
        value={because}
        onChange={setBecause}
        maxLength={1000}
        fault={sender.faultOf('because')}
      />
    </FormDialog>
  )
}
