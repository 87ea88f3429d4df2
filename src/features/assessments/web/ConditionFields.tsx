import { RadioRow, Select, TextField } from '#kernel/ui/index.ts'
import type { Condition, SketchField } from '../contract.ts'
import { askable, firstCondition, numeric } from '../sketching.ts'
import { text } from './text.ts'

const ALWAYS = 'always'
type ConditionProps = {
  field: SketchField
  setField: (to: (now: SketchField) => SketchField) => void
  before: readonly SketchField[]
}

const without = ({ showIf: _, ...field }: SketchField): SketchField => field

/** Whether it is always asked, or only when a question above it was answered so. */
export function ConditionFields({ field, setField, before }: ConditionProps) {
  const open = askable(before)
  if (open.length === 0) return null
  const asked = open.find(({ key }) => key === field.showIf?.field)
  const choose = (key: string) => {
    const found = open.find((one) => one.key === key)
    setField((now) => (found ? { ...now, showIf: firstCondition(found) } : without(now)))
  }
  return (
    <>
      <Select
        label={text.shownWhen}
        choices={[
          { id: ALWAYS, label: text.always },
          ...open.map(({ key, label }) => ({ id: key, label: text.ifField(label) })),
        ]}
        value={asked?.key ?? ALWAYS}
        onChange={choose}
      />
      {asked && field.showIf && (
        <Wanted
          asked={asked}
          condition={field.showIf}
          onChange={(value) => setField((now) => ({ ...now, showIf: { ...now.showIf!, value } }))}
        />
      )}
    </>
  )
}

type WantedProps = { asked: SketchField; condition: Condition; onChange: (value: Condition['value']) => void }

function Wanted({ asked, condition: { value }, onChange }: WantedProps) {
  if (numeric.includes(asked.kind))
    return (
      <TextField
        label={text.ifAtLeast}
        inputMode="numeric"
        value={String(value)}
        onChange={(words) => onChange(Number(words.replace(/[^\d-]/g, '')) || 0)}
        maxLength={8}
      />
    )
  if (asked.kind === 'yes-no')
    return (
      <RadioRow
        label={text.ifValue}
        choices={[
          { id: 'yes', label: text.yes },
          { id: 'no', label: text.no },
        ]}
        value={value === true ? 'yes' : 'no'}
        onChange={(id) => onChange(id === 'yes')}
      />
    )
  const choices = (asked.choices ?? []).map(({ key, label }) => ({ id: key, label }))
  return <Select label={text.ifValue} choices={choices} value={String(value)} onChange={onChange} />
}
