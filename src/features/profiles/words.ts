import { language } from '#kernel/lang/text.ts'
import type { SettingValue } from './contract.ts'
import { type SettingKey, specOf } from './settings.ts'

type Plain = { readonly yes: string; readonly no: string; readonly none: string }

export const nameOf = (key: SettingKey): string => specOf(key)[language()]
export const doesOf = (key: SettingKey): string => specOf(key).does[language()]

/** `07:00-15:00` as people read it: 07.00–15.00. */
const span = (word: string): string => word.replaceAll(':', '.').replace('-', '–')

function one(key: SettingKey, value: string | number): string {
  const spec = specOf(key)
  if ('options' in spec) return spec.options[String(value)]?.[language()] ?? String(value)
  return spec.kind === 'times' ? span(String(value)) : String(value)
}

/** A value in the reader's words. */
export function valueWords(key: SettingKey, value: SettingValue, plain: Plain): string {
  if (typeof value === 'boolean') return value ? plain.yes : plain.no
  if (value === null || (Array.isArray(value) && value.length === 0)) return plain.none
  return [value]
    .flat()
    .map((part) => one(key, part))
    .join(', ')
}
