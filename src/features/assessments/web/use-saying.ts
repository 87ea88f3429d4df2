import { language } from '#kernel/lang/text.ts'
import { shortDayWords, useToday } from '#kernel/ui/index.ts'
import type { Saying } from '../answer-words.ts'
import { text } from './text.ts'

/** 7.5 as it is written here. */
export const numberWords = (value: number): string =>
  language() === 'da' ? String(value).replace('.', ',') : String(value)

export function useSaying(): Saying {
  const today = useToday()
  return {
    yes: text.yes,
    no: text.no,
    nothing: text.nothing,
    photo: text.photo,
    day: (day) => shortDayWords(day, today),
    number: numberWords,
  }
}
