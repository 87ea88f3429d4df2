import { useState } from 'react'
import { FormDialog, Show, TextArea } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { capture, type EventDetail, type Slip } from '../../contract.ts'
import { MAX_LETTERS } from '../../rules.ts'
import { text } from '../text.ts'
import { NameWarning, SlipFields } from './SlipFields.tsx'
import styles from './SlipLine.module.css'

/** A photographed slip is typed here; otherwise only where it comes from and what kind it is can be put right. */
export function CorrectDialog({ slip, day, onClose }: { slip: Slip; day: EventDetail; onClose: () => void }) {
  const isPhoto = slip.text === null && slip.photoId !== null
  const [facts, setFacts] = useState({ unitId: slip.unitId, authorRole: slip.authorRole ?? '', kind: slip.kind })
  const [words, setWords] = useState(slip.text ?? '')
  const photo = useRead(capture.photo, { id: slip.id }, { enabled: isPhoto })
  const sender = useWrite(capture.correctSlip, { onDone: onClose })
  const save = () =>
    void sender.run({
      id: slip.id,
      version: slip.version,
      ...facts,
      text: words.trim() || null,
      namesSeen: true,
    })
  return (
    <FormDialog title={isPhoto ? text.transcribe : text.correct} sender={sender} onSave={save} onClose={onClose}>
      {isPhoto && (
        <Show of={photo}>{(found) => <img className={styles.picture} src={found.photo} alt={text.photo} />}</Show>
      )}
      {isPhoto ? (
        <TextArea
          label={text.slipText}
          value={words}
          onChange={setWords}
          maxLength={MAX_LETTERS}
          lines={4}
          fault={sender.faultOf('text')}
        />
      ) : (
        <p>{slip.text}</p>
      )}
      {isPhoto && <NameWarning words={words} day={day} />}
      <SlipFields
        day={day}
        facts={facts}
        set={(to) => setFacts((before) => ({ ...before, ...to }))}
        fault={sender.faultOf('unitId')}
      />
    </FormDialog>
  )
}
