import { useState } from 'react'
import { org } from '#features/org/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  ComboBox,
  DatePicker,
  FormDialog,
  RadioRow,
  Select,
  savedAndClose,
  TextArea,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Card, type ConsentWhat, citizens, consentBases, consentWhats } from '../contract.ts'
import { type ConsentForm, emptyConsent, missingIn, recordOf } from './consent-form.ts'
import { text } from './text.ts'
import { useUnitsOf } from './use-units-of.ts'

const MAX_NOTE = 500
const tos = ['unit', 'outside'] as const

type DialogProps = { card: Pick<Card, 'id' | 'unitIds'>; what?: ConsentWhat; onClose: () => void }

/** What a unit of mine shares about the citizen, with whom, and why it may be. */
export function ConsentDialog({ card, what = 'stay', onClose }: DialogProps) {
  const [id] = useState(newId)
  const units = useUnitsOf(card)
  const today = useToday()
  const [form, setForm] = useState(() => ({ ...emptyConsent(today), what }))
  const [chosen, choose] = useState<string>()
  const [isTried, setTried] = useState(false)
  const unitId = chosen ?? units[0]?.id ?? ''
  const sender = useWrite(citizens.recordConsent, {
    onDone: savedAndClose(onClose),
  })
  const missing = missingIn(form)
  const change = (part: Partial<ConsentForm>) => setForm((before) => ({ ...before, ...part }))
  const save = () => {
    setTried(true)
    if (Object.values(missing).every((one) => one === undefined))
      void sender.run(recordOf(form, { id, citizenId: card.id, unitId }))
  }
  const faultOf = (field: string) =>
    (isTried && missing[field as keyof typeof missing]) || sender.faultOf(field) || undefined
  const parts = { form, change, faultOf }
  return (
    <FormDialog title={text.shareTitle} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.shareHelp}</p>
      {units.length > 1 && (
        <Select
          label={text.shareFrom}
          choices={units.map((unit) => ({ id: unit.id, label: unit.name }))}
          value={unitId}
          onChange={choose}
        />
      )}
      <Select
        label={text.shareWhat}
        {...(form.what === 'notes' && { help: text.shareNotesHelp })}
        choices={consentWhats.map((one) => ({ id: one, label: text.shareWhats[one] }))}
        value={form.what}
        onChange={(one) => change({ what: one })}
      />
      <To {...parts} ownUnitId={unitId} />
      <Basis {...parts} />
      <When {...parts} />
    </FormDialog>
  )
}

type PartProps = {
  form: ConsentForm
  change: (part: Partial<ConsentForm>) => void
  faultOf: (field: string) => string | undefined
}

function To({ form, change, faultOf, ownUnitId }: PartProps & { ownUnitId: string }) {
  const offers = useRead(org.openOffers, {}, { staleMs: 60 * 60_000 }).data ?? []
  return (
    <>
      <RadioRow
        label={text.shareTo}
        choices={tos.map((one) => ({ id: one, label: text.shareTos[one] }))}
        value={form.to}
        onChange={(to) => change({ to })}
      />
      {form.to === 'unit' ? (
        <ComboBox
          label={text.shareUnit}
          options={offers.filter(({ id }) => id !== ownUnitId).map(({ id, name }) => ({ id, label: name }))}
          value={form.toUnitId}
          onChange={(toUnitId) => change({ toUnitId })}
          fault={faultOf('toUnitId')}
        />
      ) : (
        <TextField
          label={text.shareWhom}
          help={text.shareWhomHelp}
          value={form.toWhom}
          onChange={(toWhom) => change({ toWhom })}
          maxLength={120}
          fault={faultOf('toWhom')}
        />
      )}
    </>
  )
}

const Basis = ({ form, change, faultOf }: PartProps) => (
  <>
    <RadioRow
      label={text.shareBasis}
      choices={consentBases.map((one) => ({ id: one, label: text.shareBases[one] }))}
      value={form.basis}
      onChange={(basis) => change({ basis })}
    />
    {form.basis === 'law' && (
      <TextField
        label={text.lawReference}
        value={form.law}
        onChange={(law) => change({ law })}
        maxLength={120}
        fault={faultOf('lawReference')}
      />
    )}
    <TextArea
      label={text.shareNote}
      value={form.note}
      onChange={(note) => change({ note })}
      maxLength={MAX_NOTE}
      fault={faultOf('note')}
      isOptional
    />
  </>
)

const When = ({ form, change, faultOf }: PartProps) => (
  <>
    <DatePicker
      label={text.fromOn}
      value={form.fromOn}
      onChange={(fromOn) => fromOn && change({ fromOn })}
      fault={faultOf('fromOn')}
    />
    <DatePicker
      label={text.toOn}
      help={text.toOnHelp}
      value={form.toOn}
      min={form.fromOn}
      onChange={(toOn) => change({ toOn })}
      fault={faultOf('toOn')}
      isOptional
    />
  </>
)
