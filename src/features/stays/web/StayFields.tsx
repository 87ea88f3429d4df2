import type { MyUnit } from '#features/org/contract.ts'
import { ComboBox, DatePicker, Select } from '#kernel/ui/index.ts'
import { type StayKind, stayKinds } from '../contract.ts'
import { groundsFor, groundWords } from './ground-words.ts'
import { text } from './text.ts'

export type StayForm = { kind: StayKind; legalGround: string | null; startsOn: string }

/** As most stays at such a unit begin. */
export const newStay = (unit: MyUnit | undefined, today: string): StayForm => ({
  kind: unit && !unit.roundTheClock ? 'day' : 'home',
  legalGround: unit?.legalGrounds.length === 1 ? unit.legalGrounds[0]! : null,
  startsOn: today,
})

type FieldsProps = {
  unit: MyUnit | undefined
  form: StayForm
  onChange: (part: Partial<StayForm>) => void
  faultOf: (field: string) => string | undefined
}

export const StayFields = ({ unit, form, onChange, faultOf }: FieldsProps) => (
  <>
    <Select
      label={text.kind}
      choices={stayKinds.map((id) => ({ id, label: text.kinds[id] }))}
      value={form.kind}
      onChange={(kind) => onChange({ kind })}
    />
    <GroundField
      unit={unit}
      value={form.legalGround}
      onChange={(legalGround) => onChange({ legalGround })}
      fault={faultOf('legalGround')}
    />
    <DatePicker
      label={text.startsOn}
      value={form.startsOn}
      onChange={(startsOn) => startsOn && onChange({ startsOn })}
      fault={faultOf('startsOn')}
    />
  </>
)

type GroundProps = {
  unit: MyUnit | undefined
  value: string | null
  onChange: (key: string | null) => void
  fault: string | undefined
}

export const GroundField = ({ unit, value, onChange, fault }: GroundProps) => (
  <ComboBox
    label={text.ground}
    help={text.groundHelp}
    options={groundsFor(unit?.legalGrounds ?? []).map((id) => ({ id, label: groundWords(id) }))}
    value={value}
    onChange={onChange}
    fault={fault}
    isOptional
  />
)
