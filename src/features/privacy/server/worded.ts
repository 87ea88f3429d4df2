import { type Day, ZONE } from '#kernel/lang/day.ts'
import type { Language } from '#kernel/lang/text.ts'
import type { ToldField } from '#kernel/server/telling.ts'

const locales = { da: 'da-DK', en: 'en-GB' } as const
const long = { day: 'numeric', month: 'long', year: 'numeric' } as const
const formats = Object.fromEntries(
  (['da', 'en'] as const).map((language) => [
    language,
    {
      day: new Intl.DateTimeFormat(locales[language], { ...long, timeZone: 'UTC' }),
      month: new Intl.DateTimeFormat(locales[language], { month: 'long', year: 'numeric', timeZone: ZONE }),
      dayThen: new Intl.DateTimeFormat(locales[language], { ...long, timeZone: ZONE }),
      time: new Intl.DateTimeFormat(locales[language], {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone: ZONE,
      }),
      short: new Intl.DateTimeFormat(locales[language], {
        day: '2-digit',
        month: '2-digit',
        year: 'numeric',
        timeZone: ZONE,
      }),
      number: new Intl.NumberFormat(locales[language]),
    },
  ]),
) as Record<
  Language,
  Record<'day' | 'month' | 'dayThen' | 'time' | 'short', Intl.DateTimeFormat> & { number: Intl.NumberFormat }
>

export const dayWords = (day: Day, language: Language): string => formats[language].day.format(new Date(day))
export const numberWords = (value: number, language: Language): string => formats[language].number.format(value)
export const monthWords = (at: string, language: Language): string => {
  const words = formats[language].month.format(new Date(at))
  return words[0]!.toUpperCase() + words.slice(1)
}
export const instantWords = (at: string, language: Language): string => {
  const { dayThen, time } = formats[language]
  const moment = new Date(at)
  return language === 'da'
    ? `${dayThen.format(moment)} kl. ${time.format(moment).replace(':', '.')}`
    : `${dayThen.format(moment)}, ${time.format(moment)}`
}

/** For the cells of a table. */
const shortInstant = (at: string, language: Language): string => {
  const time = formats[language].time.format(new Date(at))
  return `${formats[language].short.format(new Date(at))}\u00a0${language === 'da' ? time.replace(':', '.') : time}`
}

const yesNo = { da: ['nej', 'ja'], en: ['no', 'yes'] } as const

/** A value as it is said on paper; empty where there is none. */
export function valueWords(
  field: ToldField,
  value: unknown,
  language: Language,
  length: 'long' | 'short' = 'long',
): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((each) => valueWords(field, each, language, length)).join(', ')
  if (field.kind === 'day') return dayWords(String(value), language)
  if (field.kind === 'instant')
    return length === 'long' ? instantWords(String(value), language) : shortInstant(String(value), language)
  if (field.kind === 'yes-no') return yesNo[language][value ? 1 : 0]!
  if (field.kind === 'number') return numberWords(Number(value), language)
  return field.choices?.[String(value)]?.[language] ?? String(value)
}
