import { language } from '#kernel/lang/text.ts'
import { Mark } from '#kernel/ui/index.ts'
import type { SettingValue } from '../contract.ts'
import { waits } from '../rules.ts'
import { type SettingKey, specOf } from '../settings.ts'
import { text } from './text.ts'

/** Said wherever something is asked for that the product does not do yet; nothing where it does. */
export function WaitsMark({ of, value }: { of: SettingKey; value: SettingValue }) {
  const missing = waits(of, value)
  if (missing.length === 0) return null
  const spec = specOf(of)
  const words =
    'options' in spec && missing !== 'all' ? missing.map((one) => spec.options[one]?.[language()] ?? one) : []
  const isSome = words.length > 0 && words.length < [value].flat().length
  return <Mark tone="attention">{isSome ? text.waitsSome(words.join(', ')) : text.waits}</Mark>
}
