import { useState } from 'react'
import { useMyUnits } from '#features/org/web/index.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  Checkbox,
  DatePicker,
  FormDialog,
  RadioRow,
  Select,
  savedAndClose,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { benefits, type Measure } from '../contract.ts'
import { directions } from '../rules.ts'
import { numberOf, shownNumber } from './number-field.ts'
import { text } from './text.ts'

type Unmeasured = { id: string; number: number; title: string; owner: string }
const ALL = 'all'

const startOf = (measure: Measure | undefined, first: Unmeasured | undefined, today: string) => ({
  benefitId: measure?.benefitId ?? first?.id ?? '',
  what: measure?.what ?? '',
  countedIn: measure?.countedIn ?? '',
  direction: measure?.direction ?? ('down' as const),
  baseline: shownNumber(measure?.baseline),
  baselineOn: measure?.baselineOn ?? null,
  target: shownNumber(measure?.target),
  owner: measure?.owner ?? first?.owner ?? '',
  smallestSample: String(measure?.smallestSample ?? 5),
  aboutMoney: measure?.aboutMoney ?? false,
  unitId: measure?.unitId ?? ALL,
  nextOn: measure?.nextOn ?? null,
  method: '',
  methodSinceOn: today as string | null,
})
type Form = ReturnType<typeof startOf>

const written = ({ benefitId: _, method: __, methodSinceOn: ___, ...form }: Form) => ({
  ...form,
  baseline: form.baseline.trim() === '' ? null : (numberOf(form.baseline) ?? Number.NaN),
  target: numberOf(form.target) ?? Number.NaN,
  smallestSample: numberOf(form.smallestSample) ?? 0,
  unitId: form.unitId === ALL ? null : form.unitId,
})

type Props = { measure: Measure | undefined; unmeasured: readonly Unmeasured[]; onClose: () => void }

export function MeasureDialog({ measure, unmeasured, onClose }: Props) {
  const today = useToday()
  const [[id, methodId]] = useState(() => [measure?.id ?? newId(), newId()] as const)
  const [form, setForm] = useState(() => startOf(measure, unmeasured[0], today))
  const set = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const done = { onDone: savedAndClose(onClose), touches: ['thread'] }
  const add = useWrite(benefits.addMeasure, done)
  const change = useWrite(benefits.changeMeasure, done)
  const sender = measure ? change : add
  const save = () =>
    void (measure
      ? change.run({ id, version: measure.version, ...written(form) })
      : add.run({
          id,
          benefitId: form.benefitId,
          ...written(form),
          methodId,
          method: form.method,
          methodSinceOn: form.methodSinceOn ?? '',
        }))
  const isNone = !measure && unmeasured.length === 0
  return (
    <FormDialog
      title={measure ? `${text.change}: ${measure.title}` : text.add}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      {isNone && <p>{text.noBenefits}</p>}
      {!measure && !isNone && (
        <Select
          label={text.benefit}
          choices={unmeasured.map((one) => ({ id: one.id, label: `G${one.number} ${one.title}` }))}
          value={form.benefitId}
          onChange={(benefitId) => set({ benefitId })}
        />
      )}
      <Counting form={form} set={set} faultOf={sender.faultOf} />
      {!measure && (
        <>
          <TextField
            label={text.method}
            value={form.method}
            onChange={(method) => set({ method })}
            maxLength={300}
            fault={sender.faultOf('method')}
          />
          <DatePicker
            label={text.methodSince}
            value={form.methodSinceOn}
            onChange={(methodSinceOn) => set({ methodSinceOn })}
          />
        </>
      )}
    </FormDialog>
  )
}

type PartProps = { form: Form; set: (part: Partial<Form>) => void; faultOf: (field: string) => string | undefined }

function Counting({ form, set, faultOf }: PartProps) {
  return (
    <>
      <TextField
        label={text.what}
        value={form.what}
        onChange={(what) => set({ what })}
        maxLength={200}
        fault={faultOf('what')}
      />
      <TextField
        label={text.countedIn}
        help={text.countedInHelp}
        value={form.countedIn}
        onChange={(countedIn) => set({ countedIn })}
        maxLength={20}
        fault={faultOf('countedIn')}
      />
      <RadioRow
        label={text.direction}
        choices={directions.map((key) => ({ id: key, label: text.directions[key] }))}
        value={form.direction}
        onChange={(direction) => set({ direction })}
      />
      <TextField
        label={text.baseline}
        value={form.baseline}
        onChange={(baseline) => set({ baseline })}
        fault={faultOf('baseline')}
        isOptional
      />
      <DatePicker
        label={text.baselineOn}
        value={form.baselineOn}
        onChange={(baselineOn) => set({ baselineOn })}
        fault={faultOf('baselineOn')}
      />
      <TextField
        label={text.target}
        value={form.target}
        onChange={(target) => set({ target })}
        fault={faultOf('target')}
      />
      <Owning form={form} set={set} faultOf={faultOf} />
    </>
  )
}

/** Who answers for it, where and when it is measured. */
function Owning({ form, set, faultOf }: PartProps) {
  const offers = (useMyUnits().data ?? []).filter(({ kind }) => kind === 'offer')
  return (
    <>
      <TextField
        label={text.owner}
        help={text.ownerHelp}
        value={form.owner}
        onChange={(owner) => set({ owner })}
        maxLength={120}
        fault={faultOf('owner')}
      />
      <TextField
        label={text.smallestSample}
        help={text.smallestHelp}
        value={form.smallestSample}
        onChange={(smallestSample) => set({ smallestSample })}
        fault={faultOf('smallestSample')}
      />
      <Select
        label={text.unit}
        choices={[{ id: ALL, label: text.allUnits }, ...offers.map(({ id, name }) => ({ id, label: name }))]}
        value={form.unitId}
        onChange={(unitId) => set({ unitId })}
      />
      <DatePicker label={text.nextOn} value={form.nextOn} onChange={(nextOn) => set({ nextOn })} />
      <Checkbox label={text.aboutMoney} value={form.aboutMoney} onChange={(aboutMoney) => set({ aboutMoney })} />
    </>
  )
}
