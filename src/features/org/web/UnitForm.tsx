import { language } from '#kernel/lang/text.ts'
import {
  Button,
  Checkbox,
  ComboBox,
  FaultText,
  Lines,
  RadioRow,
  Row,
  Stack,
  TextField,
  ToggleChips,
} from '#kernel/ui/index.ts'
import { type NoteKind, noteKinds, type Unit } from '../contract.ts'
import { isLegalGround, type LegalGroundKey, legalGrounds } from '../legal-grounds.ts'
import { offerKinds } from '../offer-kinds.ts'
import { shiftStartsOf } from '../rules.ts'
import { words } from './administration-text.ts'

export type UnitForm = Pick<Unit, 'name' | 'kind' | 'offerType' | 'legalGrounds' | 'roundTheClock' | 'noteKinds'> & {
  /** As written; read by `shiftStartsOf`. */
  shifts: string
}

export const emptyUnit: UnitForm = {
  name: '',
  kind: 'offer',
  offerType: null,
  legalGrounds: [],
  roundTheClock: true,
  noteKinds: ['diary', 'health', 'cooperation', 'unit'],
  shifts: '07.00, 15.00, 23.00',
}

export const formOfUnit = ({ shiftStarts, ...unit }: Unit): UnitForm => ({
  ...unit,
  shifts: shiftStarts.map((time) => time.replace(':', '.')).join(', '),
})

/** The form as the server wants it, or the faults one can see without asking. */
export function readUnit({ shifts, ...form }: UnitForm) {
  const shiftStarts = shiftStartsOf(shifts)
  const faults = {
    name: form.name.trim() ? undefined : words.nameFault,
    noteKinds: form.noteKinds.length > 0 ? undefined : words.notesFault,
    shiftStarts: shiftStarts ? undefined : words.shiftsFault,
  }
  const { name, kind, offerType, legalGrounds: grounds, roundTheClock, noteKinds: notes } = form
  const isWhole = shiftStarts && !faults.name && !faults.noteKinds
  return {
    faults,
    fields: isWhole
      ? { name: name.trim(), kind, offerType, legalGrounds: grounds, roundTheClock, noteKinds: notes, shiftStarts }
      : undefined,
  }
}

type FieldsProps = {
  form: UnitForm
  onChange: (part: Partial<UnitForm>) => void
  faultOf: (field: string) => string | undefined
  /** A unit never changes its kind. */
  isNew: boolean
}

export function UnitFields({ form, onChange, faultOf, isNew }: FieldsProps) {
  return (
    <>
      <TextField
        label={words.name}
        value={form.name}
        onChange={(name) => onChange({ name })}
        fault={faultOf('name')}
        maxLength={120}
        autoFocus
      />
      {isNew && (
        <RadioRow
          label={words.kind}
          choices={[
            { id: 'offer', label: words.kinds.offer },
            { id: 'area', label: words.kinds.area },
          ]}
          value={form.kind}
          onChange={(kind) => onChange({ kind: kind as UnitForm['kind'] })}
        />
      )}
      {form.kind === 'offer' && <OfferFields form={form} onChange={onChange} />}
      <TextField
        label={words.shifts}
        help={words.shiftsHelp}
        value={form.shifts}
        onChange={(shifts) => onChange({ shifts })}
        fault={faultOf('shiftStarts')}
        inputMode="text"
      />
      <NoteKinds
        value={form.noteKinds}
        onChange={(notes) => onChange({ noteKinds: notes })}
        fault={faultOf('noteKinds')}
      />
    </>
  )
}

function OfferFields({ form, onChange }: Pick<FieldsProps, 'form' | 'onChange'>) {
  return (
    <>
      <ComboBox
        label={words.offerType}
        help={words.offerTypeHelp}
        options={Object.entries(offerKinds).map(([id, kind]) => ({ id, label: kind[language()] }))}
        value={form.offerType}
        onChange={(offerType) => onChange({ offerType })}
        isOptional
      />
      <Grounds value={form.legalGrounds} onChange={(grounds) => onChange({ legalGrounds: grounds })} />
      <Checkbox
        label={words.roundTheClock}
        help={words.roundTheClockHelp}
        value={form.roundTheClock}
        onChange={(roundTheClock) => onChange({ roundTheClock })}
      />
    </>
  )
}

const groundWords = (key: string) =>
  isLegalGround(key) ? `${legalGrounds[key].law}: ${legalGrounds[key][language()]}` : key

function Grounds({ value, onChange }: { value: readonly string[]; onChange: (value: string[]) => void }) {
  const left = (Object.keys(legalGrounds) as LegalGroundKey[]).filter((key) => !value.includes(key))
  return (
    <Stack gap={2}>
      {/* Drawn anew when one is chosen, so that the field is empty for the next. */}
      <ComboBox
        key={value.length}
        label={words.grounds}
        options={left.map((id) => ({ id, label: groundWords(id) }))}
        value={null}
        onChange={(key) => key && onChange([...value, key])}
        placeholder={words.addGround}
        isOptional
      />
      <Lines label={words.grounds}>
        {value.map((key) => (
          <li key={key}>
            <Row apart gap={2}>
              <span>{groundWords(key)}</span>
              <Button
                kind="plain"
                aria-label={words.remove(groundWords(key))}
                onPress={() => onChange(value.filter((other) => other !== key))}
              >
                {words.endRole}
              </Button>
            </Row>
          </li>
        ))}
      </Lines>
    </Stack>
  )
}

type NotesProps = { value: readonly NoteKind[]; onChange: (value: NoteKind[]) => void; fault: string | undefined }

function NoteKinds({ value, onChange, fault }: NotesProps) {
  return (
    <Stack gap={1}>
      <span>{words.notes}</span>
      <ToggleChips
        label={words.notes}
        choices={noteKinds.map((id) => ({ id, label: words.noteKinds[id] }))}
        value={value}
        onChange={(to) => onChange(noteKinds.filter((kind) => to.includes(kind)))}
        isMultiple
      />
      {fault && <FaultText>{fault}</FaultText>}
    </Stack>
  )
}
