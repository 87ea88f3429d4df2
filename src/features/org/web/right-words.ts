import known from 'virtual:rights'
import { language } from '#kernel/lang/text.ts'

/** `se borgere`; in English, and where the glossary has no word yet, the name itself: `citizens: read`. */
export const rightWords = (name: string): string =>
  (language() === 'da' && known[name]?.da) || name.replace('.', ': ').replaceAll('-', ' ')

/** The glossary explains in English only; in Danish the name says it. */
export const rightMeaning = (name: string): string => (language() === 'en' ? (known[name]?.meaning ?? '') : '')
