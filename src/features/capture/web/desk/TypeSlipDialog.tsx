import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { FileField, FormDialog, Notice, RadioRow, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { capture, type EventDetail } from '../../contract.ts'
import { hasNumber, kindsOf, MAX_LETTERS, nameIn, newReceipt, shownCode } from '../../rules.ts'
import { smallPicture } from '../small-picture.ts'
import { text } from '../text.ts'
import { NameWarning, SlipFields } from './SlipFields.tsx'

const sources = ['paper', 'spoken', 'tablet'] as const

/** A slip that is being typed; it stays open for the next, since they come in heaps. */
function useTyping(day: EventDetail) {
  const [source, setSource] = useState<(typeof sources)[number]>('paper')
  const [facts, setFacts] = useState({ unitId: null as string | null, authorRole: '', kind: kindsOf(day.format)[0]! })
  const [words, setWords] = useState('')
  const [photo, setPhoto] = useState<string | null>(null)
  const [receipt, setReceipt] = useState<string>()
  const [isAsked, setAsked] = useState(false)
  const sender = useWrite(capture.typeSlip, {
    onDone: (_, input) => {
      setReceipt(input.receiptCode)
      setWords('')
      setPhoto(null)
      setAsked(false)
    },
  })
  const places = day.units.map(({ name }) => name)
  const save = () => {
    if (nameIn(words, places) && !isAsked) return setAsked(true)
    const slip = { ...facts, text: words.trim() || null, photo, source, authorName: null, namesSeen: isAsked }
    void sender.run({ id: newId(), eventId: day.id, receiptCode: newReceipt(), ...slip })
  }
  return { source, setSource, facts, setFacts, words, setWords, photo, setPhoto, receipt, isAsked, sender, save }
}

/** A paper slip counts as one from a phone. */
export function TypeSlipDialog({ day, onClose }: { day: EventDetail; onClose: () => void }) {
  const typing = useTyping(day)
  const { words, sender, photo, isAsked } = typing
  const choose = async (file: File) => typing.setPhoto(await smallPicture(file).catch(() => null))
  return (
    <FormDialog
      title={text.typeSlip}
      verb={isAsked ? text.sendAnyway : text.typeSlipVerb}
      sender={sender}
      onSave={typing.save}
      onClose={onClose}
    >
      {typing.receipt && <Notice tone="ok">{text.typedReceipt(shownCode(typing.receipt))}</Notice>}
      <TextArea
        label={text.slipText}
        value={words}
        onChange={typing.setWords}
        maxLength={MAX_LETTERS}
        lines={4}
        autoFocus
        fault={hasNumber(words) ? text.numberSeen : sender.faultOf('text')}
      />
      {isAsked && <NameWarning words={words} day={day} />}
      <FileField
        label={text.photo}
        isOptional
        chosen={photo ? { name: text.photoChosen, url: photo } : null}
        onChoose={(file) => void choose(file)}
        onRemove={() => typing.setPhoto(null)}
        fault={sender.faultOf('photo')}
      />
      <RadioRow
        label={text.source}
        choices={sources.map((id) => ({ id, label: text.sources[id] }))}
        value={typing.source}
        onChange={typing.setSource}
      />
      <SlipFields
        day={day}
        facts={typing.facts}
        set={(to) => typing.setFacts((before) => ({ ...before, ...to }))}
        fault={sender.faultOf('unitId')}
      />
    </FormDialog>
  )
}
