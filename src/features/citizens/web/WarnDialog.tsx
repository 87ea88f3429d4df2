import { useState } from 'react'
import { addDays } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { announce, DatePicker, FormDialog, Select, TextArea, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Card, citizens, warningKinds } from '../contract.ts'
import { REVIEW_WITHIN_DAYS } from '../rules.ts'
import { text } from './text.ts'
import { useUnitsOf } from './use-units-of.ts'

const MAX_WORDS = 500
/** A quarter of a year, until somebody says otherwise. */
const USUAL_DAYS = 91

type Kind = (typeof warningKinds)[number]

export function WarnDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const today = useToday()
  const units = useUnitsOf(card)
  const [id] = useState(newId)
  const [kind, setKind] = useState<Kind>('other')
  const [words, setWords] = useState('')
  const [reviewOn, setReview] = useState(addDays(today, USUAL_DAYS))
  const [chosen, choose] = useState<string>()
  const unitId = chosen ?? units[0]?.id ?? ''
  const sender = useWrite(citizens.warn, { onDone: () => done(onClose), touches: ['journal'] })
  const save = () => void sender.run({ id, citizenId: card.id, unitId, kind, text: words, reviewOn })
  return (
    <FormDialog title={text.warnTitle} sender={sender} onSave={save} onClose={onClose}>
      <TextArea
        label={text.warningText}
        help={text.warnHelp}
        value={words}
        onChange={setWords}
        maxLength={MAX_WORDS}
        fault={sender.faultOf('text')}
        autoFocus
      />
      <Select
        label={text.kind}
        choices={warningKinds.map((one) => ({ id: one, label: text.warningKinds[one] }))}
        value={kind}
        onChange={setKind}
      />
      <DatePicker
        label={text.reviewDay}
        help={text.reviewHelp}
        value={reviewOn}
        min={today}
        max={addDays(today, REVIEW_WITHIN_DAYS)}
        onChange={(day) => day && setReview(day)}
        fault={sender.faultOf('reviewOn')}
      />
      {units.length > 1 && (
        <Select
          label={text.warnUnit}
          choices={units.map((unit) => ({ id: unit.id, label: unit.name }))}
          value={unitId}
          onChange={choose}
        />
      )}
    </FormDialog>
  )
}

function done(onClose: () => void): void {
  announce(text.saved)
  onClose()
}
