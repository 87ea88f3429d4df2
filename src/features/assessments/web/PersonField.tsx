import { org } from '#features/org/contract.ts'
import { useUnit } from '#features/org/web/index.ts'
import { ComboBox } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { asText, type OneFieldProps, wordsOf } from './field-props.ts'

/** One of those who work in the unit, kept by the name they had then. */
export function PersonField(props: OneFieldProps) {
  const unit = useUnit()
  const people = useRead(
    org.employeesOfUnit,
    { unitId: unit?.id ?? '' },
    { staleMs: 60_000, enabled: unit !== undefined },
  )
  const chosen = asText(props.value)
  const names = [...new Set([...(people.data ?? []).map(({ name }) => name), ...(chosen ? [chosen] : [])])]
  return (
    <ComboBox
      {...wordsOf(props)}
      options={names.map((name) => ({ id: name, label: name }))}
      value={chosen || null}
      onChange={(name) => props.onChange(name)}
    />
  )
}
